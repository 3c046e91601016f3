"""Single values of a feed as feedparser gives them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from newsreader.text.urls import is_settled

__all__ = ["date_of", "resolved", "said"]

_SLASHES = re.compile(r"^([A-Za-z][A-Za-z0-9+.,-]*://)/*")
_C1 = re.compile("[\x80-\x9f]")
_WINDOWS = {
    number: character
    for number in range(0x80, 0xA0)
    if (character := bytes([number]).decode("windows-1252", "ignore"))
}
_MONTHS = {
    name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}
_MAIL_DATE = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d\d?) ([A-Z][a-z][a-z]) (\d{4}) (\d\d):(\d\d):(\d\d)"
    r" (?:GMT|UTC|([+-])(\d\d)(\d\d))",
    re.ASCII,
)
_WEB_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))", re.ASCII
)


def said(text: str) -> str:
    """*text* as feedparser gives it: mended where UTF-8 was taken for Latin, and where Windows' characters were."""
    if text.isascii():
        return text
    try:
        text = text.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        pass
    return text.translate(_WINDOWS) if _C1.search(text) else text


def resolved(base: str, address: str) -> str:
    """*address* as feedparser resolves it against *base*; "" where it is none."""
    if is_settled(address):
        return address
    try:
        return urljoin(base, _SLASHES.sub(r"\1", address, count=1) if "://" in address else address)
    except ValueError:
        return ""


@lru_cache(maxsize=64)
def date_of(written: str) -> Any:
    """The moment in UTC that *written* says, as `calendar.timegm` takes it, or None."""
    if found := _MAIL_DATE.fullmatch(written):
        day, month, year, *clock = found.groups()
    elif found := _WEB_DATE.fullmatch(written):
        year, month, day, *clock = found.groups()
    else:
        return _odd_date(written)
    hour, minute, second, sign, hours, minutes = clock
    number = _MONTHS.get(month) or (int(month) if month.isdecimal() else 0)
    try:
        at = datetime(int(year), number, int(day), int(hour), int(minute), int(second))
        if sign:
            apart = timedelta(hours=int(hours), minutes=int(minutes))
            at = at + apart if sign == "-" else at - apart
    except (ValueError, OverflowError):
        return _odd_date(written)
    return at.year, at.month, at.day, at.hour, at.minute, at.second


def _odd_date(written: str) -> Any:
    from feedparser.datetimes import _parse_date

    return _parse_date(written)
