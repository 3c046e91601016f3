"""What is kept: bookmarks.json."""

from __future__ import annotations

from collections.abc import Iterable

from newsreader.model.bookmark import Bookmark
from newsreader.model.codec import bookmark_from_json, bookmark_to_json
from newsreader.store.layout import Layout
from newsreader.store.tables import damaged, documents

__all__ = ["put_bookmarks", "read_bookmarks"]


def read_bookmarks(layout: Layout) -> dict[str, Bookmark]:
    """Every bookmark by its article's id, removed ones too.

    Raises:
        DamagedFileError: the file is not what this program writes.
        StoreError: it could not be read.
    """
    try:
        found = [bookmark_from_json(document) for document in documents(layout.bookmarks, "bookmarks")]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(layout.bookmarks, "a bookmark in it is not one") from error
    return {bookmark.article.id: bookmark for bookmark in found}


def put_bookmarks(layout: Layout, bookmarks: Iterable[Bookmark]) -> None:
    """Put these into bookmarks.json, each in place of the one of its article. Hold the lock.

    Raises:
        DamagedFileError: the file is there and is not what this program writes.
        StoreError: it could not be written; the old bookmarks are there.
    """
    from newsreader.store.storage import change, put

    with change(layout.bookmarks, "bookmarks") as database:
        put(database.table("bookmarks"), [bookmark_to_json(bookmark) for bookmark in bookmarks])
