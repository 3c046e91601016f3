"""Stories: folded into one row, and their tellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Stories"


def _fold(screen: MainScreen) -> None:
    folded = screen.views.turn_folding()
    screen.status.say("one row a story" if folded else "every telling has its row")


def _can_fold(screen: MainScreen) -> bool:
    return not screen.views.search and not screen.views.empty


COMMANDS = (
    Command(
        "fold", ("plus",), "Fold each story into one row, or show every telling", _GROUP, _fold, _can_fold
    ),
)
