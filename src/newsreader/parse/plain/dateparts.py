"""What one dateline is made of: brackets set aside, the day taken out, what is left read as a place and an agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsreader.parse.plain.calendar import Day, find_day, without_time
from newsreader.parse.plain.names import (
    is_agency,
    is_all_caps,
    is_caseless,
    is_domain,
    is_initialism,
    is_person,
    is_place,
    letters_of,
)
from newsreader.text.words import fold

__all__ = ["Parts", "parts_of"]

_BRACKET = re.compile(
    r"[(（\[［]\s*([^()（）\[\]［］]{2,60}?)\s*[)）\]］]"
    r"|(?<![^\s.,\w])/\s?([^/\s][^/]{0,38}?)\s?/(?=\s|$|[.:,-])"
)
_DASH = re.compile(r"\s*(?:-{2,3}|[—―‒─−－])\s*|\s+[–-]\s+")
# `03/03`, `3 - 3`: beside an agency in brackets these are a day and a month, whichever comes first.
# An agency may have its name in quotes behind a day; speech has none there.
_QUOTED_NAME = re.compile(r"\d.*\s[-–—]\s(?:[^\W\d_]{2,8}\s)?[\"“”«][^\"“”«»]{2,30}[\"”»]\Z")
_SHORT_FIGURES = re.compile(r"(?:(?<=\s)|-\s)\d{1,2}(?:/|\s-\s)\d{1,2}(?=\s*[(（\[])")
_BAR = re.compile(r"\s*\|\s*")
_STOPPED_INITIALS = re.compile(r"(.+?)\. ([^\W\d_a-z]{2,6})$")
_UNKNOWN_MONTH = re.compile(r",\s*(\d{1,2})\.?\s+[^\W\d_]{3,14}\.?(?=\s*,?\s*\x00)")
_LAST_DAY = 31
_MOST_BRACKETS = 3
# `ST. MARLOW`, `FT. OSKE`: what comes before the stop is no place.
_LONGEST_SAINT = 3
_LONGEST_INITIALS = 4
_LONGEST_AGENCY = 12
_EDGE = " ,;:-–—/·_|="
# Initials that name countries and so belong to the place.
_VOWEL = re.compile("[^bcdfghjklmnpqrstvwxz]")
_COUNTRIES = frozenset("USA UAE DRC UK US EU DC".split())


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a dateline.

    Attributes:
        place: as written, or "".
        agency: as written, or "".
        day: when, or None.
        bracketed: whether the agency stood in brackets or between slashes.
        authors: names of persons among them.
    """

    place: str = ""
    agency: str = ""
    day: Day | None = None
    bracketed: bool = False
    authors: tuple[str, ...] = ()

    def evidence(self) -> int:
        """How much of a dateline these are; separators and text are judged elsewhere."""
        first = self.place.split(",")[0]
        found = 0
        if self.agency:
            found += 2 if self.bracketed and not self.agency.islower() else 1
        if self.day:
            found += 2 if self.day.day else 1
        if self.place:
            found += is_all_caps(first) and len(letters_of(first)) > 2
            found += "," in self.place and not is_caseless(self.place)
        return found - (not self.place)


def parts_of(text: str) -> Parts | None:
    """The parts that *text*, all of it up to a separator, is made of; None when it is no dateline."""
    text = text.replace("، ", ", ").lstrip(_EDGE).rstrip(_EDGE.replace("/", ""))
    if not text or text[-1] in "?!" or len(text) > 120:
        return None
    if text[-1] in '"”»' and not _QUOTED_NAME.search(text):
        return None
    brackets = [(match, (match[1] or match[2]).strip()) for match in _BRACKET.finditer(text)]
    day, brackets = _day_in(brackets)
    if brackets and day is None:
        text = _SHORT_FIGURES.sub(" ", text, count=1)
        brackets = [(match, (match[1] or match[2]).strip()) for match in _BRACKET.finditer(text)]
    outside = _BRACKET.sub(" \x00 ", text).replace("\x00 .", "\x00") if brackets or day else text
    if day is None:
        if not brackets and (parts := _day_between(outside)):
            return parts
        outside, day = _without_day(outside)
    return _read(text, outside, brackets, day)


