"""What ARTICLES says where it has nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.paint import lines_of
from newsreader.ui.source_places import TROUBLE

if TYPE_CHECKING:
    from newsreader.model.source import SourceRow
    from newsreader.ui.screens.main import MainScreen

__all__ = ["NOTHING_FOUND", "say_what_is_empty", "words_for"]

_EMPTY_LIBRARY = (
    "Welcome. There is nothing to read yet.",
    "",
    "a   add a feed file, a page saved as text, or a directory",
    "s   open the samples: eighty articles to try the reader on",
    "?   all keys",
    "q   leave",
)
_EMPTY_LIST = ("No articles here.",)
_NOTHING_UNREAD = ("Nothing unread here.", "", "u   shows what is read too")
_NO_BOOKMARKS = ("No bookmarks yet.", "", "b   on an article keeps it, with note and tags")
_NEVER_READ = ("Not read yet.", "", "^r   reads all sources")
NOTHING_FOUND = ("No article has these words.", "escape leaves the search")
_TAKEN_IN = (
    "One moment: your library is being read.",
    "",
    "All of it is there. That takes a while",
    "once, after an update of newsreader.",
)


def words_for(screen: MainScreen) -> tuple[str, ...]:
    """Why ARTICLES shows nothing, while nothing is searched, and what to press."""
    views, query = screen.views, screen.views.query
    if views.empty:
        return _EMPTY_LIBRARY
    if views.is_narrowed:
        return NOTHING_FOUND
    if query.bookmarked:
        return _NO_BOOKMARKS
    row = screen.sources.source_row(query.source_id) if query.source_id is not None else None
    if row is not None and not row.articles:
        return _why_none(screen, row)
    return _NOTHING_UNREAD if views.asked.unread else _EMPTY_LIST


def _why_none(screen: MainScreen, row: SourceRow) -> tuple[str, ...]:
    """Why a source has no article at all."""
    if row.health.status == "never":
        return _NEVER_READ
    if row.health.status not in TROUBLE:
        return _EMPTY_LIST
    why = row.health.error or row.health.status
    return (
        "It could not be read:",
        *lines_of(why, max(20, screen.articles.size.width - 3), 4),
        "",
        "i   tells more, in SOURCES",
        "E   changes its address, D removes it",
    )


def say_what_is_empty(screen: MainScreen) -> None:
    """Say in the panes why nothing stands there, if nothing does."""
    empty = screen.views.empty
    if not screen.views.search:
        screen.articles.empty = _TAKEN_IN if empty is None else words_for(screen)
    screen.text.empty = ("Nothing to read here yet.",) if empty else ()
    if not screen.articles.count():
        screen.articles.refresh()
        screen.text.refresh()
    screen.hint()
