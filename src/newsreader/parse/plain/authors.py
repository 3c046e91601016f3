"""What a page says of those who wrote: `NAME covers the coast for us`. It is no part of what they wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsreader.parse.plain.bylines import Byline, signature_of
from newsreader.parse.plain.piece import RUNNING, Kind, Piece

__all__ = ["without_portraits"]

_LONGEST = 400


def without_portraits(pieces: Sequence[Piece]) -> list[Piece]:
    """*pieces*, those told to be notices that begin with the whole name of somebody whom a byline of the page names."""
    begun = [_beginnings(piece) for piece in pieces]
    found = _with_authors(pieces, begun)
    names = {
        name.casefold() for piece in found if piece.byline for name in piece.byline.authors if " " in name
    }
    return [
        piece if names.isdisjoint(beginnings) else replace(piece, kind=Kind.NOTICE)
        for piece, beginnings in zip(found, begun, strict=True)
    ]


def _with_authors(pieces: Sequence[Piece], begun: Sequence[frozenset[str]]) -> list[Piece]:
    """*pieces*, a name alone between a headline and a text told to be a byline if a portrait below says it again."""
    found = list(pieces)
    portrayed: frozenset[str] = frozenset().union(*begun)
    for at in range(1, len(pieces) - 1):
        above, piece, below = pieces[at - 1 : at + 2]
        if piece.kind is not Kind.HEADING or above.kind is not Kind.HEADING or below.kind not in RUNNING:
            continue
        names = signature_of(piece.text)
        if len(names) == 1 and names[0].casefold() in portrayed and names[0].casefold() not in begun[at + 1]:
            found[at] = replace(piece, kind=Kind.BYLINE, byline=Byline(names))
    return found


def _beginnings(piece: Piece) -> frozenset[str]:
    """The first words of a short text, two to four of them, as names are written."""
    if piece.kind not in RUNNING or piece.dateline is not None or len(piece.text) > _LONGEST:
        return frozenset()
    words = piece.text.split(" ", 4)
    return frozenset(" ".join(words[:count]).rstrip(",").casefold() for count in range(2, 5))
