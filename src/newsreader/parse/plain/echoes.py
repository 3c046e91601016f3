"""Headlines that a page says twice: in its title or in the path to it, and over the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.parse.plain.headlines import KICKER_WORDS, words_in
from newsreader.parse.plain.kinds import Kind, Piece

__all__ = ["echoed_above", "is_echoed"]

_TITLES = (Kind.HEADING, Kind.SENTENCE, Kind.ITEM, Kind.LABEL)
_REACH = 14
_MOST_PROSE = 1
# What parts the headline in a title of a page, or in a path, from what else stands there.
_PARTING = re.compile(r"\s*[|·•»›>:/]\s*|\s+[-–—]+\s+|\s*[（(]|[_－-](?=[^\x00-\x7f])")


def echoed_above(pieces: Sequence[Piece], place: int) -> tuple[int, ...]:
    """The heading over the text at *place* that stands further up too; what is between is a deck, names, captions."""
    prose, long = 0, False
    for at in range(place - 1, max(0, place - _REACH), -1):
        piece = pieces[at]
        prose += piece.kind is Kind.PROSE
        if prose > _MOST_PROSE:
            break
        if piece.kind not in _TITLES:
            continue
        if words_in(piece) > KICKER_WORDS:
            long = True
            if is_echoed(pieces, (at,)):
                return (at,)
        elif not long and words_in(piece) > 1 and piece.text == pieces[0].text:
            return (at,)  # shorter than most headlines, and all that the page's title says
    return ()


def is_echoed(pieces: Sequence[Piece], lines: Sequence[int]) -> bool:
    """Whether a line above holds these whole: the title of a page begins with its headline, the path ends with it."""
    text = " ".join(pieces[at].text for at in lines)
    words = sum(words_in(pieces[at]) for at in lines)
    return words > 1 and any(
        _says(piece.text, text) if words > KICKER_WORDS else text in piece.text and text != piece.text
        for piece in pieces[: lines[0]]
    )


def _says(line: str, headline: str) -> bool:
    at = line.find(headline)
    if at < 0:
        return False
    before, after = line[:at], line[at + len(headline) :]
    return (not before or _parts(before[-3:])) and (not after or _PARTING.match(after) is not None)


def _parts(before: str) -> bool:
    return any(match.end() == len(before) for match in _PARTING.finditer(before))
