"""Bookmarks: what is kept, with note and tags, whatever becomes of its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from newsreader.library.articles import articles
from newsreader.library.changes import commit
from newsreader.library.context import Context
from newsreader.model.article import Article
from newsreader.model.bookmark import Bookmark
from newsreader.model.change import BookmarkChange, Step
from newsreader.store.bookmarks import read_bookmarks
from newsreader.text.sanitise import clean_line, clean_text

__all__ = ["bookmark", "bookmark_of", "bookmarks", "unbookmark"]


def bookmarks(context: Context, *, removed: bool = False) -> list[Bookmark]:
    """Every bookmark, newest kept first; with *removed* also those taken away, whose notes and tags wait.

    Raises:
        StoreError: the file could not be read.
    """
    found = [kept for kept in read_bookmarks(context.layout).values() if removed or not kept.removed]
    return sorted(found, key=lambda kept: (-kept.kept_at, kept.article.id))


def bookmark_of(context: Context, article_id: str) -> Bookmark | None:
    """The bookmark of that article, None where it has none. Raises as `bookmarks`."""
    found = read_bookmarks(context.layout).get(article_id)
    return None if found is None or found.removed else found


def bookmark(
    context: Context,
    article_ids: Sequence[str],
    *,
    note: str | None = None,
    tags: Sequence[str] | None = None,
    add_tags: Sequence[str] = (),
) -> Step | None:
    """Keep articles, as one step; None when nothing changes. Ids that nothing has are passed over.

    Args:
        context: the library.
        article_ids: which.
        note: the note to be; None leaves the one that there is, or was before it was unbookmarked.
        tags: the tags to be; None leaves them.
        add_tags: tags to add.

    Raises:
        StoreError: it could not be saved.
    """

    def edited(kept: Bookmark) -> Bookmark:
        chosen = (*(kept.tags if tags is None else tags), *add_tags)
        return replace(
            kept,
            note=kept.note if note is None else clean_text(note),
            tags=tuple(sorted({clean_line(tag) for tag in chosen} - {""})),
            removed=False,
        )

    is_edit = note is not None or tags is not None or bool(add_tags)
    title = f"{'note and tags of' if is_edit else 'bookmark'} {_counted(article_ids)}"
    return commit(context, title, lambda: _plan(context, article_ids, edited))


def unbookmark(context: Context, article_ids: Sequence[str]) -> Step | None:
    """Stop keeping articles, as one step; None when none of them is kept.

    Note and tags wait, and come back with the bookmark.

    Raises:
        StoreError: it could not be saved.
    """

    def plan() -> list[BookmarkChange]:
        kept = read_bookmarks(context.layout)
        found = [kept[name] for name in dict.fromkeys(article_ids) if name in kept and not kept[name].removed]
        return [BookmarkChange(old, replace(old, removed=True)) for old in found]

    return commit(context, f"remove the bookmark of {_counted(article_ids)}", plan)


def _plan(
    context: Context, article_ids: Iterable[str], edited: Callable[[Bookmark], Bookmark]
) -> list[BookmarkChange]:
    kept = read_bookmarks(context.layout)
    now = context.now_ms()
    changes: list[BookmarkChange] = []
    for name, article in articles(context, dict.fromkeys(article_ids)).items():
        old = kept.get(name)
        new = edited(old or _fresh(context, article))
        if old is None or old.removed:
            new = replace(new, kept_at=now, article=article)
        if new != old:
            changes.append(BookmarkChange(old, new))
    return changes


def _fresh(context: Context, article: Article) -> Bookmark:
    row = context.index.rows.row(article.id)
    return Bookmark(article, row.source_title if row else "")


def _counted(article_ids: Sequence[str]) -> str:
    return "an article" if len(article_ids) == 1 else f"{len(article_ids)} articles"
