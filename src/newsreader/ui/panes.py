"""The five panes: their names, their order, and their numbers."""

from __future__ import annotations

__all__ = ["NUMBERED", "PANES"]

PANES = ("sources", "articles", "text", "related", "bookmarks")
"""From left to right, from top to bottom."""

NUMBERED = ("articles", "text", "related", "bookmarks", "sources")
"""What the keys 1 to 5 go to."""
