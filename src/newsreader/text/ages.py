"""When something was, and how long ago, as people say it."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["age", "moment"]


def age(at: datetime, now: datetime) -> str:
    """How long ago *at* was, in a few letters: `now`, `5 min`, `2 h`, `3 d`, then `3 Mar`, then `3 Mar 2024`."""
    seconds = (now - at).total_seconds()
    if seconds < 60:
        return "now"
    if seconds < 3600:
        return f"{int(seconds // 60)} min"
    if seconds < 86400:
        return f"{int(seconds // 3600)} h"
    if seconds < 7 * 86400:
        return f"{int(seconds // 86400)} d"
    local, today = at.astimezone(), now.astimezone()
    day = f"{local.day} {local:%b}"
    return day if local.year == today.year or seconds < 180 * 86400 else f"{day} {local.year}"


def moment(at: datetime) -> str:
    """When *at* is here: `3 March 2026, 14:05`; of what came with a day and no time, the day: `3 March 2026`.

    Such a day is kept as its midnight in UTC, which would be another day in half of the world.
    """
    universal, local = at.astimezone(UTC), at.astimezone()
    if not (universal.hour or universal.minute or universal.second or universal.microsecond):
        return f"{universal.day} {universal:%B %Y}"
    return f"{local.day} {local:%B %Y, %H:%M}"
