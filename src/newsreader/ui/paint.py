"""Text in columns: what fits, what is cut, and how wide it is on a terminal."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

__all__ = ["fit", "pad", "width_of"]

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_MARK = "\u200e"


def width_of(text: str) -> int:
    """How many columns *text* takes."""
    return cell_len(text)


def fit(text: str, width: int) -> str:
    """*text* in at most *width* columns; what was cut ends in "…".

    Text that runs from right to left stands between marks, so that a terminal that reorders it keeps it in its place.
    """
    if width <= 0:
        return ""
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return f"{_MARK}{text}{_MARK}" if not text.isascii() and _RTL.search(text) else text


def pad(text: str, width: int) -> str:
    """*text* in exactly *width* columns."""
    fitted = fit(text, width)
    return fitted + " " * (width - cell_len(fitted))
