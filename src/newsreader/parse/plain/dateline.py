"""The grammar of datelines: `CITY, March 3 (Agency) - `, `Stadt, 3. März (dpa) - `, `(Agenzia) - CITTÀ, 3 MAR - `.

A dateline is a place, a day and an agency, each of which may be missing, in any order that agencies use, up to a
separator. Nothing here knows a place or an agency by name: what is left when the day is taken out and the brackets
are set aside must have the shape of a name. How much of a dateline there is makes its weight; what is light counts
only where its neighbours on the page speak for it (`newsreader.parse.plain.starts`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsreader.parse.plain.calendar import Day, names_time
from newsreader.parse.plain.dateparts import Parts, parts_of
from newsreader.parse.plain.eastern import eastern_dateline
from newsreader.parse.plain.names import is_all_caps, is_caseless, is_initialism, letters_of

__all__ = ["STRONG", "Dateline", "dateline_of"]

STRONG = 3
"""A dateline of this weight needs nothing beside it."""

_HEAD = 150
_ALONE = 110
_LEAST_ALONE = 2
_MOST_TRIES = 7
_SEPARATOR = re.compile(
    r"(?P<dash>\s*(?:-{2,3}|[—―‒─−－]|(?<=[)\]）/.,\s])_|\s+–\s*|–\s+|(?<=[)\]）/.,])\s?[-–]|(?<=[)\]）])\s?=)\s*)"
    r"|(?P<hyphen>\s+-\s*|(?<=\w)-\s+)"
    r"|(?P<colon>(?<=[)\]）】/\w])\s?(?::\s+|：\s*)|(?<=[)\]）]):(?=\w))"
    r"|(?P<bar>\s+\|\s+)"
    r"|(?P<bare>(?<=[)\]）/])[.:]?\s+(?=\S)|(?<=）)(?=\S))"
    r"|(?P<stop>\.\s+(?![-–—]))"
)
_OPEN = re.compile(r"\s/[^\s/][^/]*\Z")
_SMALL_WORD = re.compile(r"(?<![\w(/\[.'’-])[^\WA-Z\d_]\w{4,}")
_AFTER_NUMBER = re.compile(r"\d\.?\s\Z")
_DASHED = re.compile(r"-{2,3}|[—―‒─−－]|\s[–-]\s")
_FIRST = re.compile(r"[^\W\d_]|[(（\[［【〔/'’‘©\d]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline at the start of a paragraph.

    Attributes:
        place: as written, or "".
        agency: as written, or "".
        authors: names that stand inside it.
        day: when, or None.
        written: all of it, up to the text.
        body: the text after it; "" where it stands alone on its line.
        weight: how much of a dateline there is; `STRONG` and above is beyond doubt, 0 is next to nothing.
        form: separator and capitals, to tell whether two datelines are of one habit.
    """

    place: str
    agency: str
    authors: tuple[str, ...]
    day: Day | None
    written: str
    body: str
    weight: int
    form: str


@dataclass(frozen=True, slots=True)
class _Reading:
    parts: Parts
    separator: str
    end: int
    weight: int


def dateline_of(text: str) -> Dateline | None:
    """The dateline that the paragraph *text* begins with, or None. Looks at its first 150 characters only."""
    if not text or not _FIRST.match(text):
        return None
    head = text[: _reach(text[:_HEAD])]
    if found := eastern_dateline(head):
        parts, end = found
        return _made(_Reading(parts, "bracket", end, max(STRONG, parts.evidence() + 2)), text)
    best: _Reading | None = None
    for tries, match in enumerate(_SEPARATOR.finditer(head)):
        if tries >= _MOST_TRIES:
            break
        reading = _reading(head, match, text)
        if reading and (best is None or reading.weight > best.weight):
            best = reading
    return _made(best, text) if best else _alone(text)


def _reach(head: str) -> int:
    """How far a dateline could go: up to a long word in small letters that is part of no day, outside brackets.

    Most paragraphs are told from datelines here, at their second or third word.
    """
    for match in _SMALL_WORD.finditer(head):
        bracketed = head.rfind("(", 0, match.start()) > head.rfind(")", 0, match.start())
        counted = _AFTER_NUMBER.search(head, 0, match.start()) is not None
        if match[0][0].islower() and not (bracketed or counted or names_time(match[0])):
            return match.start()
    return len(head)


def _reading(head: str, separator: re.Match[str], text: str) -> _Reading | None:
    """What stands before *separator*, read as a dateline; None when it is none."""
    if _OPEN.search(head, 0, separator.start()):
        return None
    if not separator.start() or not (parts := parts_of(head[: separator.start()])):
        return None
    kind = separator.lastgroup or ""
    if not text[separator.end() :].strip():
        return _Reading(parts, kind, len(text), parts.evidence() + 1) if parts.agency else None
    weight = (
        parts.evidence()
        + _of_separator(kind, parts, dashed=_DASHED.search(head, 0, separator.start()) is not None)
        - text[separator.end()].islower()
        - text.isupper()  # where all is in capitals they tell nothing
    )
    return _Reading(parts, kind, separator.end(), weight) if weight >= 0 else None


def _of_separator(kind: str, parts: Parts, *, dashed: bool) -> int:
    """What a separator adds to what it follows; -9 where it cannot end a dateline."""
    if kind in ("dash", "bar"):
        return 1
    if kind == "hyphen":
        return 1 if parts.agency or parts.day else 0
    if kind == "bare":
        listed = "," in parts.place and not (
            is_all_caps(parts.place.split(",")[0]) or is_initialism(parts.agency)
        )
        return -int(listed) if parts.bracketed else -9
    if kind == "stop" and dashed and not (parts.day and parts.agency and "." not in parts.agency):
        return -9
    if kind == "stop":
        if parts.agency:
            return 1 if parts.day or parts.bracketed else -9
        return 0 if is_all_caps(parts.place) and len(letters_of(parts.place)) > 2 else -9
    return 0 if parts.agency or parts.day or is_all_caps(parts.place) else -9


def _alone(text: str) -> Dateline | None:
    """A dateline on a line of its own: it must name an agency."""
    if len(text) > _ALONE:
        return None
    parts = parts_of(text)
    told = parts is not None and (parts.bracketed or (parts.day is not None and is_all_caps(parts.agency)))
    if parts is None or not (told and parts.place) or parts.evidence() < _LEAST_ALONE:
        return None
    return _made(_Reading(parts, "", len(text), parts.evidence()), text)


def _made(reading: _Reading, text: str) -> Dateline:
    parts = reading.parts
    case = (
        "caseless"
        if is_caseless(parts.place)
        else "caps"
        if is_all_caps(parts.place.split(",")[0])
        else "mixed"
    )
    return Dateline(
        place=parts.place,
        agency=parts.agency,
        authors=parts.authors,
        day=parts.day,
        written=text[: reading.end].strip(),
        body=text[reading.end :].strip(),
        weight=reading.weight,
        form=f"{reading.separator} {case} {bool(parts.agency)} {bool(parts.day)}",
    )
