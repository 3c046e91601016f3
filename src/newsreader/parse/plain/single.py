"""A text that shows no articles: an essay, a letter, a list of things to do. It is one entry, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsreader.model.entry import Author, Entry
from newsreader.parse.plain.blocks import Block
from newsreader.parse.plain.calendar import moment
from newsreader.parse.plain.cues import SUBJECTS
from newsreader.parse.plain.kinds import Kind, Piece
from newsreader.parse.plain.lines import width
from newsreader.parse.plain.paragraphs import paragraphs
from newsreader.text.words import fold

__all__ = ["entry_of_text", "subject_of"]

_LONGEST_TITLE = 140
_MOST_HEADERS = 12
_LINK_WORDS = 3
_MARKED = re.compile(r"#{1,6}\s+|={2,}\s*(?=.)")
_HEADER = re.compile(r"([^\W\d_][\w -]{0,20}?)\s?[:：]\s*(\S.*)")


def entry_of_text(pieces: Sequence[Piece], blocks: Sequence[Block]) -> Entry | None:
    """All of a text, its *blocks*, as one entry without its `key`; None when it has no word.

    The first of them are there as *pieces* too.

    A first line that looks like a title is the title and leaves the text; so do bylines right under it.
    Everything else stays, whatever it looks like: who saved this wanted it.
    """
    first = _first_line(pieces)
    if first is None:
        return None
    if subject := subject_of(pieces):
        return Entry("", title=subject, text=paragraphs(blocks))
    signed = pieces[first].byline
    if signed and signed.authors and not signed.is_credit and first + 1 < len(blocks):
        rest = [*blocks[:first], *blocks[first + 1 :]]
        names = tuple(Author(name) for name in signed.authors)
        return Entry("", title=_beginning(blocks[first + 1].text), text=paragraphs(rest), authors=names)
    if not _is_title(pieces, first):
        return Entry("", title=_beginning(blocks[first].text), text=paragraphs(blocks))
    return _titled(pieces, first, blocks)


def _first_line(pieces: Sequence[Piece]) -> int | None:
    """Where the text begins: after bars of links and lists of them, if anything does."""
    worded = [at for at, piece in enumerate(pieces) if piece.kind is not Kind.DIVIDER]
    for at in worded:
        alone = not pieces[at].block.tied and (at + 1 == len(pieces) or not pieces[at + 1].block.tied)
        link = pieces[at].kind is Kind.HEADING and len(pieces[at].text.split()) <= _LINK_WORDS
        if pieces[at].kind is not Kind.MENU and not (link and not alone):
            return at
    return worded[0] if worded else None


def _titled(pieces: Sequence[Piece], first: int, blocks: Sequence[Block]) -> Entry:
    end = first + 1
    while end < len(pieces) and pieces[end].kind in (Kind.BYLINE, Kind.STAMP, Kind.DIVIDER):
        end += 1
    head = pieces[first + 1 : end]
    signed = any(piece.byline for piece in head)
    stamps = [replace(piece.block, tied=False) for piece in head if piece.kind is Kind.STAMP and not signed]
    names = (name for piece in head if piece.byline for name in piece.byline.authors)
    dates = (moment(piece.day, piece.text) for piece in head if piece.day)
    return Entry(
        "",
        title=_MARKED.sub("", blocks[first].text, count=1).strip("= "),
        authors=tuple(Author(name) for name in dict.fromkeys(names)),
        published=next((date for date in dates if date), None),
        text=paragraphs([*blocks[:first], *stamps, *blocks[end:]]),
    )


def _is_title(pieces: Sequence[Piece], first: int) -> bool:
    """Whether the line stands above the text rather than in it."""
    if first + 1 >= len(pieces) or width(pieces[first].text) > _LONGEST_TITLE:
        return False
    piece, after = pieces[first], pieces[first + 1]
    asks = piece.kind is Kind.SENTENCE and piece.text[-1] in "?!？！"
    named = piece.kind in (Kind.HEADING, Kind.CAPTION, Kind.NOTICE) or asks
    apart = not after.block.tied or after.kind is Kind.DIVIDER or after.byline is not None
    return named and apart and after.kind is not Kind.ITEM


def subject_of(pieces: Sequence[Piece]) -> str:
    """What the headers of a letter say that it is about; "" where no headers begin the text."""
    headers: list[re.Match[str]] = []
    first = _first_line(pieces) or 0
    for piece in pieces[first : first + _MOST_HEADERS]:
        match = _HEADER.fullmatch(piece.text)
        if match is None or (headers and not piece.block.tied):
            break
        headers.append(match)
    if len(headers) < 2:
        return ""
    return next((match[2] for match in headers if fold(match[1]) in SUBJECTS), "")


def _beginning(text: str) -> str:
    """The first words of a text, for its title."""
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
