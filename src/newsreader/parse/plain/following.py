"""What follows a piece of an article, found for all of them in one walk from the end."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.parse.plain.furniture import is_sponsored
from newsreader.parse.plain.kinds import RUNNING, Kind, Piece
from newsreader.parse.plain.lines import ends_sentence, width
from newsreader.parse.plain.signoffs import without_signoff

__all__ = ["LISTED", "Following", "following", "is_paid_for"]

LISTED = frozenset({Kind.HEADING, Kind.ITEM})
"""What lists are made of, and headings amid a text."""

_MOST_PAID_FOR = 40
Following = tuple[int, int, int, Kind | None]
"""Paragraphs, their columns together and at most, and the kind of the first text."""


def following(pieces: Sequence[Piece]) -> list[Following]:
    """For each piece what follows it."""
    found: list[Following] = []
    count = total = widest = 0
    kind: Kind | None = None
    for piece in reversed(pieces):
        found.append((count, total, widest, kind))
        if piece.kind is Kind.PROSE:
            columns = width(piece.text)
            count, total, widest = count + 1, total + columns, max(widest, columns)
        if piece.kind in RUNNING or piece.kind in LISTED:
            cut = piece.kind is Kind.SENTENCE and not ends_sentence(without_signoff(piece.text))
            kind = Kind.HEADING if cut else piece.kind
        elif piece.kind is Kind.LABEL and not piece.rest:
            kind = None
    return found[::-1]


def is_paid_for(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the piece *at* stands in a list that a word for advertisements stands close over."""
    above, floor = at, max(0, at - _MOST_PAID_FOR)
    while above > floor and pieces[above].block.gap == 0 and pieces[above].kind in LISTED:
        above -= 1
    return pieces[at].kind in LISTED and above < at and is_sponsored(pieces[above].text)
