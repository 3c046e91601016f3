"""The headline above a text: which of the lines over it says what it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsreader.parse.plain.kinds import RUNNING, Kind, Piece
from newsreader.parse.plain.lines import is_spaceless, width
from newsreader.parse.plain.names import is_all_caps
from newsreader.text.words import fold

__all__ = [
    "BETWEEN", "HEADLINES", "KICKER_WORDS", "have_headlines", "headline_above", "is_furnished",
    "longer_above", "whole", "words_in",
]  # fmt: skip

HEADLINES = frozenset({Kind.HEADING, Kind.ITEM})
"""What a headline looks like by itself."""
KICKER_WORDS = 3
"""The most words of a line that names a section or an author, and is no headline."""
BETWEEN = frozenset({Kind.STAMP, Kind.BYLINE, Kind.CAPTION, Kind.SLUG, Kind.FURNITURE, Kind.MENU})
"""What may stand between a headline and its text."""
_DOUBTFUL_HEADLINES = frozenset(
    {Kind.LABEL, Kind.NOTICE, Kind.CAPTION, Kind.MENU, Kind.STAMP, Kind.BYLINE, Kind.SLUG}
)
_CREDIT = re.compile(r"[(\[（【][^()]{2,30}[)\]）】]")
_SIGNS = (Kind.STAMP, Kind.BYLINE, Kind.CAPTION, Kind.SLUG, Kind.RIGHTS)
_AGENCY_WORDS = 6
_TWO = 2
_WORD_WIDTH = 5
_MOST_HEADLINE_LINES = 3
_DIGITS_OF_A_DAY = 6
_MOST_ABOVE = 5
_LONGEST_HEADLINE = 240
_PROSE_HEADLINE = 130
_UNBROKEN = 100


def headline_above(
    pieces: Sequence[Piece], place: int, floor: int, among: frozenset[Kind] = HEADLINES
) -> tuple[int, ...]:
    """The pieces of the headline above the text that begins at *place*, not before *floor*."""
    doubtful = -1
    signed = _byline_above(pieces, place, floor)
    for at in range(signed - 1, floor - 1, -1):
        piece = pieces[at]
        if piece.kind is Kind.ITEM and piece.block.marker.strip("-–— "):
            continue  # points under the headline
        if piece.kind in among and width(piece.text) <= (
            _PROSE_HEADLINE if piece.kind is Kind.PROSE else _LONGEST_HEADLINE
        ):
            return whole(pieces, at, floor)
        if doubtful < 0 and piece.kind in _DOUBTFUL_HEADLINES and not is_furnished(piece):
            doubtful = at
        underline = piece.kind is Kind.DIVIDER and piece.block.gap == 0
        if piece.kind not in BETWEEN and not underline:
            break
    return (doubtful,) if doubtful >= 0 else ()


def longer_above(
    pieces: Sequence[Piece], headline: tuple[int, ...], floor: int, agency: str = ""
) -> tuple[int, ...]:
    """The headline, where the line taken for it says whose the text is and stands under a longer one."""
    if len(headline) != 1 or headline[0] <= floor:
        return headline
    names_agency = bool(agency) and fold(agency.split("/")[0]) in fold(pieces[headline[0]].text)
    words = words_in(pieces[headline[0]])
    if words > KICKER_WORDS and not (names_agency and words <= _AGENCY_WORDS):
        return headline
    place = headline[0] - 1
    while place > floor and pieces[place].kind in _SIGNS and (names_agency or not floor):
        place -= 1
    above = pieces[place]
    alone = (
        place == floor
        or place < headline[0] - 1
        or pieces[place - 1].kind is not Kind.HEADING
        or words_in(pieces[place - 1]) <= KICKER_WORDS
        or not _is_long(pieces, place - _TWO, floor)
    )
    long = (
        above.kind is Kind.HEADING and words_in(above) > KICKER_WORDS and (not above.block.tied or not floor)
    )
    return whole(pieces, place, floor) if long and alone and not _in_a_list(pieces, place) else headline


def _is_long(pieces: Sequence[Piece], at: int, floor: int) -> bool:
    return at >= floor and pieces[at].kind is Kind.HEADING and words_in(pieces[at]) > KICKER_WORDS


def have_headlines(pieces: Sequence[Piece], headlines: Sequence[tuple[int, ...]]) -> bool:
    """Whether the articles of a page have headlines, so that a sentence above a dateline is one too."""
    if not headlines or not headlines[0]:
        return False
    return pieces[headlines[0][0]].kind not in HEADLINES or sum(map(bool, headlines)) * 2 > len(headlines)


def whole(pieces: Sequence[Piece], last: int, floor: int) -> tuple[int, ...]:
    """All lines of the headline that ends with piece *last*: those of one run, if the run is nothing else."""
    first = last
    while first > floor and pieces[first].block.tied and pieces[first - 1].kind is Kind.HEADING:
        first -= 1
    while last > first and _CREDIT.fullmatch(pieces[last].text):
        last -= 1
    alone = not pieces[first].block.tied and (first == floor or pieces[first].block.gap > 0)
    if alone and first < last and _is_kicker(pieces[first], pieces[first + 1]):
        first += 1
    if alone and first < last and _is_unbroken(pieces, last):
        return (last,)
    if alone and last - first <= _MOST_HEADLINE_LINES:
        lines = list(_broken_lines(pieces, first, last))
        found = next(
            (each for each in lines if sum(words_in(pieces[at]) for at in each) > KICKER_WORDS), lines[-1]
        )
        return tuple(found) if len(found) <= _MOST_HEADLINE_LINES else (last,)
    return (last,)


def _broken_lines(pieces: Sequence[Piece], first: int, last: int) -> Iterator[range]:
    """The lines from *first* to *last*, those together that a margin may have broken: kicker, headline, deck."""
    start = first
    for at in range(first, last):
        if _fits_above(pieces[at], pieces[at + 1]) or (
            is_all_caps(pieces[at].text) != is_all_caps(pieces[at + 1].text)
        ):
            yield range(start, at + 1)
            start = at + 1
    yield range(start, last + 1)


def _is_unbroken(pieces: Sequence[Piece], last: int) -> bool:
    """Whether the text close under a headline is on one long line: then no line of the page was broken."""
    below = next(
        (piece for piece in pieces[last + 1 : last + 1 + _MOST_ABOVE] if piece.kind in RUNNING), None
    )
    if below is None or below.block.lines > 1 or below.block.gap or width(below.text) <= _UNBROKEN:
        return False
    return not pieces[last].text[0].islower()


def _is_kicker(piece: Piece, below: Piece) -> bool:
    """Whether a line is far too short to have been broken off the headline under it."""
    return words_in(piece) <= KICKER_WORDS and 2 * width(piece.text) < width(below.text)


def _fits_above(piece: Piece, below: Piece) -> bool:
    """Whether no margin can have broken one line into these two: the first word below would have fitted above."""
    word = below.text.split(" ", 1)[0]
    return width(piece.text) + 1 + width(word) <= width(below.text) and not below.text[0].islower()


def _in_a_list(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a heading stands under a label over other headlines."""
    while place > 0 and pieces[place].kind in (Kind.HEADING, Kind.ITEM):
        place -= 1
    return pieces[place].kind is Kind.LABEL and not pieces[place].rest


