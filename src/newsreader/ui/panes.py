"""The five panes: their names, their order, and their numbers."""

from __future__ import annotations

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

__all__ = ["BREADTHS", "NUMBERED", "PANES", "breadth", "classify", "out_of_sight", "say_in_border"]

PANES = ("sources", "articles", "text", "related", "bookmarks")
"""From left to right, from top to bottom."""

NUMBERED = ("articles", "text", "related", "bookmarks", "sources")
"""What the keys 1 to 5 go to."""

BREADTHS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
"""From how many columns on the screen has which class."""


def out_of_sight(screen: Screen[None], pane: str) -> list[str]:
    """Which of the panes beside the list and its text are seen only by going to them; *pane* has the focus."""
    beside = [each for each in ("related", "sources", "bookmarks") if each != pane]
    if screen.has_class("zen") or breadth(screen.size.width) == BREADTHS[0][1]:
        return beside
    return [each for each in beside if screen.has_class(f"no-{each}")]


_FEWER = frozenset(("-narrow", *(f"no-{pane}" for pane in PANES)))
"""The classes of a screen of which some panes are in sight only while they have the focus."""


def breadth(width: int) -> str:
    """The class of a screen of *width* columns."""
    return next(name for least, name in reversed(BREADTHS) if width >= least)


def say_in_border(pane: Widget, words: str) -> None:
    """Make *words*, which may hold anything, the title of a pane; where they are, nothing is drawn anew."""
    title = Content(words)
    if pane.border_title != title.markup:
        pane.border_title = title


def classify(screen: Screen[None], pane: str) -> None:
    """Say in the screen's classes which pane has the focus; styles ask for that where not all are in sight."""
    was_zen = screen.has_class("zen")
    classes = {f"at-{each}": each == pane for each in PANES}
    screen.update_classes({**classes, "zen": was_zen and pane == "text"}, update=False)
    # To style all anew takes longer than all else that a key does.
    if was_zen or not screen.classes.isdisjoint(_FEWER):
        screen.update_node_styles()
