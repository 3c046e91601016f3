"""What stands in the border of ARTICLES."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.panes import say_in_border

if TYPE_CHECKING:
    from newsreader.model.query import Counts
    from newsreader.ui.screens.main import MainScreen

__all__ = ["title_articles"]


def title_articles(screen: MainScreen, counts: Counts) -> None:
    """Say what ARTICLES shows, and how many of it are unread or were found."""
    unread = _unread(screen, counts)
    views, articles = screen.views, screen.articles
    what = f"SEARCH · {views.search}" if views.search else f"ARTICLES{screen.sources.name_of(views.query)}"
    found = views.search or views.is_narrowed
    only = " only" if views.asked.unread and not views.search else ""
    count = f" · {articles.count()} found" if found else f" · {unread} unread{only}"
    folded = " · folded" if articles.folded and not views.search else ""
    order = "" if views.search or views.folding.order == "day" else f" · by {views.folding.order}"
    say_in_border(articles, what + count + folded + order)


def _unread(screen: MainScreen, counts: Counts) -> int:
    query = screen.views.query
    if query.bookmarked:
        return 0
    if query.source_id is not None:
        return counts.by_source.get(query.source_id, (0, 0))[1]
    return screen.sources.unread_of(query)
