"""Hiding panes, their sizes, and how many lines a row of ARTICLES has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.ui.arranging import arrange, hidden
from newsreader.ui.borders import of_height, of_width
from newsreader.ui.commands.command import Command
from newsreader.ui.panes import NUMBERED

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Moving"
_COLUMNS, _LINES = 0.025, 0.05  # of the whole
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


def _border(is_width: bool, screen: MainScreen) -> tuple[str, int] | None:
    """Which border makes the pane that has the focus wider or higher, and which way."""
    return (of_width if is_width else of_height)(screen.pane, screen.panes.there)


def _resize(is_width: bool, step: float, screen: MainScreen) -> None:
    found = _border(is_width, screen)
    if found is not None:
        name, toward = found
        screen.panes.resize(name, screen.panes.size_of(name) + toward * step)


def _can_resize(is_width: bool, screen: MainScreen) -> bool:
    return _border(is_width, screen) is not None


def _reset(screen: MainScreen) -> None:
    screen.panes.give({})


def _is_resized(screen: MainScreen) -> bool:
    return bool(screen.panes.sizes)


def _choose(screen: MainScreen) -> None:
    """Offer what each pane can be, under the number that goes to it."""
    from newsreader.ui.screens.choose import ChooseScreen

    shown = {pane: "show" if pane in hidden(screen) else "hide" for pane in _HIDEABLE}
    lines = "two lines an article" if screen.articles.row_height == 1 else "one line an article"
    choices = [f"ARTICLES: {lines}", *(f"{pane.upper()}: {shown[pane]}" for pane in _HIDEABLE)]
    if _is_resized(screen):
        choices.append("All: the sizes that they had at first")

    def chosen(choice: int | None) -> None:
        if choice == 0:
            _rows(screen)
        elif choice == len(_HIDEABLE) + 1:
            _reset(screen)
        elif choice is not None:
            _toggle(_HIDEABLE[choice - 1], screen)

    screen.app.push_screen(ChooseScreen("Panes", choices), chosen)


COMMANDS = (
    Command("panes", ("w",), "Panes: hide or show; one line an article, or two", _GROUP, _choose),
    Command(
        "wider",
        ("greater_than_sign",),
        "Make this pane wider",
        _GROUP,
        partial(_resize, True, _COLUMNS),
        partial(_can_resize, True),
    ),
    Command(
        "narrower",
        ("less_than_sign",),
        "Make this pane narrower",
        _GROUP,
        partial(_resize, True, -_COLUMNS),
        partial(_can_resize, True),
    ),
    Command(
        "higher",
        ("right_curly_bracket",),
        "Make this pane higher",
        _GROUP,
        partial(_resize, False, _LINES),
        partial(_can_resize, False),
    ),
    Command(
        "lower",
        ("left_curly_bracket",),
        "Make this pane lower",
        _GROUP,
        partial(_resize, False, -_LINES),
        partial(_can_resize, False),
    ),
    Command("reset-sizes", (), "All panes as large as at first", _GROUP, _reset, _is_resized),
    Command("row-lines", (), "One line an article, or two", _GROUP, _rows),
    *(
        Command(f"toggle-{pane}", (), f"Hide or show {pane.upper()}", _GROUP, partial(_toggle, pane))
        for pane in _HIDEABLE
    ),
)
