"""The order in which people look for names."""

from __future__ import annotations

import re

__all__ = ["Natural", "natural"]

Natural = tuple[tuple[int, int, str], ...]
"""What `natural` gives; compares with its like."""

_PARTS = re.compile(r"([0-9]{1,18})|([^0-9]+)")


def natural(text: str) -> Natural:
    """What to sort names by: whatever their capitals, and "Feed 2" before "Feed 10"."""
    return tuple(
        (0, int(number), "") if number else (1, 0, words.casefold()) for number, words in _PARTS.findall(text)
    )
