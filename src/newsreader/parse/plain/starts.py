"""Where the articles of a page begin: at datelines, and at what looks like the head of the others without one.

A dateline that is beyond doubt begins an article by itself. A lighter one needs a headline above it and either a
second one of its habit on the page, or a page that shows by stamps, bylines or menus that it is a page of news.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from newsreader.parse.plain.bylines import signature_of
from newsreader.parse.plain.dateline import STRONG
from newsreader.parse.plain.decks import headline_over_sentence, headlines_over_decks
from newsreader.parse.plain.echoes import echoed_above
from newsreader.parse.plain.headlines import (
    HEADLINES,
    KICKER_WORDS,
    have_headlines,
    headline_above,
    longer_above,
    words_in,
)
from newsreader.parse.plain.kinds import RUNNING, Kind, Piece
from newsreader.parse.plain.names import is_all_caps
from newsreader.parse.plain.signoffs import is_signoff, without_signoff
from newsreader.parse.plain.tickers import ticker_of
from newsreader.parse.plain.undated import Start, before, on_a_page_of_news, undated

__all__ = ["Start", "starts_of"]

_SHORTEST_PLACE = 3
_ENDS = HEADLINES | {Kind.LABEL, Kind.RIGHTS, Kind.TAGS}
_SENTENCES = HEADLINES | {Kind.SENTENCE, Kind.PROSE}


def starts_of(pieces: Sequence[Piece]) -> list[Start]:
    """The starts of the articles of a page, in order; none when it shows no dateline to go by."""
    dated = _with_tops(pieces, _dated(pieces))
    if not dated:
        ticker = ticker_of(pieces)
        return [ticker] if ticker else on_a_page_of_news(pieces)
    first = before(pieces, dated[0].top)
    headed = dated[0].headline and pieces[dated[0].headline[0]].kind in _SENTENCES
    if first and not headed and _is_its_head(pieces, first, dated[0]):
        dated[0] = replace(dated[0], top=first.top, headline=first.headline)
        first = None
    others = [*([first] if first else []), *undated(pieces, dated)]
    return sorted([*dated, *others], key=lambda start: start.text)


def _is_its_head(pieces: Sequence[Piece], above: Start, start: Start) -> bool:
    """Whether what stands above a dateline is one short paragraph under a headline, which are then its own."""
    between = pieces[above.text : start.text]
    return bool(above.headline) and sum(piece.kind in RUNNING for piece in between) == 1


def _dated(pieces: Sequence[Piece]) -> list[Start]:
    pieces = [_with_text_below(pieces, at) for at in range(len(pieces))]
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
    alone = Counter(start.dateline.agency for start in possible if start.dateline)
    shared = {agency for agency, times in alone.items() if agency and times > 1}
    closed = len(possible) > 1 and all(_is_closed(pieces, start) for start in [*possible[1:], None])
    possible = [
        start
        for start in possible
        if closed
        or start.text in strong
        or _is_headed(pieces, start)
        or _agency_at(pieces, start.text) in shared
    ]
    forms = Counter(start.dateline.form for start in possible if start.dateline)
    agencies = {piece.dateline.agency.split("/")[0] for at in strong if (piece := pieces[at]).dateline} - {""}
    places = [start.text for start in possible if closed or _is_sure(start, forms, agencies)]
    return _at(pieces, places) or _at(pieces, [start.text for start in first if _opens_news(pieces, start)])


def _with_text_below(pieces: Sequence[Piece], at: int) -> Piece:
    """The piece, without a dateline that stands alone and over no text, or is the headline over another."""
    piece = pieces[at]
    if piece.kind is Kind.HEADING and piece.dateline and at + 1 < len(pieces):
        under = pieces[at + 1].dateline
        if under and under.body and piece.dateline.body and under.weight >= piece.dateline.weight:
            return replace(piece, dateline=None)
    if piece.dateline is None or piece.dateline.body:
        return piece
    below = pieces[at + 1].kind if at + 1 < len(pieces) else Kind.RIGHTS
    sure = piece.dateline.weight >= STRONG and below not in _ENDS
    return piece if sure or below in RUNNING else replace(piece, dateline=None)


def _at(pieces: Sequence[Piece], places: Sequence[int]) -> list[Start]:
    """Starts at the datelines at *places*, with their headlines."""
    floors = [0, *(place + 1 for place in places[:-1])]
    headlines = [
        longer_above(pieces, headline_above(pieces, place, floor), floor, _agency_at(pieces, place))
        for place, floor in zip(places, floors, strict=False)
    ]
    others = any(headlines)
    headlines = [
        headline or headline_over_sentence(pieces, place, floor, beside_others=others)
        for headline, place, floor in zip(headlines, places, floors, strict=False)
    ]
    if headlines:
        headlines[0] = echoed_above(pieces, places[0]) or headlines[0]
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


def _agency_at(pieces: Sequence[Piece], place: int) -> str:
    dateline = pieces[place].dateline
    return dateline.agency if dateline else ""


def _is_sure(start: Start, forms: Counter[str], agencies: Container[str]) -> bool:
    dateline = start.dateline
    if dateline is None:
        return False
    if dateline.weight >= STRONG or dateline.agency.split("/")[0] in agencies:
        return True
    return dateline.weight > 0 and forms[dateline.form] > 1


def _is_closed(pieces: Sequence[Piece], start: Start | None) -> bool:
    """Whether a desk signed off the text above *start*, or the last one of the page."""
    last = pieces[(len(pieces) if start is None else start.top) - 1]
    return is_signoff(last.text) or without_signoff(last.text) != last.text


def _is_headed(pieces: Sequence[Piece], start: Start) -> bool:
    """Whether a light dateline has a headline above and a paragraph behind it; the lines of a play have neither."""
    dateline = start.dateline
    above = [pieces[at] for at in start.headline]
    if dateline is None:
        return False
    if not above and start.text and pieces[start.text - 1].kind is Kind.BYLINE:
        return pieces[start.text].kind is Kind.PROSE
    if not above or any(piece.kind is not Kind.HEADING for piece in above):
        return False
    if any(piece.dateline and piece.dateline.form == dateline.form for piece in above):
        return False
    return pieces[start.text].kind in RUNNING or dateline.weight >= STRONG - 1


def _opens_news(pieces: Sequence[Piece], start: Start) -> bool:
    """Whether a light dateline is the first thing on a page that is one of news."""
    if start.dateline is None or start.dateline.weight < 1 or start.dateline.body[:1].islower():
        return False
    before = pieces[: start.text]
    told = sum(piece.kind is Kind.SENTENCE for piece in before)
    decks = [at for at, piece in enumerate(before) if piece.kind is Kind.PROSE]
    signed = bool(decks) and any(piece.kind is Kind.BYLINE for piece in before[decks[-1] :])
    if told + len(decks) > 1 or (decks and not signed):
        return False
    if _stands_under_a_headline(pieces, start):
        return True
    return start.dateline.weight > 1 or any(p.kind in (Kind.STAMP, Kind.BYLINE, Kind.MENU) for p in before)


def _stands_under_a_headline(pieces: Sequence[Piece], start: Start) -> bool:
    """Whether a place in capitals begins the paragraph right under the headline of a page."""
    place = start.dateline.place.split(",")[0] if start.dateline else ""
    words = sum(words_in(pieces[at]) for at in start.headline)
    named = len(place) > _SHORTEST_PLACE and is_all_caps(place) and pieces[start.text].kind is Kind.PROSE
    return named and words > KICKER_WORDS and start.headline[-1] == start.text - 1


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
    short = top > floor and pieces[top - 1].kind is Kind.HEADING and words_in(pieces[top - 1]) <= KICKER_WORDS
    return short and not (floor and signature_of(pieces[top - 1].text))


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
    headlines, texts = [start.headline for start in starts], [start.text for start in starts]
    uppers = headlines_over_decks(pieces, headlines, texts, floors)
    if uppers is None:
        return list(starts)
    return [replace(start, top=lines[0], headline=lines) for start, lines in zip(starts, uppers, strict=True)]
