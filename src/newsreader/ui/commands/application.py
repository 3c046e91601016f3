"""The program itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Program"


def _help(screen: MainScreen) -> None:
    from newsreader.ui.screens.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen))


def _palette(screen: MainScreen) -> None:
    screen.app.action_command_palette()


def _leave(screen: MainScreen) -> None:
    screen.leave()


COMMANDS = (
    Command("palette", ("ctrl+p", "colon"), "All commands", _GROUP, _palette),
    Command("help", ("question_mark", "f1"), "Keys", _GROUP, _help, hint="help"),
    Command("quit", ("ctrl+q",), "Leave", _GROUP, _leave),
)
