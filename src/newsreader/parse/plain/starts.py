"""Where the articles of a page begin: at datelines, and at what looks like the head of the others without one.

A dateline that is beyond doubt begins an article by itself. A lighter one needs a headline above it and either a
second one of its habit on the page, or a page that shows by stamps, bylines or menus that it is a page of news.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from newsreader.parse.plain.dateline import STRONG, Dateline
from newsreader.parse.plain.headlines import (
    HEADLINES,
    KICKER_WORDS,
    have_headlines,
    headline_above,
    is_furnished,
    longer_above,
    whole,
    words_in,
)
from newsreader.parse.plain.kinds import Kind, Piece
from newsreader.parse.plain.lines import width
from newsreader.parse.plain.names import is_all_caps, is_place

__all__ = ["Start", "starts_of"]

_SENTENCES = HEADLINES | {Kind.SENTENCE, Kind.PROSE}
_SIGNS_OF_A_PAGE = frozenset({Kind.CAPTION, Kind.FURNITURE, Kind.MENU, Kind.LABEL, Kind.RIGHTS, Kind.TAGS})
_PAGE_SIGNS = 2
_DECK_WORDS, _DECK_LONGER = 4, 1.25


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
        return _on_a_page_of_news(pieces)
    others = list(_undated(pieces, dated))
    return sorted([*dated, *others], key=lambda start: start.text)


def _on_a_page_of_news(pieces: Sequence[Piece]) -> list[Start]:
    """Articles on a page without datelines: several that are signed or stamped alike, or one among much furniture."""
    stamped = sum(piece.kind is Kind.STAMP and is_furnished(piece) for piece in pieces) > 1
    signed = [
        Start(place, whole(pieces, place, 0), text)
        for place, piece in enumerate(pieces)
        if piece.kind is Kind.HEADING
        and (text := _opens(pieces, place, len(pieces), stamped=stamped)) is not None
    ]
    if len(signed) > 1:
        return signed
    kinds = {piece.kind for piece in pieces}
    if sum(piece.text.startswith(">") for piece in pieces) > 1:
        return []  # a letter that answers another
    signs = len(kinds & _SIGNS_OF_A_PAGE) + any(piece.byline and piece.day for piece in pieces)
    if signs < _PAGE_SIGNS or not kinds & {Kind.STAMP, Kind.BYLINE}:
        return []
    found = _before(pieces, len(pieces))
    return [found] if found and found.headline else []


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
    first = possible[:1]
    possible = [start for start in possible if start.text in strong or _is_headed(pieces, start)]
    forms = Counter(start.dateline.form for start in possible if start.dateline)
    agencies = {piece.dateline.agency.split("/")[0] for at in strong if (piece := pieces[at]).dateline} - {""}
    places = [start.text for start in possible if _is_sure(start, forms, agencies)]
    return _at(pieces, places) or _at(pieces, [start.text for start in first if _opens_news(pieces, start)])


def _at(pieces: Sequence[Piece], places: Sequence[int]) -> list[Start]:
    """Starts at the datelines at *places*, with their headlines."""
    floors = [0, *(place + 1 for place in places[:-1])]
    headlines = [
        longer_above(pieces, headline_above(pieces, place, floor), floor)
        for place, floor in zip(places, floors, strict=False)
    ]
    if headlines and not headlines[0]:
        headlines[0] = headline_above(pieces, places[0], 0, among=_SENTENCES)
    if have_headlines(pieces, headlines):
        headlines = [
            headline or headline_above(pieces, place, floor, among=_SENTENCES)
            for headline, place, floor in zip(headlines, places, floors, strict=False)
        ]
    return [
        Start(headline[0] if headline else place, headline, place, pieces[place].dateline)
        for place, headline in zip(places, headlines, strict=True)
    ]


def _is_sure(start: Start, forms: Counter[str], agencies: Container[str]) -> bool:
    dateline = start.dateline
    if dateline is None:
        return False
    if dateline.weight >= STRONG or dateline.agency.split("/")[0] in agencies:
        return True
    return dateline.weight > 0 and forms[dateline.form] > 1


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


def _with_tops(pieces: Sequence[Piece], starts: Sequence[Start]) -> list[Start]:
    """The same starts, with stamps and bylines above the headline where the page puts them there, and decks told."""
    if not starts:
        return []
    starts = _with_decks(pieces, starts)
    first = starts[0]
    above = _kinds_above(pieces, first.top, 0)
    floors = [0, *(start.text + 1 for start in starts[:-1])]
    kicked = _has_kicker(pieces, first.top, 0)
    found = []
    for start, floor in zip(starts, floors, strict=True):
        top = start.top - _taken(pieces, start.top, floor, above)
        found.append(replace(start, top=top - (kicked and _has_kicker(pieces, top, floor))))
    return found


def _has_kicker(pieces: Sequence[Piece], top: int, floor: int) -> bool:
    """Whether the name of a section stands right above."""
    return top > floor and pieces[top - 1].kind is Kind.HEADING and words_in(pieces[top - 1]) <= KICKER_WORDS


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
    titles = (Kind.HEADING, Kind.SENTENCE) if floor == 0 else (Kind.HEADING,)
    if not start.headline or upper < floor or pieces[upper].kind not in titles:
        return None
    if (
        upper > floor
        and pieces[upper - 1].kind is Kind.HEADING
        and words_in(pieces[upper - 1]) > KICKER_WORDS
    ):
        return None
    deck, above = pieces[start.top], pieces[upper]
    closer = 0 < deck.block.gap < above.block.gap and upper > 0
    longer = deck.kind is Kind.SENTENCE or width(deck.text) > _DECK_LONGER * width(above.text)
    return upper if closer or (longer and words_in(above) >= _DECK_WORDS) else None


def _undated(pieces: Sequence[Piece], dated: Sequence[Start]) -> Iterator[Start]:
    """Articles without a dateline among those that have one."""
    ends = [start.top for start in dated[1:]] + [len(pieces)]
    if first := _before(pieces, dated[0].top):
        yield first
    stamped = any(piece.kind is Kind.STAMP for start in dated for piece in pieces[start.top : start.text])
    for start, end in zip(dated, ends, strict=True):
        for place in range(start.text + 1, end):
            if pieces[place].kind is Kind.HEADING and (text := _opens(pieces, place, end, stamped=stamped)):
                yield Start(place, whole(pieces, place, start.text + 1), text)


def _before(pieces: Sequence[Piece], end: int) -> Start | None:
    """An article above the first dateline, or on a page without any."""
    text = next((at for at in range(end) if _is_text(pieces, at, end)), None)
    if text is None:
        return None
    place = _place_alone(pieces, text)
    headline = headline_above(pieces, text if place is None else text - 1, 0)
    upper = headline[0] if headline else text
    start = Start(upper, headline, text, place)
    deck = _upper(pieces, start, 0)
    return start if deck is None else replace(start, top=deck, headline=(deck,))


def _is_text(pieces: Sequence[Piece], at: int, end: int) -> bool:
    """Whether an article's text may begin there: with a paragraph, or with sentences one under another."""
    if pieces[at].kind is Kind.PROSE:
        return True
    following = [piece.kind for piece in pieces[at + 1 : min(at + 3, end)]]
    return (
        pieces[at].kind is Kind.SENTENCE
        and len(following) > 1
        and set(following) <= {Kind.PROSE, Kind.SENTENCE}
    )


def _place_alone(pieces: Sequence[Piece], text: int) -> Dateline | None:
    """A place in capitals on a line of its own, right above the text and under something else than the headline."""
    above = pieces[text - 1] if text > 1 else None
    if (
        above is None
        or above.kind is not Kind.HEADING
        or not is_all_caps(above.text)
        or not is_place(above.text)
    ):
        return None
    if words_in(above) > KICKER_WORDS or pieces[text - 2].kind not in (Kind.STAMP, Kind.BYLINE):
        return None
    return Dateline(above.text, "", (), None, above.text, pieces[text].text, STRONG, "alone")


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
