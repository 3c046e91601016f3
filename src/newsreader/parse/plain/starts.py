"""Where the articles of a page begin: at datelines, and at what looks like the head of the others without one.

A dateline that is beyond doubt begins an article by itself. A lighter one needs a headline above it and either a
second one of its habit on the page, or a page that shows by stamps, bylines or menus that it is a page of news.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsreader.parse.plain.dateline import STRONG, Dateline
from newsreader.parse.plain.kinds import Kind, Piece
from newsreader.parse.plain.lines import width

__all__ = ["Start", "starts_of"]

_BETWEEN = frozenset({Kind.STAMP, Kind.BYLINE, Kind.CAPTION, Kind.SLUG, Kind.FURNITURE, Kind.MENU})
_HEADLINES = frozenset({Kind.HEADING, Kind.ITEM})
_SENTENCES = _HEADLINES | {Kind.SENTENCE, Kind.PROSE}
_DOUBTFUL_HEADLINES = frozenset(
    {Kind.LABEL, Kind.NOTICE, Kind.CAPTION, Kind.MENU, Kind.STAMP, Kind.BYLINE, Kind.SLUG}
)
_CREDIT = re.compile(r"[(\[（【][^()]{2,30}[)\]）】]")
_MOST_HEADLINE_LINES = 3
_DIGITS_OF_A_DAY = 6
_LONGEST_HEADLINE = 240
_PROSE_HEADLINE = 130
_DECK_WORDS, _DECK_LONGER, _KICKER_WORDS = 4, 1.25, 3


@dataclass(frozen=True, slots=True)
class Start:
    """Where an article begins; all places are numbers of pieces.

    Attributes:
        top: the first piece that belongs to it.
        headline: the pieces of its headline, in order; empty where it has none.
        text: the piece that its text begins with.
        dateline: what the text begins with, or None.
    """

    top: int
    headline: tuple[int, ...]
    text: int
    dateline: Dateline | None = None


def starts_of(pieces: Sequence[Piece]) -> list[Start]:
    """The starts of the articles of a page, in order; none when it shows no dateline to go by."""
    dated = _with_tops(pieces, _dated(pieces))
    if not dated:
        return []
    others = list(_undated(pieces, dated))
    return sorted([*dated, *others], key=lambda start: start.text)


def _dated(pieces: Sequence[Piece]) -> list[Start]:
    strong = [at for at, piece in enumerate(pieces) if piece.dateline and piece.dateline.weight >= STRONG]
    sure = _at(pieces, strong)
    taken = {at for start in sure for at in start.headline}
    light = [
        at
        for at, piece in enumerate(pieces)
        if piece.dateline and piece.dateline.weight < STRONG and at not in taken
    ]
    possible = _at(pieces, sorted([*strong, *light]))
    possible = [start for start in possible if start.text in strong or _is_headed(pieces, start)]
    forms = Counter(start.dateline.form for start in possible if start.dateline)
    places = [start.text for start in possible if _is_sure(start, forms)]
    return _at(pieces, places) or [start for start in possible[:1] if _opens_news(pieces, start)]


def _at(pieces: Sequence[Piece], places: Sequence[int]) -> list[Start]:
    """Starts at the datelines at *places*, with their headlines."""
    floors = [0, *(place + 1 for place in places[:-1])]
    headlines = [_headline_above(pieces, place, floor) for place, floor in zip(places, floors, strict=False)]
    if headlines and not headlines[0]:
        headlines[0] = _headline_above(pieces, places[0], 0, among=_SENTENCES)
    if _has_headlines(pieces, headlines):
        headlines = [
            headline or _headline_above(pieces, place, floor, among=_SENTENCES)
            for headline, place, floor in zip(headlines, places, floors, strict=False)
        ]
    return [
        Start(headline[0] if headline else place, headline, place, pieces[place].dateline)
        for place, headline in zip(places, headlines, strict=True)
    ]


def _has_headlines(pieces: Sequence[Piece], headlines: Sequence[tuple[int, ...]]) -> bool:
    """Whether the articles of a page have headlines, so that a sentence above a dateline is one too."""
    if not headlines or not headlines[0]:
        return False
    return pieces[headlines[0][0]].kind not in _HEADLINES or sum(map(bool, headlines)) * 2 > len(headlines)


def _is_sure(start: Start, forms: Counter[str]) -> bool:
    dateline = start.dateline
    if dateline is None:
        return False
    return dateline.weight >= STRONG or (dateline.weight > 0 and forms[dateline.form] > 1)


def _is_headed(pieces: Sequence[Piece], start: Start) -> bool:
    """Whether a light dateline has a headline above and a paragraph behind it; the lines of a play have neither."""
    dateline = start.dateline
    above = [pieces[at] for at in start.headline]
    if dateline is None or not above or any(piece.kind is not Kind.HEADING for piece in above):
        return False
    if any(piece.dateline and piece.dateline.form == dateline.form for piece in above):
        return False
    return pieces[start.text].kind is Kind.PROSE or dateline.weight >= STRONG - 1


def _opens_news(pieces: Sequence[Piece], start: Start) -> bool:
    """Whether a light dateline is the first thing on a page that is one of news."""
    if start.dateline is None or start.dateline.weight < 1:
        return False
    before = pieces[: start.text]
    if any(piece.kind is Kind.PROSE for piece in before):
        return False
    return start.dateline.weight > 1 or any(p.kind in (Kind.STAMP, Kind.BYLINE, Kind.MENU) for p in before)


def _headline_above(
    pieces: Sequence[Piece], place: int, floor: int, among: frozenset[Kind] = _HEADLINES
) -> tuple[int, ...]:
    """The pieces of the headline above the text that begins at *place*, not before *floor*."""
    doubtful = -1
    for at in range(place - 1, floor - 1, -1):
        piece = pieces[at]
        if piece.kind in among and width(piece.text) <= (
            _PROSE_HEADLINE if piece.kind is Kind.PROSE else _LONGEST_HEADLINE
        ):
            return _whole(pieces, at, floor)
        if doubtful < 0 and piece.kind in _DOUBTFUL_HEADLINES and not _is_furnished(piece):
            doubtful = at
        underline = piece.kind is Kind.DIVIDER and piece.block.gap == 0
        if piece.kind not in _BETWEEN and not underline:
            break
    return (doubtful,) if doubtful >= 0 else ()


def _is_furnished(piece: Piece) -> bool:
    """Whether a stamp names more than a day, or a menu has many parts, as no headline does."""
    if piece.kind is Kind.STAMP:
        return sum(map(str.isdigit, piece.text)) > _DIGITS_OF_A_DAY
    return piece.kind is Kind.MENU and (
        piece.block.columns > 1 or len(re.findall(r"[|｜/>›»]", piece.text)) > 1
    )


def _whole(pieces: Sequence[Piece], last: int, floor: int) -> tuple[int, ...]:
    """All lines of the headline that ends with piece *last*: those of one run, if the run is nothing else."""
    first = last
    while first > floor and pieces[first].block.tied and pieces[first - 1].kind is Kind.HEADING:
        first -= 1
    while last > first and _CREDIT.fullmatch(pieces[last].text):
        last -= 1
    alone = not pieces[first].block.tied and (first == floor or pieces[first].block.gap > 0)
    if alone and last - first < _MOST_HEADLINE_LINES:
        return tuple(range(first, last + 1))
    return (last,)


def _with_tops(pieces: Sequence[Piece], starts: Sequence[Start]) -> list[Start]:
    """The same starts, with stamps and bylines above the headline where the page puts them there, and decks told."""
    if not starts:
        return []
    starts = _with_decks(pieces, starts)
    first = starts[0]
    above = _kinds_above(pieces, first.top, 0)
    floors = [0, *(start.text + 1 for start in starts[:-1])]
    return [
        replace(start, top=start.top - _taken(pieces, start.top, floor, above))
        for start, floor in zip(starts, floors, strict=True)
    ]


def _kinds_above(pieces: Sequence[Piece], top: int, floor: int) -> frozenset[Kind]:
    return frozenset(
        pieces[at].kind
        for at in range(max(floor, top - 2), top)
        if pieces[at].kind in (Kind.STAMP, Kind.BYLINE)
    )


def _taken(pieces: Sequence[Piece], top: int, floor: int, kinds: frozenset[Kind]) -> int:
    taken = 0
    while taken < len(kinds) and top - taken - 1 >= floor and pieces[top - taken - 1].kind in kinds:
        taken += 1
    return taken


def _with_decks(pieces: Sequence[Piece], starts: Sequence[Start]) -> list[Start]:
    """Two headings above every text are a headline and a deck under it: the upper one is the headline."""
    floors = [0, *(start.text + 1 for start in starts[:-1])]
    uppers = [_upper(pieces, start, floor) for start, floor in zip(starts, floors, strict=True)]
    found = [upper for upper in uppers if upper is not None]
    if len(found) < len(starts):
        return list(starts)
    return [replace(start, top=upper, headline=(upper,)) for start, upper in zip(starts, found, strict=True)]


def _upper(pieces: Sequence[Piece], start: Start, floor: int) -> int | None:
    """The headline of *start* if the one taken for it looks like a deck: it stands closer, or is a sentence."""
    upper = start.top - 1
    if not start.headline or upper < floor or pieces[upper].kind is not Kind.HEADING:
        return None
    if upper > floor and pieces[upper - 1].kind is Kind.HEADING and _words(pieces[upper - 1]) > _KICKER_WORDS:
        return None
    deck, above = pieces[start.top], pieces[upper]
    closer = 0 < deck.block.gap < above.block.gap and upper > 0
    longer = deck.kind is Kind.SENTENCE or width(deck.text) > _DECK_LONGER * width(above.text)
    return upper if closer or (longer and _words(above) >= _DECK_WORDS) else None


def _words(piece: Piece) -> int:
    return len(piece.text.split())


def _undated(pieces: Sequence[Piece], dated: Sequence[Start]) -> Iterator[Start]:
    """Articles without a dateline among those that have one."""
    ends = [start.top for start in dated[1:]] + [len(pieces)]
    if first := _before(pieces, dated[0].top):
        yield first
    stamped = any(piece.kind is Kind.STAMP for start in dated for piece in pieces[start.top : start.text])
    for start, end in zip(dated, ends, strict=True):
        for place in range(start.text + 1, end):
            if pieces[place].kind is Kind.HEADING and (text := _opens(pieces, place, end, stamped=stamped)):
                yield Start(place, _whole(pieces, place, start.text + 1), text)


def _before(pieces: Sequence[Piece], end: int) -> Start | None:
    """An article above the first dateline."""
    text = next((at for at in range(end) if pieces[at].kind is Kind.PROSE), None)
    if text is None:
        return None
    headline = _headline_above(pieces, text, 0)
    return Start(headline[0] if headline else text, headline, text)


def _opens(pieces: Sequence[Piece], headline: int, end: int, *, stamped: bool) -> int | None:
    """The text under a heading, if a byline or stamp between the two, or the end of an article above, shows a start."""
    between, at = [], headline + 1
    while at < end and pieces[at].kind in (Kind.BYLINE, Kind.STAMP, Kind.CAPTION):
        between.append(pieces[at])
        at += 1
    if at >= end or pieces[at].kind is not Kind.PROSE:
        return None
    signed = any(p.byline is not None and p.byline.authors and not p.byline.is_credit for p in between)
    if signed or (stamped and any(piece.kind is Kind.STAMP for piece in between)):
        return at
    two = at + 1 < end and pieces[at + 1].kind in (Kind.PROSE, Kind.SENTENCE)
    return at if two and _after_an_end(pieces, headline) else None


def _after_an_end(pieces: Sequence[Piece], place: int) -> bool:
    """Whether what stands above *place* ended an article: a copyright or a credit, with no text after it."""
    for at in range(place - 1, -1, -1):
        piece = pieces[at]
        if piece.kind is Kind.RIGHTS or (piece.byline is not None and piece.byline.is_credit):
            return True
        if piece.kind in (Kind.PROSE, Kind.SENTENCE):
            return False
    return False
