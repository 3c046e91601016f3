"""What stands beside the article that is read: related ones, and which bookmarks are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from newsreader.model.article import ArticleRow, RelatedArticle

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["relate"]

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
        related = screen.bookmarks.related
        title = f"BOOKMARKS · {related} related" if related else "BOOKMARKS"
        screen.query_one("#bookmarks").border_title = Content(title)

    screen.asker.ask("related", question, answered)
