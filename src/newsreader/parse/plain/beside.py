"""What a short line is by the lines beside it, where it does not tell by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsreader.parse.plain.bylines import (
    Byline,
    is_by,
    is_staff,
    named_with_role,
    names_alone,
    names_role,
    signature_of,
    signed_stamp,
)
from newsreader.parse.plain.calendar import find_day
from newsreader.parse.plain.cues import PHOTO_STEMS
from newsreader.parse.plain.labels import is_open_label, is_short_label, is_tags
from newsreader.parse.plain.lines import is_stopless, width
from newsreader.parse.plain.names import is_all_caps, is_person, is_place, place_and_initials
from newsreader.parse.plain.notices import speaks_to_reader
from newsreader.parse.plain.piece import Kind, Piece
from newsreader.text.words import fold

__all__ = ["in_place"]

_LONGEST_DATED = 110
_FEW, _NARROW = 5, 20
_BRACKETED = re.compile(r"[(\[（【][^()]{2,120}[)\]）】]\.?")
# What a text browser puts where a picture was.
_PICTURE = re.compile(r"\[(?:[^\[\]\s]+\.(?:jpe?g|png|gif|webp|svg|avif)|IMG|IMAGE|INLINE)\]", re.IGNORECASE)
_TITLES = (Kind.HEADING, Kind.SENTENCE)
# No paper, no page of one.
_HAN_NAME = re.compile("[\u3400-\u9fff]{2,4}(?<![聞報报社網网台局部版号號事員员])")
_SHORT = (Kind.HEADING, Kind.FURNITURE)
_HEADS = (Kind.STAMP, Kind.BYLINE)
_TWO = 2
_LEAST_STOPLESS = 60
_LONGEST_MEASURE = 40
_MOST_OVER = 3
# A dateline under a headline and a name needs less to be one.
_LIGHTEST = 1


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
        if _is_over_dateline(found, at):
            found[at] = replace(piece, kind=Kind.BYLINE, byline=Byline(names_alone(piece.text)))
        if headed and _is_over_address(found[at : at + 3]):
            found[at] = replace(piece, kind=Kind.BYLINE, byline=Byline(signature_of(piece.text)))
        if headed and above and _names_and_role(above, found[at : at + 3]):
            found[at] = replace(piece, kind=Kind.BYLINE, byline=Byline(signature_of(piece.text)))
        if at and piece.kind is Kind.HEADING and piece.text == pieces[0].text:
            found[at] = piece  # the page's title, not a name
        told = above is not None and above.kind in (Kind.PROSE, Kind.SENTENCE)
        title = piece.kind is Kind.HEADING or (piece.kind is Kind.SENTENCE and not told)
        headed = title or (headed and piece.kind is not Kind.PROSE)
    return found


def _beside(piece: Piece, before: Piece | None, after: Piece | None, *, headed: bool) -> Piece:
    """What a short line is by the lines right above and below it; *headed* when one above may be its headline."""
    above = before if before is not None and piece.block.tied else None
    below = after if after is not None and after.block.tied else None
    rows = (Kind.HEADING, Kind.ITEM)
    if (
        piece.kind is Kind.MENU
        and piece.block.columns > 1
        and any(each and each.kind in rows and each.block.columns > 1 for each in (above, below))
    ):
        return replace(piece, kind=Kind.HEADING)  # the head of a table, or one of its rows
    if piece.kind is Kind.MENU and before is not None and before.kind is Kind.STAMP and headed:
        name, stroke, place = piece.text.partition(" | ")
        if stroke and is_person(name) and is_place(place):
            return replace(piece, kind=Kind.BYLINE, byline=Byline((name,)))
    dated = piece.kind is Kind.SENTENCE and len(piece.text) <= _LONGEST_DATED
    if (
        dated
        and above is not None
        and above.kind is Kind.BYLINE
        and (day := find_day(piece.text))
        and day.year
    ):
        return replace(piece, kind=Kind.STAMP, day=day)
    signed = before is not None and before.kind in _HEADS and not piece.block.gap
    if signed and piece.kind in _TITLES and _measures(piece.text):
        return replace(piece, kind=Kind.SLUG)
    pictured = above is not None and (_PICTURE.fullmatch(above.text) or fold(above.text) in PHOTO_STEMS)
    if pictured and piece.kind in _TITLES:
        return replace(piece, kind=Kind.CAPTION)
    if piece.kind is not Kind.HEADING:
        return piece
    if below is not None and below.kind is Kind.STAMP and place_and_initials(piece.text):
        return replace(piece, kind=Kind.SLUG)  # `Place/AGENCY`
    if below is not None and fold(piece.text) in PHOTO_STEMS:
        return replace(piece, kind=Kind.FURNITURE)
    if below is not None and below.kind is Kind.NOTICE and speaks_to_reader(piece.text):
        return replace(piece, kind=Kind.NOTICE)
    if below is not None and below.kind in rows and is_open_label(piece.text):
        return replace(piece, kind=Kind.LABEL)
    listed = after is not None and after.kind is Kind.HEADING and len(after.text.split()) > _TWO
    if listed and is_short_label(piece.text):
        return replace(piece, kind=Kind.LABEL)
    if headed and before is not None and before.kind in _HEADS and _is_stopless_prose(piece):
        return replace(piece, kind=Kind.PROSE)
    if headed and _is_between(before, above, after):
        if names := signed_stamp(piece.text):
            return replace(piece, kind=Kind.BYLINE, byline=Byline(names))
        if (
            _HAN_NAME.fullmatch(piece.text)
            and after is not None
            and after.kind is Kind.STAMP
            and above is None
        ):
            return replace(piece, kind=Kind.BYLINE, byline=Byline((piece.text,)))
        if is_staff(piece.text) or _is_desk(piece.text, before):
            return replace(piece, kind=Kind.BYLINE, byline=Byline(()))
    if headed and after is not None and after.kind is Kind.PROSE and (name := named_with_role(piece.text)):
        return replace(piece, kind=Kind.BYLINE, byline=Byline((name,)))
    words = piece.text.split()
    if above is not None and above.kind is Kind.BYLINE and (day := find_day(piece.text)) and day.year:
        return replace(piece, kind=Kind.STAMP, day=day)
    narrow = len(words) <= _FEW and width(piece.text) <= _NARROW
    if headed and narrow and above is not None and above.kind in (Kind.STAMP, Kind.SLUG):
        return replace(piece, kind=Kind.SLUG)
    if headed and above is not None and above.kind is Kind.STAMP and len(words) <= _FEW and not below:
        return replace(piece, kind=Kind.SLUG)
    if words[0][0].isdigit() and 1 < len(words) < _FEW and not piece.block.marker:
        return replace(piece, kind=Kind.SLUG)  # "3 min to read", "27 comments", "4 hours ago"
    if above is not None and above.kind is Kind.BYLINE and len(words) <= _FEW:
        return replace(piece, kind=Kind.SLUG)
    filled = (
        above is not None and above.kind is Kind.TAGS and is_tags(above.text) and _names_a_tag(above.text)
    )
    if (
        above is not None
        and above.kind in (Kind.FURNITURE, Kind.TAGS)
        and not above.text[0].isdigit()
        and not filled
    ):
        # Headlines too stand right under buttons; not what a word for a picture announces.
        names_picture = fold(above.text.split()[0]) in PHOTO_STEMS
        most = _FEW - 1 if above.kind is Kind.FURNITURE and not names_picture else 2 * _FEW
        return replace(piece, kind=above.kind) if len(words) <= most else piece
    return piece


def _names_and_role(above: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a name and what its bearer is stand one under another: over a stamp, or by a word for such work."""
    if len(pieces) < _TWO or any(piece.kind not in _SHORT for piece in pieces[:_TWO]):
        return False
    name, role = pieces[:_TWO]
    close = (
        role.block.tied
        and not any(map(str.isdigit, role.text))
        and len(role.text.split()) < _FEW
        and role.text[0].isalpha()
    )
    if not close or not signature_of(name.text):
        return False
    dated = len(pieces) > _TWO and pieces[_TWO].kind is Kind.STAMP and above.kind in _TITLES
    if not is_all_caps(name.text) and is_all_caps(role.text) and is_place(role.text):
        return True
    return (dated and pieces[0].kind is pieces[1].kind is Kind.HEADING) or names_role(role.text)


