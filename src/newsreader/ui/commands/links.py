"""An article's address: opened elsewhere, or copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.text.urls import without_tracking
from newsreader.ui.commands.command import Command
from newsreader.ui.commands.target import target

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Links"


def _open(screen: MainScreen) -> None:
    row = target(screen)
    if row is None or row.url is None:
        return
    address = without_tracking(row.url)
    screen.asker.ask("browser", lambda: _browse(address), lambda opened: _tell(screen, address, opened))


def _browse(address: str) -> bool:
    import webbrowser  # starts with a search for browsers, and is seldom needed

    return webbrowser.open(address)


def _tell(screen: MainScreen, address: str, opened: bool) -> None:
    screen.status.say(
        f"opened {address}" if opened else "no browser could be started; set $BROWSER", error=not opened
    )


def _copy(screen: MainScreen) -> None:
    row = target(screen)
    if row is not None and row.url is not None:
        address = without_tracking(row.url)
        screen.app.copy_to_clipboard(address)
        screen.status.say(f"copied {address}")


def _has_link(screen: MainScreen) -> bool:
    row = target(screen)
    return row is not None and row.url is not None


COMMANDS = (
    Command(
        "browse", ("o",), "Open in the browser", _GROUP, _open, _has_link, "browser", ("articles", "text")
    ),
    Command("copy-link", ("y",), "Copy the link", _GROUP, _copy, _has_link),
)
