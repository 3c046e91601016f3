"""Reading: articles whole, and what was done to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsreader.errors import UnknownArticleError
from newsreader.library.changes import commit
from newsreader.library.context import Context
from newsreader.model.article import Article
from newsreader.model.change import Mark, Step
from newsreader.store.articles import read_chunk
from newsreader.store.bookmarks import read_bookmarks

__all__ = ["article", "articles", "mark_keys", "mark_read", "unknown"]

_UNKNOWN = "no article has this id; `newsreader list` prints the ids"


def unknown(article_id: str) -> UnknownArticleError:
    """The error for an id that no article has."""
    return UnknownArticleError(_UNKNOWN, subject=article_id)


def article(context: Context, article_id: str) -> Article:
    """The article with that id: from its source, else the copy that a bookmark keeps.

    Raises:
        UnknownArticleError: there is none.
        StoreError: its file could not be read.
    """
    found = articles(context, [article_id])
    if article_id not in found:
        raise unknown(article_id)
    return found[article_id]


def articles(context: Context, article_ids: Iterable[str]) -> dict[str, Article]:
    """The articles with these ids, as far as there are any; each file is read once. Raises as `article`."""
    wanted = list(article_ids)
    found: dict[str, Article] = {}
    chunks = {place for place in context.index.rows.locate(wanted).values() if place[1]}
    names = set(wanted)
    for source_id, number in sorted(chunks):
        found |= {kept.id: kept for kept in read_chunk(context.layout, source_id, number, names)}
    if any(name not in found for name in wanted):
        found |= {
            name: kept.article for name, kept in read_bookmarks(context.layout).items() if name not in found
        }
    return {name: found[name] for name in wanted if name in found}


def mark_read(context: Context, article_ids: Sequence[str], read: bool) -> Step | None:
    """Mark articles read or unread, as one step; None when all of them are already.

    Ids that no article has are passed over.

    Raises:
        StoreError: it could not be saved.
    """
    return mark_keys(context, list(context.index.rows.keys_of(article_ids).values()), read)


def mark_keys(context: Context, keys: Sequence[int], read: bool) -> Step | None:
    """As `mark_read`, for articles by their keys in the index."""

    def plan() -> list[Mark]:
        marks = context.index.rows.to_mark(keys, read)
        return [Mark("read", read, marks)] if marks else []

    what = "an article" if len(keys) == 1 else f"{len(keys)} articles"
    return commit(context, f"mark {what} {'read' if read else 'unread'}", plan)
