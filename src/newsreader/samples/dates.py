"""Shifts the dates in the samples, so that their news is of today whenever they are opened."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

__all__ = ["NEWEST", "shifted"]

NEWEST = datetime(2026, 3, 15, 16, tzinfo=UTC)
"""The newest moment that any sample names."""

_AFTER = timedelta(hours=1)
_ENGLISH = "January February March April May June July August September October November December".split()
_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_WEEKDAYS = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "lunes martes miércoles jueves viernes sábado domingo".split(),
)

_RFC_822 = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|GMT)")
_RFC_3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})")
_IN_ENGLISH = re.compile(rf"\b({'|'.join(_ENGLISH)}) (\d{{1,2}})(, \d{{4}})?\b")
_IN_SPANISH = re.compile(rf"\b(\d{{1,2}})( de | )({'|'.join(_SPANISH)})(?:( de | )(\d{{4}}))?\b")


def shifted(name: str, data: bytes, now: datetime) -> bytes:
    """The bytes of the sample file *name* with all its dates moved by the same time, to whole hours before *now*."""
    end = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0) - _AFTER
    by = end - NEWEST
    text = data.decode()
    text = _RFC_822.sub(lambda found: format_datetime(parsedate_to_datetime(found[0]) + by), text)
    text = _RFC_3339.sub(lambda found: _iso(datetime.fromisoformat(found[0]) + by), text)
    return _with_days(name, text, end.date() - NEWEST.date()).encode()


def _with_days(name: str, text: str, by: timedelta) -> str:
    """Days that stand in a text: they have no time, and move by whole days."""
    spoken = _WEEKDAYS if name.endswith(".txt") else _WEEKDAYS[:1]
    for names in spoken:
        text = re.sub(rf"\b({'|'.join(names)})\b", _weekday(names, by), text)
    if not name.endswith(".txt"):
        return text
    return _IN_SPANISH.sub(_spanish(by), _IN_ENGLISH.sub(_english(by), text))


def _weekday(names: list[str], by: timedelta) -> Callable[[re.Match[str]], str]:
    return lambda found: names[(names.index(found[1]) + by.days) % 7]


def _iso(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _english(days: timedelta) -> Callable[[re.Match[str]], str]:
    def replaced(found: re.Match[str]) -> str:
        day = _day(found[3], _ENGLISH.index(found[1]) + 1, found[2]) + days
        return f"{_ENGLISH[day.month - 1]} {day.day}" + (f", {day.year}" if found[3] else "")

    return replaced


def _spanish(days: timedelta) -> Callable[[re.Match[str]], str]:
    def replaced(found: re.Match[str]) -> str:
        day = _day(found[5], _SPANISH.index(found[3]) + 1, found[1]) + days
        year = f"{found[4]}{day.year}" if found[5] else ""
        return f"{day.day}{found[2]}{_SPANISH[day.month - 1]}{year}"

    return replaced


def _day(year: str | None, month: int, day: str) -> date:
    return date(int(year.strip(", ")) if year else NEWEST.year, month, int(day))
