"""Which article a command is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.errors import NewsreaderError
from newsreader.model.row import ArticleRow

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["has_target", "target"]


def target(screen: MainScreen) -> ArticleRow | None:
    """The article under the cursor of the pane that has the focus; in TEXT and SOURCES the one whose text is shown."""
    if screen.pane == "related" and screen.related.current is not None:
        return screen.related.current.row
    if screen.pane == "bookmarks" and screen.bookmarks.current is not None:
        try:
            return screen.library.row(screen.bookmarks.current.article.id)
        except NewsreaderError:
            return None
    if screen.pane == "articles":
        return screen.articles.current
    return screen.views.single or screen.articles.current


def has_target(screen: MainScreen) -> bool:
    """Whether there is such an article."""
    if screen.pane == "bookmarks" and screen.bookmarks.current is not None:
        return True
    return target(screen) is not None