def _is_over_address(pieces: Sequence[Piece]) -> bool:
    """Whether a name, an address of mail and a text stand one under another."""
    if (
        len(pieces) <= _TWO
        or pieces[0].kind is not Kind.HEADING
        or pieces[2].kind not in (Kind.PROSE, Kind.SENTENCE)
    ):
        return False
    return pieces[1].kind is Kind.FURNITURE and "@" in pieces[1].text and bool(signature_of(pieces[0].text))


def _is_over_dateline(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a name stands alone between a headline and a dateline, and is no headline after a list of others."""
    piece, below = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    if not at or below is None or below.dateline is None or below.dateline.weight < _LIGHTEST:
        return False
    upper = at - 1
    while upper and at - upper <= _TWO and _is_deck_or_underline(pieces[upper]):
        upper -= 1
    above = pieces[upper]
    if piece.kind is not Kind.HEADING or above.kind is not Kind.HEADING or not names_alone(piece.text):
        return False
    first = upper
    while first > upper + 1 - _MOST_OVER and first and pieces[first - 1].kind is Kind.HEADING:
        if not pieces[first].block.tied and len(pieces[first - 1].text.split()) <= _TWO:
            break  # a bar of links
        first -= 1
    if sum(len(each.text.split()) for each in pieces[first : upper + 1]) <= _TWO:
        return False
    return first > upper + 1 - _MOST_OVER or above.block.gap > piece.block.gap


def _is_deck_or_underline(piece: Piece) -> bool:
    return piece.kind in (Kind.SENTENCE, Kind.DIVIDER) and piece.dateline is None


def _is_between(before: Piece | None, above: Piece | None, after: Piece | None) -> bool:
    """Whether a line stands where names do: under a headline and over a stamp or employer, or right under a stamp."""
    if above is not None and above.kind is Kind.STAMP:
        return True
    running = after is not None and after.kind in (Kind.PROSE, Kind.SENTENCE)
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


def _is_desk(text: str, above: Piece | None) -> bool:
    """Whether a line in capitals names a desk and where it is: `REDACCIÓN / CIUDAD`."""
    parts = [part.strip() for part in re.split(r"[/|]|\s[-–—]\s", text)]
    small = above is not None and not is_all_caps(above.text)
    return (
        small
        and len(parts) == _TWO
        and all(is_all_caps(part) and len(part.split()) <= _TWO for part in parts)
    )


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
