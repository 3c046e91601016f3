"""What ARTICLES says where it has nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["EMPTY_LIBRARY", "EMPTY_LIST", "NOTHING_FOUND", "TAKEN_IN", "say_what_is_empty"]


EMPTY_LIBRARY = (
    "Welcome. There is nothing to read yet.",
    "",
    "a   add a feed file, a page saved as text, or a directory",
    "s   open the samples: eighty articles to try the reader on",
    "?   all keys",
    "q   leave",
)
EMPTY_LIST = ("No articles here.",)
NOTHING_FOUND = ("No article has these words.", "escape leaves the search")
TAKEN_IN = (
    "One moment: your library is being read.",
    "",
    "All of it is there. That takes a while",
    "once, after an update of newsreader.",
)


def say_what_is_empty(screen: MainScreen) -> None:
    """Say in the panes why nothing stands there, if nothing does."""
    empty = screen.views.empty
    if not screen.views.search:
        screen.articles.empty = TAKEN_IN if empty is None else EMPTY_LIBRARY if empty else EMPTY_LIST
    screen.text.empty = ("Nothing to read here yet.",) if empty else ()
    if not screen.articles.count():
        screen.articles.refresh()
        screen.text.refresh()
    screen.hint()
