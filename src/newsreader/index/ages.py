"""Dates and ages as queries name them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

__all__ = ["moment"]

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGE = re.compile(r"(\d{1,4})([hdwmy])")
_HOURS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}


def moment(value: str, now: datetime) -> int | None:
    """Milliseconds since 1970 of a date or an age, or None when *value* is neither.

    Args:
        value: `2026-11-01`, `2026-11` or `2026` (its first moment, where the reader is), or how long ago: `12h`, `3d`,
            `2w`, `6m` (of 30 days), `1y` (of 365 days).
        now: what ages count from; aware. Its zone is where the reader is.
    """
    try:
        if age := _AGE.fullmatch(value.lower()):
            at = now - timedelta(hours=int(age[1]) * _HOURS[age[2]])
        elif date := _DATE.fullmatch(value):
            at = datetime(int(date[1]), int(date[2] or 1), int(date[3] or 1), tzinfo=now.tzinfo)
        else:
            return None
    except (ValueError, OverflowError):
        return None
    return int(at.timestamp() * 1000)
