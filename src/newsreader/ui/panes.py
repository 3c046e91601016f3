"""The five panes: their names, their order, and their numbers."""

from __future__ import annotations

__all__ = ["BREADTHS", "NUMBERED", "PANES", "breadth"]

PANES = ("sources", "articles", "text", "related", "bookmarks")
"""From left to right, from top to bottom."""

NUMBERED = ("articles", "text", "related", "bookmarks", "sources")
"""What the keys 1 to 5 go to."""

BREADTHS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
"""From how many columns on the screen has which class."""


def breadth(width: int) -> str:
    """The class of a screen of *width* columns."""
    return next(name for least, name in reversed(BREADTHS) if width >= least)
