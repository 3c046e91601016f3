"""Which lines of a list under an article are headlines of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.parse.plain.kinds import Kind, Piece
from newsreader.parse.plain.lines import width

__all__ = ["headlines_in"]

_SEE_ALSO_WORDS, _SEE_ALSO_WIDTH = 3, 15
_LONGEST_SEE_ALSO = 200
_TWO, _LABEL_WORDS = 2, 7


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


def headlines_in(run: Sequence[Piece], *, labelled: bool = False) -> list[str]:
    """The headlines of other articles in a run of lines; without a label over them it takes two that look it."""
    if not run:
        return []
    if not labelled and len(run) > _TWO and (run[0].text.endswith((":", "：")) or _is_labelled(run)):
        labelled, run = True, run[1:]
    if labelled:
        run = _under_kickers(run)
        run = _without_remarks(run)
    elif all(piece.kind is Kind.SENTENCE for piece in run):
        return []
    texts = [_bare(piece) for piece in run if width(piece.text) <= _LONGEST_SEE_ALSO]
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
    )
