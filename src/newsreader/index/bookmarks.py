"""What its reader keeps: which articles, with note and tags to search, and a copy for when the source is gone."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

import orjson

from newsreader.index.articles import ArticleTable
from newsreader.index.database import Database
from newsreader.model.record import BookmarkRecord
from newsreader.text.words import fold

__all__ = ["BookmarkTable"]

_BOOKMARK = "INSERT OR REPLACE INTO bookmarks VALUES (?, ?, ?, ?, ?, ?, ?)"


class BookmarkTable:
    """Changes bookmarks; called inside a batch."""

    def __init__(self, database: Database, articles: ArticleTable) -> None:
        self._database = database
        self._articles = articles

    def replace(self, bookmarks: Iterable[BookmarkRecord]) -> None:
        """Make *bookmarks* the bookmarks that there are."""
        wanted = {bookmark.record.id: bookmark for bookmark in bookmarks}
        sqlite = self._database.within()
        known = {article_id for (article_id,) in sqlite.execute("SELECT id FROM bookmarks")}
        self.update(wanted.values(), known - wanted.keys())

    def update(self, kept: Iterable[BookmarkRecord], dropped: Iterable[str]) -> None:
        """Add or update *kept*, take away the bookmarks on the articles *dropped*."""
        self._database.changed("bookmarks")
        for article_id in dropped:
            self._drop(article_id)
        for bookmark in kept:
            self._keep(bookmark)

    def _keep(self, bookmark: BookmarkRecord) -> None:
        digest = crc32(orjson.dumps(bookmark))
        record = bookmark.record
        sqlite = self._database.within()
        found = sqlite.execute("SELECT digest FROM bookmarks WHERE id = ?", (record.id,)).fetchone()
        if found == (digest,):
            return
        packed = self._database.packer().pack(orjson.dumps(record).decode())
        tags = "".join(f"\n{fold(tag)}" for tag in bookmark.tags) + "\n"
        values = (
            record.id,
            bookmark.kept_at_ms,
            bookmark.source_title,
            fold(bookmark.note),
            tags,
            digest,
            packed,
        )
        sqlite.execute(_BOOKMARK, values)
        row = sqlite.execute("SELECT key, chunk FROM articles WHERE id = ?", (record.id,)).fetchone()
        if row is None or row[1] is None:
            self._articles.put(self._articles.place(record.source_id, None), [record])
        sqlite.execute("UPDATE articles SET kept = 1 WHERE id = ? AND kept = 0", (record.id,))

    def _drop(self, article_id: str) -> None:
        sqlite = self._database.within()
        sqlite.execute("DELETE FROM bookmarks WHERE id = ?", (article_id,))
        sqlite.execute("UPDATE articles SET kept = 0 WHERE id = ?", (article_id,))
        copy = sqlite.execute(
            "SELECT key FROM articles WHERE id = ? AND chunk IS NULL", (article_id,)
        ).fetchone()
        if copy is not None:
            self._articles.drop([copy[0]])