def _byline_above(pieces: Sequence[Piece], place: int, floor: int) -> int:
    """The byline between a text and its headline, which stands above it whatever is between the two; else *place*."""
    if (signed := _signed_headline(pieces, place, floor)) is not None:
        return signed
    for at in range(place - 1, max(floor, place - _MOST_ABOVE) - 1, -1):
        if pieces[at].kind is Kind.BYLINE:
            return at
        if pieces[at].kind in (Kind.PROSE, Kind.HEADING):
            break
    return place


def _signed_headline(pieces: Sequence[Piece], place: int, floor: int) -> int | None:
    """On top of a page: the byline or stamp right under a long heading, captions between it and the text."""
    if floor:
        return None
    at = place - 1
    while at > 0 and (pieces[at].kind is not Kind.BYLINE or pieces[at - 1].kind is not Kind.HEADING):
        if pieces[at].kind is Kind.PROSE:
            return None
        at -= 1
        if (
            pieces[at].kind is Kind.STAMP
            and pieces[at - 1].kind is Kind.HEADING
            and pieces[at + 1].kind is Kind.BYLINE
        ):
            break
    return at if at > 0 and words_in(pieces[at - 1]) > KICKER_WORDS else None


def is_furnished(piece: Piece) -> bool:
    """Whether a stamp names more than a day, or a menu has many parts, as no headline does."""
    if piece.kind is Kind.STAMP:
        return sum(map(str.isdigit, piece.text)) > _DIGITS_OF_A_DAY
    return piece.kind is Kind.MENU and (
        piece.block.columns > 1 or len(re.findall(r"[|｜/>›»]", piece.text)) > 1
    )


def words_in(piece: Piece) -> int:
    """How many words stand in *piece*; in scripts without spaces, how many there may be."""
    words = sum(any(map(str.isalnum, word)) for word in piece.text.split())
    return max(words, width(piece.text) // _WORD_WIDTH) if is_spaceless(piece.text[0]) else words
