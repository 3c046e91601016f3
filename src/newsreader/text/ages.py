"""How long ago something was, as people say it."""

from __future__ import annotations

from datetime import datetime

__all__ = ["age"]


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
