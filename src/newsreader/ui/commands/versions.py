"""Other versions of an article: what changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command
from newsreader.ui.commands.target import target

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Reading"


def _changes(screen: MainScreen) -> None:
    row = target(screen)
    if row is not None:
        screen.views.show_changes(row, screen.views.changes_of != row.id)
        screen.go_to("text")


def _is_changed(screen: MainScreen) -> bool:
    row = target(screen)
    return row is not None and row.changed


COMMANDS = (
    Command(
        "changes", ("v",), "What changed in it; its text again", _GROUP,
        _changes, _is_changed, "changes", ("articles", "text"),
    ),
)  # fmt: skip
