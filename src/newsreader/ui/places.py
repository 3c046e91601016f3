"""Where the reader was left, and coming back there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.errors import NewsreaderError
from newsreader.model.query import ListQuery
from newsreader.ui.panes import PANES

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["restore", "save"]


def restore(screen: MainScreen) -> None:
    """Show the view, article and pane that `save` wrote last; what is gone of them is passed over."""
    place = _place(screen)
    theme = place.get("theme")
    if isinstance(theme, str) and theme in screen.app.available_themes:
        screen.app.theme = theme
    article = place.get("article")
    screen.views.show(_query(place), find=article if isinstance(article, str) else "")
    scroll = place.get("scroll")
    row = screen.articles.current
    if isinstance(scroll, int) and scroll > 0 and row is not None and row.id == article:
        screen.views.read(row, scroll=scroll)
    if place.get("zen") is True:
        screen.add_class("zen")
    pane = place.get("pane")
    screen.go_to(pane if pane in ("articles", "text") else "articles")


def _place(screen: MainScreen) -> dict[str, Any]:
    try:
        return screen.library.place()
    except NewsreaderError:
        return {}


def _query(place: dict[str, Any]) -> ListQuery:
    source, folder = place.get("source"), place.get("folder")
    return ListQuery(
        source_id=source if isinstance(source, str) else None,
        folder=folder if isinstance(folder, str) else None,
        bookmarked=place.get("bookmarked") is True,
    )


def save(screen: MainScreen) -> None:
    """Remember all that."""
    query, row = screen.views.query, screen.articles.current
    place: dict[str, Any] = {
        "pane": screen.pane if screen.pane in PANES else "articles",
        "source": query.source_id,
        "folder": query.folder,
        "bookmarked": query.bookmarked or None,
        "article": row.id if row is not None and not screen.views.search else None,
        "scroll": screen.text.scroll_offset.y or None,
        "theme": screen.app.theme,
        "zen": screen.has_class("zen") or None,
    }
    found = {name: value for name, value in place.items() if value is not None}
    screen.save("the place", lambda: screen.library.save_place(found))
