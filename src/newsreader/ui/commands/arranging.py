"""Hiding panes, and how many lines a row of ARTICLES has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.ui.arranging import arrange, hidden
from newsreader.ui.commands.command import Command
from newsreader.ui.panes import NUMBERED

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Moving"
_HIDEABLE = tuple(pane for pane in NUMBERED if pane != "articles")


def _toggle(pane: str, screen: MainScreen) -> None:
    is_hidden = pane in hidden(screen)
    arrange(screen, hidden(screen) ^ {pane})
    if not is_hidden:
        screen.go_to("articles")
    name = pane.upper()
    screen.status.say(
        f"{name} is there again" if is_hidden else f"{name} is hidden; {_key(pane)} looks into it"
    )


def _key(pane: str) -> int:
    return NUMBERED.index(pane) + 1


def _rows(screen: MainScreen) -> None:
    screen.articles.set_row_lines(2 if screen.articles.row_height == 1 else 1)


def _choose(screen: MainScreen) -> None:
    """Offer what each pane can be, under the number that goes to it."""
    from newsreader.ui.screens.choose import ChooseScreen

    shown = {pane: "show" if pane in hidden(screen) else "hide" for pane in _HIDEABLE}
    lines = "two lines an article" if screen.articles.row_height == 1 else "one line an article"
    choices = [f"ARTICLES: {lines}", *(f"{pane.upper()}: {shown[pane]}" for pane in _HIDEABLE)]

    def chosen(choice: int | None) -> None:
        if choice == 0:
            _rows(screen)
        elif choice is not None:
            _toggle(_HIDEABLE[choice - 1], screen)

    screen.app.push_screen(ChooseScreen("Panes", choices), chosen)


COMMANDS = (
    Command("panes", ("w",), "Panes: hide or show; one line an article, or two", _GROUP, _choose),
    Command("row-lines", (), "One line an article, or two", _GROUP, _rows),
    *(
        Command(f"toggle-{pane}", (), f"Hide or show {pane.upper()}", _GROUP, partial(_toggle, pane))
        for pane in _HIDEABLE
    ),
)
