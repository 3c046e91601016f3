"""What a short line is by the lines beside it, where it does not tell by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsreader.parse.plain.bylines import (
    Byline,
    is_by,
    named_with_role,
    names_alone,
    signature_of,
)
from newsreader.parse.plain.calendar import find_day
from newsreader.parse.plain.cues import PHOTO_STEMS
from newsreader.parse.plain.labels import is_open_label, is_short_label, is_tags
from newsreader.parse.plain.lines import is_stopless, width
from newsreader.parse.plain.names import is_person, is_place, place_and_initials
from newsreader.parse.plain.notices import speaks_to_reader
from newsreader.parse.plain.piece import RUNNING, Kind, Piece
from newsreader.parse.plain.signed import is_name_over, is_over_dateline, names_between
from newsreader.text.words import fold

__all__ = ["in_place"]

_LONGEST_DATED = 110
_FEW, _NARROW = 5, 20
_BRACKETED = re.compile(r"[(\[（【][^()]{2,120}[)\]）】]\.?")
# What a text browser puts where a picture was.
_PICTURE = re.compile(r"\[(?:[^\[\]\s]+\.(?:jpe?g|png|gif|webp|svg|avif)|IMG|IMAGE|INLINE)\]", re.IGNORECASE)
_TITLES = (Kind.HEADING, Kind.SENTENCE)
_LISTED = (Kind.HEADING, Kind.ITEM)
_HEADS = (Kind.STAMP, Kind.BYLINE)
_TWO = 2
_LEAST_STOPLESS = 60
_LONGEST_MEASURE = 40


def in_place(pieces: Sequence[Piece]) -> list[Piece]:
    """*pieces* told once more, each with what stands right above and below it."""
    found = list(pieces)
    headed = False
    for at in range(len(found)):
        piece = found[at]
        above = found[at - 1] if at else None
        below = found[at + 1] if at + 1 < len(found) else None
        if below is not None and at + 2 < len(found) and _is_word_before_stamp(below, found[at + 2]):
            below = found[at + 2]
        found[at] = _beside(piece, above, below, headed=headed)
        if headed and below and is_by(piece.text) and (names := signature_of(below.text)):
            found[at : at + 2] = [
                replace(piece, kind=Kind.FURNITURE),
                replace(below, kind=Kind.BYLINE, byline=Byline(names)),
            ]
            continue
        if is_over_dateline(found, at):
            found[at] = replace(piece, kind=Kind.BYLINE, byline=Byline(names_alone(piece.text)))
        elif headed and is_name_over(above, found[at : at + 3]):
            found[at] = replace(piece, kind=Kind.BYLINE, byline=Byline(signature_of(piece.text)))
        if at and piece.kind is Kind.HEADING and piece.text == pieces[0].text:
            found[at] = piece  # the page's title, not a name
        told = above is not None and above.kind in RUNNING
        title = piece.kind is Kind.HEADING or (piece.kind is Kind.SENTENCE and not told)
        headed = title or (headed and piece.kind is not Kind.PROSE)
    return found


def _beside(piece: Piece, before: Piece | None, after: Piece | None, *, headed: bool) -> Piece:
    """What a short line is by the lines right above and below it; *headed* when one above may be its headline."""
    above = before if before is not None and piece.block.tied else None
    below = after if after is not None and after.block.tied else None
    found: Piece | None = None
    if piece.kind is Kind.MENU:
        found = _row(piece, above, below) or (_name_and_place(piece, before) if headed else None)
    elif piece.kind in _TITLES:
        found = _title_under(piece, before, above)
    if found is None and piece.kind is Kind.HEADING:
        found = (
            _over(piece, below, after)
            or (_under_headline(piece, before, above, after) if headed else None)
            or _under(piece, above, below, headed=headed)
        )
    return found or piece


def _row(menu: Piece, above: Piece | None, below: Piece | None) -> Piece | None:
    """The head of a table, or one of its rows."""
    rows = (each for each in (above, below) if each and each.kind in _LISTED)
    is_row = menu.block.columns > 1 and any(row.block.columns > 1 for row in rows)
    return replace(menu, kind=Kind.HEADING) if is_row else None


def _name_and_place(menu: Piece, before: Piece | None) -> Piece | None:
    """`Name | Place` under a stamp."""
    if before is None or before.kind is not Kind.STAMP:
        return None
    name, stroke, place = menu.text.partition(" | ")
    signed = bool(stroke) and is_person(name) and is_place(place)
    return replace(menu, kind=Kind.BYLINE, byline=Byline((name,))) if signed else None


def _title_under(piece: Piece, before: Piece | None, above: Piece | None) -> Piece | None:
    """What a heading or a sentence is by the line above it."""
    dated = piece.kind is Kind.SENTENCE and len(piece.text) <= _LONGEST_DATED
    if dated and (stamp := _stamp_under(piece, above)):
        return stamp
    signed = before is not None and before.kind in _HEADS and not piece.block.gap
    if signed and _measures(piece.text):
        return replace(piece, kind=Kind.SLUG)
    pictured = above is not None and (_PICTURE.fullmatch(above.text) or fold(above.text) in PHOTO_STEMS)
    return replace(piece, kind=Kind.CAPTION) if pictured else None


def _stamp_under(piece: Piece, above: Piece | None) -> Piece | None:
    """A day with its year right under a byline."""
    day = find_day(piece.text) if above is not None and above.kind is Kind.BYLINE else None
    return replace(piece, kind=Kind.STAMP, day=day) if day and day.year else None


def _over(heading: Piece, below: Piece | None, after: Piece | None) -> Piece | None:
    """What a heading is by the line below it."""
    if below is not None and below.kind is Kind.STAMP and place_and_initials(heading.text):
        return replace(heading, kind=Kind.SLUG)
    if below is not None and fold(heading.text) in PHOTO_STEMS:
        return replace(heading, kind=Kind.FURNITURE)
    if below is not None and below.kind is Kind.NOTICE and speaks_to_reader(heading.text):
        return replace(heading, kind=Kind.NOTICE)
    if below is not None and below.kind in _LISTED and is_open_label(heading.text):
        return replace(heading, kind=Kind.LABEL)
    listed = after is not None and after.kind is Kind.HEADING and len(after.text.split()) > _TWO
    return replace(heading, kind=Kind.LABEL) if listed and is_short_label(heading.text) else None


def _under_headline(
    heading: Piece, before: Piece | None, above: Piece | None, after: Piece | None
) -> Piece | None:
    """What a heading is that stands between a headline and its text: mostly, who wrote it."""
    if before is not None and before.kind in _HEADS and _is_stopless_prose(heading):
        return replace(heading, kind=Kind.PROSE)
    names: tuple[str, ...] | None = None
    if _is_between(before, above, after):
        names = names_between(heading.text, before, above, after)
    if names is None and after is not None and after.kind is Kind.PROSE:
        name = named_with_role(heading.text)
        names = (name,) if name else None
    return None if names is None else replace(heading, kind=Kind.BYLINE, byline=Byline(names))


def _under(heading: Piece, above: Piece | None, below: Piece | None, *, headed: bool) -> Piece | None:
    """What a heading is by the line right above it, or by a figure that it begins with."""
    if stamp := _stamp_under(heading, above):
        return stamp
    words = len(heading.text.split())
    if _counts(heading.text) and not heading.block.marker:
        return replace(heading, kind=Kind.SLUG)
    if above is None:
        return None
    narrow = words <= _FEW and width(heading.text) <= _NARROW
    if headed and narrow and above.kind in (Kind.STAMP, Kind.SLUG):
        return replace(heading, kind=Kind.SLUG)
    dated = headed and above.kind is Kind.STAMP and not below
    if words <= _FEW and (dated or above.kind is Kind.BYLINE):
        return replace(heading, kind=Kind.SLUG)
    filled = above.kind is Kind.TAGS and is_tags(above.text) and _names_a_tag(above.text)
    if above.kind not in (Kind.FURNITURE, Kind.TAGS) or above.text[0].isdigit() or filled:
        return None
    # Headlines too stand right under buttons; not what a word for a picture announces.
    names_picture = fold(above.text.split()[0]) in PHOTO_STEMS
    most = _FEW - 1 if above.kind is Kind.FURNITURE and not names_picture else 2 * _FEW
    return replace(heading, kind=above.kind) if words <= most else None


def _is_between(before: Piece | None, above: Piece | None, after: Piece | None) -> bool:
    """Whether a line stands where names do: under a headline and over a stamp or employer, or right under a stamp."""
    if above is not None and above.kind is Kind.STAMP:
        return True
    running = after is not None and after.kind in RUNNING
    dated = after is not None and after.dateline is not None
    if running and not dated and before is not None and before.kind is Kind.STAMP:
        return True
    under = before is not None and before.kind in (Kind.HEADING, Kind.SENTENCE)
    if not under or after is None:
        return False
    employed = after.block.tied and _BRACKETED.fullmatch(after.text) is not None
    return after.kind is Kind.STAMP or employed or _counts(after.text)


def _is_word_before_stamp(piece: Piece, below: Piece) -> bool:
    """Whether a word that says what happened then stands over a stamp: `Published`."""
    close = piece.block.tied and below.block.tied
    return piece.kind is Kind.FURNITURE and below.kind is Kind.STAMP and close and " " not in piece.text


def _names_a_tag(text: str) -> bool:
    """Whether what an article is filed under stands behind the word for it already."""
    return bool(text.replace("：", ":").partition(":")[2].strip())


def _counts(text: str) -> bool:
    """Whether a line counts something: minutes to read, comments."""
    return text[0].isdigit() and 1 < len(text.split()) < _FEW


def _measures(text: str) -> bool:
    """Whether a line names a figure and what it is of: `Temps de lecture : 4 min.`"""
    name, colon, figure = text.replace("：", ":").partition(":")
    short = len(text) <= _LONGEST_MEASURE and len(name.split()) <= _FEW
    return short and bool(colon) and figure.strip()[:1].isdigit() and not name[-1:].isdigit()


def _is_stopless_prose(piece: Piece) -> bool:
    """Whether a line of a script that puts no stop after a sentence is long enough for one."""
    return is_stopless(piece.text) and piece.block.gap > 0 and width(piece.text) >= _LEAST_STOPLESS
