"""Text in columns: what fits, what is cut, and how wide it is on a terminal."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

__all__ = ["MARK", "fit", "pad", "runs_from_right", "width_of"]

MARK = "\u200e"
"""Stands before and after text that runs from right to left: a terminal that reorders it keeps it in its place."""

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


def width_of(text: str) -> int:
    """How many columns *text* takes."""
    return cell_len(text)


def runs_from_right(text: str) -> bool:
    """Whether any of *text* runs from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def fit(text: str, width: int) -> str:
    """*text* in at most *width* columns; what was cut ends in "…". It stands between marks where it needs them."""
    if width <= 0:
        return ""
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return f"{MARK}{text}{MARK}" if runs_from_right(text) else text


def pad(text: str, width: int) -> str:
    """*text* in exactly *width* columns."""
    fitted = fit(text, width)
    return fitted + " " * (width - cell_len(fitted))
