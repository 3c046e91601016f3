"""Bullets and numbers that lines of a list begin with."""

from __future__ import annotations

import re

__all__ = ["marker_of"]

_MARKER = re.compile(
    r"(?:[-*+·•‣◦▪■□●○◆◇►▶→»›※✓–—―]\s+|[•‣▪■●►▶・◆◇※▽△▼▲◎○－]\s?|\(?\d{1,3}[.)]\s+|\d{1,2}-\s+|[ivx]{1,4}[.)]\s+|\d{1,2}、|[a-z]\)\s+)(?=\S)"
)


def marker_of(text: str) -> str:
    """The bullet or number that *text* begins with, or ""."""
    found = _MARKER.match(text)
    return found[0] if found else ""
