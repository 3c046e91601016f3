"""What stands beside the article that is read: related ones, and which bookmarks are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsreader.ui.panes import say_in_border

if TYPE_CHECKING:
    from newsreader.model.bookmark import Bookmark
    from newsreader.model.related import RelatedArticle
    from newsreader.model.row import ArticleRow
    from newsreader.ui.screens.main import MainScreen

__all__ = ["refresh_bookmarks", "relate", "renew"]

_RELATED, _BOOKMARKS = 10, 5


def relate(screen: MainScreen, row: ArticleRow) -> None:
    """Show what is related to an article in RELATED, and in BOOKMARKS which of them are."""
    library = screen.library

    def question() -> tuple[list[RelatedArticle], list[RelatedArticle]]:
        found = library.related(row.id, limit=_RELATED, varied=True)
        return found, library.related(row.id, limit=_BOOKMARKS, bookmarked=True)

    def answered(answer: tuple[list[RelatedArticle], list[RelatedArticle]]) -> None:
        found, kept = answer
        screen.related.show(found, of=row.id)
        screen.bookmarks.relate([each.row.id for each in kept])
        _title_bookmarks(screen)
        screen.hint()  # what can be done with this article

    screen.asker.ask("related", question, answered)


def renew(screen: MainScreen) -> None:
    """Show anew which of the articles in RELATED are read."""
    keys = [each.row.key for each in screen.related.found]
    screen.asker.ask("related rows", lambda: screen.library.rows(keys), screen.related.renew)


def refresh_bookmarks(screen: MainScreen) -> None:
    """Ask for the bookmarks anew; what was related before they came still is."""

    def answered(kept: Sequence[Bookmark]) -> None:
        screen.bookmarks.show(kept)
        _title_bookmarks(screen)

    screen.asker.ask("bookmarks", screen.library.bookmarks, answered)


def _title_bookmarks(screen: MainScreen) -> None:
    related = screen.bookmarks.related
    title = f"BOOKMARKS · {related} related" if related else "BOOKMARKS"
    say_in_border(screen.query_one("#bookmarks"), title)