def _day_between(text: str) -> Parts | None:
    """`CITY, March 3, AGENCY`."""
    day = find_day(text)
    if day is None or not day.day:
        return None
    place, agency = _unstopped(text[: day.start].strip(_EDGE)), text[day.end :].strip(_EDGE)
    named = (
        (is_all_caps(place) or agency.isupper())
        and agency.isalpha()
        and agency[:1].isupper()
        and len(agency) <= _LONGEST_AGENCY
    )
    # `رام الله 3-3-2026 وكالة- `
    named = named or (
        bool(day.year)
        and is_caseless(place)
        and is_caseless(agency)
        and " " not in agency
        and len(agency) <= _LONGEST_AGENCY
    )
    if is_place(place) and (is_initialism(agency) or is_domain(agency) or named):
        return Parts(place, agency, day)
    return None


_Brackets = list[tuple[re.Match[str], str]]


def _day_in(brackets: _Brackets) -> tuple[Day | None, _Brackets]:
    for at, (_, content) in enumerate(brackets):
        found = find_day(content)
        if found and found.day and found.end - found.start >= len(content) - 2:
            return found, brackets[:at] + brackets[at + 1 :]
    return None, brackets


def _without_day(text: str) -> tuple[str, Day | None]:
    found = find_day(text) or _unknown_month(text)
    if found is None:
        return without_time(text), None
    return without_time(text[: found.start] + " , " + text[found.end :]), found


def _unknown_month(text: str) -> Day | None:
    """A day before a word that may be a month of a language not known here: `CITY, 12. dragovan (Agency)`."""
    match = _UNKNOWN_MONTH.search(text)
    if match is None or not is_all_caps(text[: match.start()]) or not 1 <= int(match[1]) <= _LAST_DAY:
        return None
    return Day(match.start(1), match.end(), day=int(match[1]))


def _read(text: str, outside: str, brackets: _Brackets, day: Day | None) -> Parts | None:
    names = " ".join(outside.replace("\x00", " ").split()).strip(_EDGE)
    names = re.sub(r"\s*,[\s,]*", ", ", names)
    if not brackets:
        return _without_brackets(names, day)
    content = brackets[-1][1]
    if len(brackets) > _MOST_BRACKETS or (len(brackets) > 1 and (not names or names.count(",") > 1)):
        return None
    if outside.lstrip().startswith("\x00") and names and not day and not _is_agency_like(content):
        return _bracket_first(content, names)
    before, _, last = names.rpartition(", ")
    if day and len(brackets) == 1 and is_initialism(last) and is_place(before):
        return Parts(_written(text[: text.rindex(last)]), last, day)
    agency, authors = _signed(content)
    short = agency.isalpha() and agency.islower() and len(agency) <= _LONGEST_AGENCY
    if not is_agency(agency) and not (day and (short or _is_phrase(agency))):
        return None
    place = _unstopped(names)
    if place and not is_place(place):
        return None
    place = _written(text[: brackets[-1][0].start()]) if len(brackets) > 1 else place
    return Parts(place, agency, day, bracketed=True, authors=authors)


def _is_phrase(agency: str) -> bool:
    """Whether an agency beside a day has a name as most languages write it: one capital, then small letters."""
    words = agency.split()
    return len(words) in (2, 3) and words[0].istitle() and all(word.isalpha() for word in words)


def _written(text: str) -> str:
    """The place that *text* names, brackets and all, without the day that may stand behind it."""
    day = find_day(text)
    return _unstopped((text[: day.start] + text[day.end :] if day else text).strip(_EDGE))


