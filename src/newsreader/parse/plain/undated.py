"""Where articles begin that have no dateline: under headings that a byline, a stamp or the furniture of a page sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsreader.parse.plain.calendar import without_time
from newsreader.parse.plain.dateline import STRONG, Dateline
from newsreader.parse.plain.decks import headline_over_deck
from newsreader.parse.plain.echoes import echoed_above
from newsreader.parse.plain.headlines import (
    HEADLINES,
    KICKER_WORDS,
    headline_above,
    is_furnished,
    longer_above,
    whole,
    words_in,
)
from newsreader.parse.plain.kinds import RUNNING, Kind, Piece
from newsreader.parse.plain.lines import width
from newsreader.parse.plain.names import is_all_caps, is_place, place_and_initials

__all__ = ["Start", "before", "on_a_page_of_news", "undated"]

_SIGNS_OF_A_PAGE = frozenset({Kind.CAPTION, Kind.FURNITURE, Kind.MENU, Kind.LABEL, Kind.RIGHTS, Kind.TAGS})
_PAGE_SIGNS = 2
_WIDE = 60
_SIGNS = (Kind.STAMP, Kind.BYLINE, Kind.CAPTION)
# `Place-Agency`, in a script without capitals or with the agency's initials.
_PLACE_AND_AGENCY = re.compile(
    r"([^\W\d_A-Za-zÀ-ɏ]{2,15}|[A-Z][a-z]{2,12})\s?[-–/]\s?([^\W\d_A-Za-zÀ-ɏ]{2,12}|[A-Z]{3,6})"
)
# `Place. Sentence` or `Place: Sentence`, as papers of one region write it.
_STOPPED_PLACE = re.compile(r"([^\W\d_a-z][^\W\d_]{2,}(?:[ -][^\W\d_]{2,}){0,2})[.:]\s+(?=[^\W\d_a-z])")
_LEAST_OVER = 2
_BETWEEN = (Kind.BYLINE, Kind.STAMP, Kind.CAPTION, Kind.SLUG, Kind.FURNITURE, Kind.NOTICE, Kind.MENU)


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


def on_a_page_of_news(pieces: Sequence[Piece]) -> list[Start]:
    """Articles on a page without datelines: several that are signed or stamped alike, or one among much furniture."""
    stamped = sum(piece.kind is Kind.STAMP and is_furnished(piece) for piece in pieces) > 1
    signed = [
        Start(place, whole(pieces, place, 0), text)
        for place, piece in enumerate(pieces)
        if piece.kind is Kind.HEADING
        and (text := _opens(pieces, place, len(pieces), stamped=stamped)) is not None
    ]
    posts = [post for at in range(1, len(pieces) - 1) if (post := _post_at(pieces, at))]
    if len(posts) > len(signed):
        signed = posts
    if len(signed) > 1:
        return signed
    if sum(piece.text.startswith(">") for piece in pieces) > 1:
        return []  # a letter that answers another
    found = before(pieces, len(pieces))
    if found is None or not found.headline or not _is_of_news(pieces, found):
        return []
    return [replace(found, dateline=found.dateline or _place_of(pieces, found.text))]


def _post_at(pieces: Sequence[Piece], headline: int) -> Start | None:
    """The entry of a log of the web that a day, a headline (perhaps twice) and a text begin, one under another."""
    stamp, text = pieces[headline - 1], headline + 1
    if text + 1 < len(pieces) and pieces[text].text == pieces[headline].text:
        text += 1
    dated = stamp.kind is Kind.STAMP and stamp.day is not None and stamp.day.day is not None
    begins = dated and pieces[headline].kind is Kind.HEADING and pieces[text].kind in RUNNING
    return Start(headline - 1, tuple(range(headline, text))[-1:], text) if begins else None


def _place_of(pieces: Sequence[Piece], text: int) -> Dateline | None:
    """The place that a text begins with before a dash, or a stop if the page names it elsewhere: on a page of news."""
    dateline = pieces[text].dateline
    if pieces[text].kind is not Kind.PROSE:
        return None
    if dateline is None or dateline.body[:1].islower():
        return _place_and_stop(pieces, text)
    return dateline if dateline.place and dateline.form.startswith(("hyphen", "dash")) else None


def _place_and_stop(pieces: Sequence[Piece], text: int) -> Dateline | None:
    match = _STOPPED_PLACE.match(pieces[text].text)
    if match is None or not is_place(match[1]):
        return None
    named = re.compile(rf"\b{re.escape(match[1])}\b")
    if not any(named.search(piece.text) for at, piece in enumerate(pieces) if at != text):
        return None
    return Dateline(
        match[1], "", (), None, match[0].strip(), pieces[text].text[match.end() :], STRONG, "stop"
    )


def _is_of_news(pieces: Sequence[Piece], start: Start) -> bool:
    """Whether a page shows by a byline or stamp and furniture that it is one of news; near a headline less will do."""
    kinds = {piece.kind for piece in pieces}
    near = pieces[max(0, start.top - 2) : start.text]
    notices = sum(piece.kind is Kind.NOTICE for piece in pieces) > 1
    signs = len(kinds & _SIGNS_OF_A_PAGE) + any(piece.byline and piece.day for piece in pieces) + notices
    signs += any(_is_of_the_hour(piece) for piece in near)
    signs += any(piece.byline and not piece.byline.authors for piece in pieces)
    told = {piece.kind for piece in near}
    headed = bool(start.headline) and pieces[start.headline[0]].kind in (Kind.HEADING, Kind.SENTENCE)
    signs += headed and {Kind.STAMP, Kind.BYLINE} <= told and not told.isdisjoint((Kind.SLUG, Kind.NOTICE))
    long = sum(words_in(pieces[at]) for at in start.headline) >= KICKER_WORDS
    signed = long and any(piece.kind in (Kind.STAMP, Kind.BYLINE) for piece in near)
    unsigned = len(kinds & (_SIGNS_OF_A_PAGE | {Kind.NOTICE})) > _PAGE_SIGNS
    return signs >= (1 if signed else _PAGE_SIGNS) and (unsigned or bool(kinds & {Kind.STAMP, Kind.BYLINE}))


def undated(pieces: Sequence[Piece], dated: Sequence[Start]) -> Iterator[Start]:
    """Articles without a dateline between those that have one."""
    ends = [start.top for start in dated[1:]] + [len(pieces)]
    stamped = any(piece.kind is Kind.STAMP for start in dated for piece in pieces[start.top : start.text])
    for start, end in zip(dated, ends, strict=True):
        for place in range(start.text + 1, end):
            if pieces[place].kind is Kind.HEADING and (text := _opens(pieces, place, end, stamped=stamped)):
                yield Start(place, whole(pieces, place, start.text + 1), text)


def _is_of_the_hour(piece: Piece) -> bool:
    """Whether a stamp names a day and a time, as pages of news do and few other texts."""
    day = piece.day
    return (
        piece.kind is Kind.STAMP
        and bool(day and day.month and day.day)
        and without_time(piece.text) != piece.text
    )


def before(pieces: Sequence[Piece], end: int) -> Start | None:
    """An article above the first dateline, or on a page without any."""
    text = next((at for at in range(end) if _is_text(pieces, at, end)), None)
    if text is None:
        return None
    head, text = text, _under_deck(pieces, text, end)
    place = _place_alone(pieces, text) or _place_over_stamp(pieces, text)
    head = head if head < text else text - (place is not None)
    headline = echoed_above(pieces, head) or _headline_above(pieces, head)
    top = headline[0] if headline else head
    while top and pieces[top - 1].kind in (Kind.STAMP, Kind.BYLINE):
        top -= 1
    return Start(top, headline, text, place)


def _headline_above(pieces: Sequence[Piece], head: int) -> tuple[int, ...]:
    headline = longer_above(pieces, headline_above(pieces, head, 0), 0)
    doubtful = bool(headline) and pieces[headline[0]].kind not in HEADLINES
    if not headline or doubtful:
        headline = headline_above(pieces, head, 0, among=HEADLINES | {Kind.SENTENCE}) or headline
    return headline_over_deck(pieces, headline, 0) or headline


def _under_deck(pieces: Sequence[Piece], text: int, end: int) -> int:
    """Where the text begins if what was taken for its first paragraph is a deck: a byline or stamp follows it."""
    at = text + 1
    while at < end and (
        pieces[at].kind in _BETWEEN or _is_small(pieces[at]) or _is_over_stamp(pieces, at, end)
    ):
        at += 1
    signed = any(piece.kind in (Kind.BYLINE, Kind.STAMP) for piece in pieces[text + 1 : at])
    above = pieces[text - 1].kind if text else None
    byline = any(piece.kind is Kind.BYLINE for piece in pieces[text + 1 : at])
    signs_above = above is Kind.BYLINE or (above in (Kind.STAMP, Kind.CAPTION) and not byline)
    return at if signed and not signs_above and text and at < end and _is_text(pieces, at, end) else text


def _is_over_stamp(pieces: Sequence[Piece], at: int, end: int) -> bool:
    """Whether a heading stands right over a stamp and apart from what is above it: a remark, such as for whom it is."""
    below = pieces[at + 1].kind if at + 1 < end else None
    return pieces[at].kind is Kind.HEADING and pieces[at].block.gap > 0 and below in (Kind.STAMP, Kind.BYLINE)


def _is_small(piece: Piece) -> bool:
    return piece.kind is Kind.HEADING and words_in(piece) <= KICKER_WORDS


def _is_text(pieces: Sequence[Piece], at: int, end: int) -> bool:
    """Whether an article's text may begin there: with a paragraph, or with sentences one under another."""
    if pieces[at].kind is Kind.PROSE:
        return True
    if pieces[at].kind is not Kind.SENTENCE:
        return False
    above = at - 1
    while above > 0 and pieces[above].kind in (Kind.FURNITURE, Kind.SLUG):
        above -= 1
    if at and pieces[above].kind in (Kind.STAMP, Kind.BYLINE):
        return True
    if (
        at
        and pieces[at - 1].kind is Kind.HEADING
        and pieces[at].block.gap
        and width(pieces[at].text) >= _WIDE
    ):
        return any(piece.kind in RUNNING for piece in pieces[at + 1 : min(at + 3, end)])
    following = [piece.kind for piece in pieces[at + 1 : min(at + 3, end)]]
    return len(following) > 1 and all(kind in RUNNING for kind in following)


