"""Articles of the library as items of a JSON Feed, some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newsreader.cli.article_json import Item, write_feed
from newsreader.cli.output import Output
from newsreader.cli.rows import pages_of_view
from newsreader.library.records import text_of
from newsreader.model.article import Article
from newsreader.model.bookmark import Bookmark
from newsreader.model.query import ListQuery
from newsreader.model.row import ArticleRow

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["items_of_rows", "items_of_view", "write_items"]


def write_items(out: Output, items: Iterable[Item]) -> None:
    """Write articles of the library as one document."""
    write_feed(out, items, title="newsreader")


def items_of_view(library: Library, query: ListQuery, limit: int) -> Iterator[Item]:
    """The first *limit* articles that *query* wants, newest first."""
    for rows in pages_of_view(library, query, limit):
        yield from items_of_rows(library, rows)


def items_of_rows(library: Library, rows: Sequence[ArticleRow], *, scored: bool = False) -> Iterator[Item]:
    """The articles of *rows*, in their order; *scored*: with the score that each row has."""
    articles = library.articles([row.id for row in rows])
    kept = {bookmark.article.id: bookmark for bookmark in library.bookmarks(removed=True)}
    for row in rows:
        if (article := articles.get(row.id)) is not None:
            yield _item(row, article, kept.get(row.id), row.score if scored else None)


def _item(row: ArticleRow, article: Article, bookmark: Bookmark | None, score: float | None) -> Item:
    return Item(
        id=row.id,
        source_id=article.source_id,
        entry=article.shown,
        text=text_of(article),
        first_seen=article.first_seen,
        changed=bool(article.revisions),
        read=row.read,
        bookmark=bookmark,
        score=score,
        story=row.story,
    )