def _signed(content: str) -> tuple[str, tuple[str, ...]]:
    """Agency and authors of a bracket: `NBT-Marit Dal`, `Ivelina Dob, BNK`, or an agency alone."""
    if (words := content.split()) and words[0].endswith(".") and len(words) > 1:
        words = words[1:]  # "Corr. AGENCY Name"
        if is_initialism(words[0]) and is_person(" ".join(words[1:])):
            return words[0], (" ".join(words[1:]),)
    for parting in (", ", " - ", "-", "/"):
        one, found, other = content.partition(parting)
        if found and is_initialism(one.strip()) and is_person(other.strip()):
            return one.strip(), (other.strip(),)
        if found and is_initialism(other.strip()) and is_person(one.strip()):
            return other.strip(), (one.strip(),)
    return content, ()


def _is_agency_like(content: str) -> bool:
    return is_initialism(content) or content.islower() or is_domain(content) or is_caseless(content)


def _bracket_first(content: str, names: str) -> Parts | None:
    """`(Nairobi, Kenya) Agency`, `(Agency) City`: in doubt brackets at the start hold the place."""
    found = find_day(content)
    place = content if found is None else (content[: found.start] + content[found.end :]).strip(_EDGE)
    long = is_all_caps(names) and len(letters_of(names)) > _LONGEST_INITIALS
    if long and not is_all_caps(place) and is_agency(content):
        return Parts(names, content, bracketed=True) if is_place(names) else None
    if is_place(place) and is_agency(names):
        return Parts(place, names, found, bracketed=True)
    return None


def _unstopped(place: str) -> str:
    """*place* without a full stop that ends it; one that shortens it stays."""
    last = place.split()[-1] if place else ""
    if not last.endswith(".") or "." in last[:-1]:
        return place
    return place if "," in place and len(last) <= 6 else place[:-1].strip(_EDGE)


def _without_brackets(names: str, day: Day | None) -> Parts | None:
    if not names:
        return None
    place, agency = _place_and_agency(names, dated=day is not None)
    if is_initialism(place) and not agency and not _VOWEL.search(fold(place)) and place not in _COUNTRIES:
        return Parts("", place, day)  # no place is said without a vowel
    place = _unstopped(place)
    if place and not is_place(place):
        return None
    return Parts(place, agency, day) if place else None


def _place_and_agency(names: str, *, dated: bool) -> tuple[str, str]:
    """`City - AGENCY`, `City | Agency`, `City. AGENCY`, `City, AGENCY Land`, `agency.com, City`; or a place."""
    for parting, plain in ((_BAR, True), (_DASH, dated)):
        pieces = [piece.strip(_EDGE) for piece in parting.split(names)]
        if len(pieces) == 2 and all(pieces):
            place, agency = pieces
            short = is_agency(agency) and len(agency.split()) <= 3
            one = len(agency.split()) == 1
            plain = plain or (one and is_caseless(names)) or (is_all_caps(place) and not is_all_caps(agency))
            return (
                (place, agency)
                if short and (plain or is_initialism(agency) or is_domain(agency))
                else ("", "")
            )
        if len(pieces) > 2:
            return "", ""
    match = _STOPPED_INITIALS.match(names)
    if match and len(letters_of(match[1])) > _LONGEST_SAINT:
        return match[1], match[2]
    first, _, rest = names.partition(" ")
    rest = rest.rstrip(".")
    if (
        is_initialism(first)
        and len(letters_of(first)) > 2
        and is_place(rest)
        and not is_all_caps(rest.split(",")[0])
    ):
        return rest, first
    return _by_commas(names)


def _by_commas(names: str) -> tuple[str, str]:
    pieces = names.split(", ")
    for at, piece in enumerate(pieces):
        if is_domain(piece) and len(pieces) > 1:
            return ", ".join(pieces[:at] + pieces[at + 1 :]), piece
    if len(pieces) > 1 and not all(map(is_all_caps, pieces)) and not is_caseless(names):
        words = pieces[-1].split()
        if len(words) <= 3 and any(
            is_initialism(w) and len(w) > 2 and "." not in w and w not in _COUNTRIES for w in words
        ):
            return ", ".join(pieces[:-1]), pieces[-1]
    return names, ""
