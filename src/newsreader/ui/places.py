"""Where the reader was left, and coming back there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.errors import NewsreaderError
from newsreader.model.query import ListQuery
from newsreader.ui.arranging import arrangement, rearrange
from newsreader.ui.folding import Folding
from newsreader.ui.panes import PANES
from newsreader.ui.source_places import is_inside

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["restore", "save"]


def restore(screen: MainScreen) -> None:
    """Show the view, article and pane that `save` wrote last; what is gone of them is passed over."""
    place = _place(screen)
    theme = screen.config.theme or place.get("theme")
    if isinstance(theme, str) and theme in screen.app.available_themes:
        screen.app.theme = theme
    sort = place.get("sort")
    screen.views.folding = Folding(
        many=place.get("fold_many") is not False,
        one=place.get("fold_one") is True,
        order="source" if sort == "source" else "story" if sort == "story" else "day",
        unread=place.get("unread") is True,
    )
    screen.sources.only_unread = place.get("unread_sources") is True
    folded = place.get("folded")
    screen.sources.fold(
        name for name in (folded if isinstance(folded, list) else ()) if isinstance(name, str)
    )
    rearrange(screen, place)
    article, scroll = place.get("article"), place.get("scroll")
    screen.views.show(
        _query(screen, place),
        find=article if isinstance(article, str) else "",
        scroll=max(0, scroll) if isinstance(scroll, int) else 0,
    )
    if place.get("zen") is True:
        screen.add_class("zen")
    pane = place.get("pane")
    screen.go_to(pane if pane in ("articles", "text") else "articles")


def _place(screen: MainScreen) -> dict[str, Any]:
    try:
        return screen.library.place()
    except NewsreaderError:
        return {}


def _query(screen: MainScreen, place: dict[str, Any]) -> ListQuery:
    source, folder = place.get("source"), place.get("folder")
    query = ListQuery(
        source_id=source if isinstance(source, str) else None,
        folder=folder if isinstance(folder, str) else None,
        bookmarked=place.get("bookmarked") is True,
        text=words if isinstance(words := place.get("search"), str) else "",
    )
    return query if _is_there(screen, query) else ListQuery()


def _is_there(screen: MainScreen, query: ListQuery) -> bool:
    if query.text:
        return any(query == search.query for search, _ in screen.library.saved_searches())
    if query.source_id is None and query.folder is None:
        return True
    sources = [row.source for row in screen.library.sources()]
    return any(
        query.source_id in (None, each.id) and (query.folder is None or is_inside(each.folder, query.folder))
        for each in sources
    )


def save(screen: MainScreen) -> None:
    """Remember all that."""
    query, article, reading = screen.views.query, screen.views.article_here, screen.text.reading
    is_read = reading is not None and reading.article.id == article
    place: dict[str, Any] = {
        "pane": screen.pane if screen.pane in PANES else "articles",
        "source": query.source_id,
        "folder": query.folder,
        "search": query.text or None,
        "bookmarked": query.bookmarked or None,
        "article": article or None,
        "scroll": (screen.text.scroll_offset.y or None) if is_read else None,
        "theme": screen.app.theme,
        "fold_many": None if screen.views.folding.many else False,
        "fold_one": screen.views.folding.one or None,
        "unread": screen.views.folding.unread or None,
        "unread_sources": screen.sources.only_unread or None,
        "sort": screen.views.folding.order if screen.views.folding.order != "day" else None,
        "zen": screen.has_class("zen") or None,
        "folded": sorted(screen.sources.folded) or None,
        **arrangement(screen),
    }
    found = {name: value for name, value in place.items() if value is not None}
    screen.save("the place", lambda: screen.library.save_place(found))
