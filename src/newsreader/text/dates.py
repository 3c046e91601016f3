"""Dates as feeds write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

__all__ = ["parse_date", "to_iso"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier januar jänner ene enero gen gennaio janeiro янв января",
            "feb february février fév fevr februar febrero febbraio fevereiro fev фев февраля",
            "mar march mars märz maerz mrz marzo março мар марта",
            "apr april avril avr abril abr aprile апр апреля",
            "may mai mayo maggio mag maio мая май",
            "jun june juin juni junio giugno giu junho июн июня",
            "jul july juillet juil juli julio luglio lug julho июл июля",
            "aug august août aout agosto ago авг августа",
            "sep sept september septembre septiembre settembre set setembro сен сентября",
            "oct october octobre oktober okt octubre ottobre ott outubro out окт октября",
            "nov november novembre noviembre novembro ноя ноября",
            "dec december décembre déc dezember dez diciembre dic dicembre dezembro дек декабря",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "cest": 2, "met": 1, "mest": 2, "eet": 2,
    "eest": 3, "msk": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
}  # fmt: skip
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\b\.?)?\s*"
    r"(?:(?:gmt|utc)?([+-])(\d{1,2}):?(\d\d)?|\(?([a-z]{1,4})\)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?\Z", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_MONTH_ONLY = re.compile(r"(\d{4})-(\d{1,2})\Z|(\d{4})\Z")
_DAY_OF_YEAR = re.compile(r"(\d{4})-(\d{3})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_CJK = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_HANGUL = re.compile(r"(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일")
# Of what was seen the other day nobody knows when; and `ago` is August in the south.
_AGO = re.compile(r"\b(?:sec|second|min|minute|hr|hour|day|week|month|year)s?\s+ago\b", re.IGNORECASE)
_WORDS = re.compile(r"\d+|[^\W\d_]+")
_LIMIT = 200


def to_iso(at: datetime) -> str:
    """RFC 3339 in UTC, whole seconds: `2026-11-23T21:08:40Z`."""
    return at.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def parse_date(text: str) -> datetime | None:
    """The moment that *text* names, aware and in UTC; a missing zone is UTC, a missing time midnight.

    None where it names none, or one before 1900 or after 2199.
    """
    text = text.strip()
    if not text or len(text) > _LIMIT or _AGO.search(text):
        return None
    try:
        found = _compact(text) or _day_and_clock(text)
        return found.astimezone(UTC) if found and 1900 <= found.year < 2200 else None
    except (ValueError, OverflowError):
        return None


def _compact(text: str) -> datetime | None:
    match = _COMPACT.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    at = datetime(
        int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=UTC
    )
    return at - _offset_of(zone) if zone else at


def _offset_of(zone: str) -> timedelta:
    if zone.upper() == "Z":
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return _offset(zone[0], hours, minutes)


def _offset(sign: str, hours: int, minutes: int) -> timedelta:
    found = timedelta(hours=hours, minutes=minutes)
    if found >= timedelta(hours=24):
        return timedelta()  # no place on earth; the day is worth more than the zone
    return -found if sign == "-" else found


def _day_and_clock(text: str) -> datetime | None:
    clock = _CLOCK.search(text)
    rest = text[: clock.start()] + " " + text[clock.end() :] if clock else text
    day = _day(rest.strip())
    if day is None:
        return None
    at = datetime(*day, tzinfo=UTC)
    return at + _time_of(clock) if clock else at


def _time_of(clock: re.Match[str]) -> timedelta:
    hour, minute, second, half, sign, zone_hours, zone_minutes, zone = clock.groups()
    hours = int(hour) % 12 + (12 if half.lower() == "p" else 0) if half else int(hour)
    if hours > 24 or int(minute) > 59 or int(second or 0) > 60:
        raise ValueError("no time of day")
    at = timedelta(hours=hours, minutes=int(minute), seconds=int(second or 0))
    if sign:
        return at - _offset(sign, int(zone_hours), int(zone_minutes or 0))
    return at - timedelta(hours=_ZONES.get((zone or "").lower(), 0))


def _day(text: str) -> tuple[int, int, int] | None:
    if text.startswith("-"):
        return None
    for pattern in (_DAY_OF_YEAR, _YEAR_FIRST, _CJK, _HANGUL):
        if match := pattern.search(text):
            if pattern is _DAY_OF_YEAR:
                at = datetime(int(match[1]), 1, 1, tzinfo=UTC) + timedelta(days=int(match[2]) - 1)
                return at.year, at.month, at.day
            return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.search(text):
        return _numbers(*match.groups())
    if match := _MONTH_ONLY.match(text.rstrip("Tt ")):
        return int(match[1] or match[3]), int(match[2] or 1), 1
    return _in_words(text)


def _numbers(first: str, separator: str, second: str, year: str) -> tuple[int, int, int]:
    """Day and month by which of them can be a month; in doubt a slash is American, a dot is European."""
    one, two = int(first), int(second)
    month_first = two > 12 or (one <= 12 and separator == "/")
    return _whole_year(year), one if month_first else two, two if month_first else one


def _in_words(text: str) -> tuple[int, int, int] | None:
    words = _WORDS.findall(text.casefold())
    month = next((_MONTHS[word] for word in words if word in _MONTHS), None)
    numbers = [word for word in words if word.isdecimal()]
    if month is None or len(numbers) < 2:
        return None
    if len(numbers[0]) == 4:
        return int(numbers[0]), month, int(numbers[1])
    return _whole_year(numbers[1]), month, int(numbers[0])


def _whole_year(text: str) -> int:
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < 70 else 1900)
