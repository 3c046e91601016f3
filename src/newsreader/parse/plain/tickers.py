"""Live pages: one article, whose paragraphs stand each under the hour at which it was written."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.parse.plain.calendar import without_time
from newsreader.parse.plain.echoes import echoed_above
from newsreader.parse.plain.headlines import KICKER_WORDS, whole, words_in
from newsreader.parse.plain.kinds import RUNNING, Kind, Piece
from newsreader.parse.plain.undated import Start

__all__ = ["ticker_of"]

_LEAST = 3
_LONGEST_HOUR = 14


def ticker_of(pieces: Sequence[Piece]) -> Start | None:
    """The one article of a page with hours that stand alone over paragraphs; None where fewer than three do."""
    hours = [at for at, piece in enumerate(pieces) if _is_hour(piece) and _tells(pieces[at + 1 : at + 3])]
    if len(hours) < _LEAST:
        return None
    signs = [at for at in range(hours[0]) if pieces[at].kind in (Kind.STAMP, Kind.BYLINE)]
    head = signs[0] if signs else hours[0]
    headline = echoed_above(pieces, head) or _first_long(pieces, head)
    if not headline:
        return None
    below = range(max([*signs, headline[-1]]) + 1, hours[0])
    text = next(
        (at for at in below if pieces[at].kind in RUNNING or words_in(pieces[at]) > KICKER_WORDS), hours[0]
    )
    return Start(headline[0], headline, text)


def _is_hour(piece: Piece) -> bool:
    text = piece.text
    if piece.kind is Kind.STAMP:
        return False
    rest = without_time(text)
    return len(text) <= _LONGEST_HOUR and rest != text and len(rest.split()) <= 1


def _tells(below: Sequence[Piece]) -> bool:
    return any(piece.kind in RUNNING for piece in below)


def _first_long(pieces: Sequence[Piece], end: int) -> tuple[int, ...]:
    long = (
        at for at in range(end) if pieces[at].kind is Kind.HEADING and words_in(pieces[at]) > KICKER_WORDS
    )
    return next((whole(pieces, at, 0) for at in long), ())
