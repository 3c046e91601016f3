"""Text in columns: what fits, what is cut, and how wide it is on a terminal."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

__all__ = ["MARK", "fit", "lines_of", "pad", "runs_from_right", "width_of"]

MARK = "\u200e"
"""Stands before and after text that runs from right to left: a terminal that reorders it keeps it in its place."""

_RTL = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"


def width_of(text: str) -> int:
    """How many columns *text* takes."""
    return cell_len(text)


def runs_from_right(text: str) -> bool:
    """Whether any of *text* runs from right to left."""
    return not text.isascii() and re.search(_RTL, text) is not None


def fit(text: str, width: int) -> str:
    """*text* in at most *width* columns; what was cut ends in "…". It stands between marks where it needs them."""
    if width <= 0:
        return ""
    if len(text) > width and text.isascii():
        return text[: width - 1].rstrip() + "…"
    if cell_len(text) > width:
        # To part a text into what a person takes for letters is slow, and a lead is many times as long as its line.
        start = text[: 4 * width]
        text = set_cell_size(start if cell_len(start) >= width else text, width - 1).rstrip() + "…"
    return f"{MARK}{text}{MARK}" if runs_from_right(text) else text


def pad(text: str, width: int) -> str:
    """*text* in exactly *width* columns."""
    fitted = fit(text, width)
    return fitted + " " * (width - cell_len(fitted))


def lines_of(text: str, width: int, most: int) -> list[str]:
    """*text* in at most *most* lines of at most *width* columns, broken between words; the last one takes the rest."""
    lines = [""]
    words = text.split()
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".lstrip()
        if not lines[-1] or cell_len(longer) <= width:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = " ".join((lines[-1], *words[place:]))
            break
    return [fit(line, width) for line in lines]
