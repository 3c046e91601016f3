"""Which lines of a list under an article are headlines of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.parse.plain.headlines import KICKER_WORDS, words_in
from newsreader.parse.plain.kinds import Kind, Piece
from newsreader.parse.plain.lines import is_spaceless, width
from newsreader.parse.plain.names import is_person
from newsreader.parse.plain.notices import names_page

__all__ = ["headlines_in"]

_SEE_ALSO_WORDS, _SEE_ALSO_WIDTH = 3, 15
_LONGEST_SEE_ALSO = 200
_TWO, _LABEL_WORDS, _FOOTER_WORDS = 2, 7, 4
# "14:10 Headline", in a list of what is new
_HOUR = re.compile(r"\d{1,2}[:.h]\d{2}\s?[-–—|:]?\s+(?=\S)")


def _under_kickers(run: Sequence[Piece]) -> Sequence[Piece]:
    """*run* without the names of sections that stand over each of its headlines."""
    kickers = {
        at
        for at, piece in enumerate(run[:-1])
        if not piece.block.tied and run[at + 1].block.tied and len(piece.text.split()) <= _SEE_ALSO_WORDS
    }
    heads = sum(not piece.block.tied for piece in run)
    if len(kickers) < _TWO or len(kickers) < heads:
        return run
    return [piece for at, piece in enumerate(run) if at not in kickers]


def _without_small(run: Sequence[Piece]) -> Sequence[Piece]:
    """*run* without names of sections amid longer headlines, and without the links that a page ends with."""
    words = [words_in(piece) for piece in run]
    long = [at for at, count in enumerate(words) if count > KICKER_WORDS]
    if any(is_spaceless(piece.text[0]) for piece in run):
        return run
    if not long:
        return [] if max(words) <= 1 or (len(run) == 1 and words[0] <= _TWO) else run
    end = next((at for at in range(long[0] + 1, len(run)) if _are_links(run[at], words[at:])), len(run))
    kept = [piece for piece, count in zip(run[:end], words, strict=False) if count > _TWO]
    return kept if 2 * len(long) >= len(kept) else run[:end]


def _are_links(first: Piece, words: Sequence[int]) -> bool:
    """Whether the links begin that stand under a page, with words of no headline or one about the page itself."""
    return words[0] <= _TWO and (max(words) <= _FOOTER_WORDS or names_page(first.text))


def _without_remarks(run: Sequence[Piece]) -> Sequence[Piece]:
    """*run* without sentences of the page to its reader: they end with a stop, as no headline beside them does."""
    told = [piece.kind is Kind.SENTENCE and piece.text[-1] in ".。" for piece in run]
    return (
        run
        if sum(told) * 2 >= len(run)
        else [piece for piece, is_so in zip(run, told, strict=True) if not is_so]
    )


def _is_labelled(run: Sequence[Piece]) -> bool:
    """Whether the first line of a run is shorter than all others, which stand close under it."""
    first, *others = (piece.text.split() for piece in run)
    close = all(piece.block.tied for piece in run[1:]) and not run[0].block.tied
    return close and len(others) >= _TWO and len(first) < min(_LABEL_WORDS, *map(len, others))


def _has_label(run: Sequence[Piece]) -> bool:
    """Whether the first line stands over the others: it ends with a colon, or is shorter than all of them."""
    return run[0].text.endswith((":", "：")) or _is_labelled(run)


def _credits(text: str) -> bool:
    """Whether a word or two and a colon stand before nothing but somebody's name: who is responsible for the page."""
    word, _, name = text.partition(":")
    return (
        bool(name)
        and len(word.split()) <= _TWO
        and word[-1:].islower()
        and len(name.split()) <= KICKER_WORDS
        and is_person(name.strip())
    )


def headlines_in(run: Sequence[Piece], *, labelled: bool = False) -> list[str]:
    """The headlines of other articles in a run of lines; without a label over them it takes two that look it."""
    if not run:
        return []
    if not labelled and len(run) > _TWO and _has_label(run):
        labelled, run = True, run[1:]
    if labelled:
        run = _under_kickers(run)
        run = _without_small(_without_remarks(run))
        run = [piece for piece in run if not _credits(piece.text)]
    elif all(piece.kind is Kind.SENTENCE for piece in run):
        return []
    texts = [_bare(piece) for piece in run if width(piece.text) <= _LONGEST_SEE_ALSO]
    if sum(map(bool, map(_HOUR.match, texts))) >= _TWO:
        texts = [_HOUR.sub("", text, count=1) for text in texts]
    if len(texts) > 1 and all(re.match(rf"{n}\s+\S", text) for n, text in enumerate(texts, start=1)):
        texts = [text.split(" ", 1)[1] for text in texts]
    if labelled:
        listed = [_bare(piece) for piece in run if piece.kind is Kind.ITEM]
        return listed or [text for text in texts if any(map(str.isalpha, text))]
    items = all(piece.kind is Kind.ITEM for piece in run)
    long = [text for text in texts if _is_headline(text)]
    return long if len(long) > 1 and (items or len(long) * 2 > len(texts)) else []


def _bare(piece: Piece) -> str:
    return piece.block.content.lstrip("»›>→•·*- ") or piece.text


def _is_headline(text: str) -> bool:
    spaced = len(text.split()) >= _SEE_ALSO_WORDS
    return (
        (spaced or (" " not in text and not text.isascii()))
        and width(text) >= _SEE_ALSO_WIDTH
        and text[-1] not in ":："
        and text[0] not in "(（"
    )
