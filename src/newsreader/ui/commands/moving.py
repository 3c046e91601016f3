"""Moving in lists and texts, and between panes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command
from newsreader.ui.panes import NUMBERED, PANES

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Moving"


def _by(lines: int, screen: MainScreen) -> None:
    if screen.list_here is None:
        screen.text.lines_by(lines)
    else:
        screen.list_here.move(lines)


def _by_page(pages: int, screen: MainScreen) -> None:
    if screen.list_here is None:
        screen.text.page(pages)
    else:
        screen.list_here.move_page(pages)


def _to_end(end: bool, screen: MainScreen) -> None:
    if screen.list_here is None:
        screen.text.scroll_at_once(screen.text.max_scroll_y if end else 0)
    else:
        screen.list_here.move_to(screen.list_here.count() if end else 0)


def _next_source(step: int, screen: MainScreen) -> None:
    """Show the place below or above in SOURCES, without going there."""
    before = screen.sources.cursor
    screen.sources.move(step)
    place = screen.sources.current
    if place is not None and screen.sources.cursor != before:
        screen.views.show(place.query)
        screen.go_to("sources" if screen.pane == "sources" else "articles")


_LEFT = {"articles": "sources", "text": "sources", "related": "text", "bookmarks": "text"}
_RIGHT = {"sources": "articles", "articles": "related", "text": "related"}


def _sideways(panes: dict[str, str], screen: MainScreen) -> None:
    screen.go_to(panes.get(screen.pane, screen.pane))


def _next_pane(step: int, screen: MainScreen) -> None:
    screen.go_to(PANES[(PANES.index(screen.pane) + step) % len(PANES)])


def _pane(name: str, screen: MainScreen) -> None:
    screen.go_to(name)


COMMANDS = (
    Command("down", ("down", "j"), "Down", _GROUP, partial(_by, 1)),
    Command("up", ("up", "k"), "Up", _GROUP, partial(_by, -1)),
    Command("page-down", ("pagedown",), "A page down", _GROUP, partial(_by_page, 1)),
    Command("page-up", ("pageup",), "A page up", _GROUP, partial(_by_page, -1)),
    Command("top", ("home", "g"), "To the top", _GROUP, partial(_to_end, False)),
    Command("bottom", ("end", "G"), "To the end", _GROUP, partial(_to_end, True)),
    Command("left", ("left", "h"), "Pane to the left", _GROUP, partial(_sideways, _LEFT)),
    Command("right", ("right", "l"), "Pane to the right", _GROUP, partial(_sideways, _RIGHT)),
    Command("next-pane", ("tab",), "Next pane", _GROUP, partial(_next_pane, 1)),
    Command("previous-pane", ("shift+tab",), "Previous pane", _GROUP, partial(_next_pane, -1)),
    Command("next-source", ("J",), "Next place of SOURCES", _GROUP, partial(_next_source, 1)),
    Command("previous-source", ("K",), "Place above in SOURCES", _GROUP, partial(_next_source, -1)),
    *(
        Command(f"pane-{name}", (str(number),), f"Go to {name.upper()}", _GROUP, partial(_pane, name))
        for number, name in enumerate(NUMBERED, start=1)
    ),
)