def _place_alone(pieces: Sequence[Piece], text: int) -> Dateline | None:
    """A place in capitals on a line of its own, right above the text and under something else than the headline."""
    above = pieces[text - 1] if text > 1 else None
    if above is None or above.kind is not Kind.HEADING or pieces[text - 2].kind not in _SIGNS:
        return None
    if both := _PLACE_AND_AGENCY.fullmatch(above.text):
        return Dateline(both[1], both[2], (), None, above.text, pieces[text].text, STRONG, "alone")
    place = above.text.rstrip(" -–—")
    if not is_all_caps(place.split(",")[0]) or not is_place(place):
        return None
    if words_in(above) > KICKER_WORDS + 1:
        return None
    return Dateline(place, "", (), None, above.text, pieces[text].text, STRONG, "alone")


def _place_over_stamp(pieces: Sequence[Piece], text: int) -> Dateline | None:
    """`Place/AGENCY` on a line between a headline and a stamp."""
    if text < _LEAST_OVER or pieces[text - 1].kind is not Kind.STAMP:
        return None
    above = pieces[text - 2].text
    both = place_and_initials(above)
    return Dateline(*both, (), None, above, pieces[text].text, STRONG, "alone") if both else None


def _opens(pieces: Sequence[Piece], headline: int, end: int, *, stamped: bool) -> int | None:
    """The text under a heading, if a byline or stamp between the two, or the end of an article above, shows a start."""
    between, at = [], headline + 1
    while at < end and pieces[at].kind in _BETWEEN:
        between.append(pieces[at])
        at += 1
    if at >= end or pieces[at].kind not in RUNNING:
        return None
    signed = any(p.byline is not None and p.byline.authors and not p.byline.is_credit for p in between)
    if signed or (stamped and any(piece.kind is Kind.STAMP for piece in between)):
        return at
    if pieces[at].kind is not Kind.PROSE:
        return None
    two = at + 1 < end and pieces[at + 1].kind in RUNNING
    return at if two and _after_an_end(pieces, headline) else None


def _after_an_end(pieces: Sequence[Piece], place: int) -> bool:
    """Whether what stands above *place* ended an article: a copyright or a credit, with no text after it."""
    for at in range(place - 1, -1, -1):
        piece = pieces[at]
        if piece.kind is Kind.RIGHTS or (piece.byline is not None and piece.byline.is_credit):
            return True
        if piece.kind in RUNNING:
            return False
    return False
