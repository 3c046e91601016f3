"""Takes library files into the index."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import orjson

from newsreader.index.articles import ArticleTable, Place
from newsreader.index.bookmarks import BookmarkTable
from newsreader.index.conditions import Conditions
from newsreader.index.database import Database
from newsreader.index.errors import IndexDamagedError
from newsreader.index.features import FeatureTable
from newsreader.index.marks import MarkTable
from newsreader.index.mutes import MuteTable
from newsreader.index.stories import StoryTable
from newsreader.index.vectors import VectorTable
from newsreader.model.article import ArticleState
from newsreader.model.codec_sources import health_to_json, source_to_json
from newsreader.model.record import ArticleRecord, BookmarkRecord
from newsreader.model.source import Health, Source
from newsreader.model.stamp import FileStamp
from newsreader.model.story import StoryMark

__all__ = ["AddedRecords", "Writer"]

_SOURCE = """
INSERT INTO sources (id, title, folder, priority, source, listed) VALUES (?, ?, ?, ?, ?, 1)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, folder = excluded.folder, priority = excluded.priority,
    source = excluded.source, listed = 1
WHERE listed = 0 OR source IS NOT excluded.source
"""
_HEALTH = """
INSERT INTO sources (health, id) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET health = excluded.health
"""


@dataclass(frozen=True, slots=True)
class AddedRecords:
    """Some articles of a library file, all that is new in it.

    Attributes:
        path, stamp: the file and what it was; see `Writer`.
        source_id: whose articles they are.
        chunk: the file's number.
        records: the articles.
    """

    path: str
    stamp: FileStamp
    source_id: str
    chunk: int
    records: Sequence[ArticleRecord]


class Writer:
    """Writes the index; each method is one transaction, or part of the `Index.batch` around it.

    *path* is a library file's path, in any form that is always the same for one file; *stamp* is what the file was
    when it was read. The two are recorded with what the file holds, so that both are in the index or neither is. Every
    method may raise IndexDamagedError and StoreError.
    """

    def __init__(
        self, database: Database, conditions: Conditions, features: FeatureTable, vectors: VectorTable
    ) -> None:
        self._database = database
        self._mutes = MuteTable(database, conditions)
        self._articles = ArticleTable(database, features, vectors, self._mutes)
        self._stories = StoryTable(database)
        self._bookmarks = BookmarkTable(database, self._articles)
        self._marks = MarkTable(database)

    def stamps(self) -> dict[str, FileStamp]:
        """Path to what the file was when it was last taken in, of every library file that was."""
        with self._database.reading() as sqlite:
            found = sqlite.execute("SELECT path, size, mtime_ns FROM files")
            stamps = {path: FileStamp(size, mtime_ns) for path, size, mtime_ns in found}
        if not all(isinstance(path, str) for path in stamps):
            raise IndexDamagedError("the index is damaged (a file without a name)")
        return stamps

    def put_sources(
        self, path: str, stamp: FileStamp, sources: Iterable[Source], mutes: Iterable[str] = ()
    ) -> None:
        """Make *sources* the sources that there are, and *mutes* the rules on what lists do not show.

        Articles of other sources leave the lists and keep their rows.
        """
        wanted = {source.id: source for source in sources}
        with self._database.batch() as sqlite:
            self._stamp(path, stamp, "sources")
            listed = {source_id for (source_id,) in sqlite.execute("SELECT id FROM sources WHERE listed = 1")}
            sqlite.executemany(_SOURCE, [_source_values(source) for source in wanted.values()])
            sqlite.executemany(
                "UPDATE sources SET listed = 0 WHERE id = ?", [(each,) for each in listed - wanted.keys()]
            )
            self._database.changed("sources", *(("articles",) if listed != wanted.keys() else ()))
            self._articles.show_again(listed ^ wanted.keys())
            self._mutes.replace(mutes)

    def put_health(self, path: str, stamp: FileStamp, healths: Mapping[str, Health]) -> None:
        """Make *healths* (by source id) how the sources fare; the others have never been asked."""
        wanted = {
            source_id: orjson.dumps(health_to_json(source_id, each)) for source_id, each in healths.items()
        }
        with self._database.batch() as sqlite:
            self._stamp(path, stamp, "health")
            known = dict(sqlite.execute("SELECT id, health FROM sources"))
            both = known.keys() | wanted.keys()
            changed = [(wanted.get(each), each) for each in both if known.get(each) != wanted.get(each)]
            sqlite.executemany(_HEALTH, changed)
            if changed:
                self._database.changed("sources")

    def put_chunk(
        self, path: str, stamp: FileStamp, source_id: str, chunk: int, records: Iterable[ArticleRecord]
    ) -> None:
        """Make *records* the articles of that chunk. Those that did not change are left alone; marks stay."""
        with self._database.batch():
            place = self._stamp_chunk(path, stamp, "articles", source_id, chunk)
            self._database.changed("articles")
            self._articles.replace(place, records)

    def add_records(self, files: Iterable[AddedRecords]) -> None:
        """Add or update articles of chunks, which keep their other articles; marks stay. Together they cost less."""
        with self._database.batch():
            self._database.changed("articles")
            self._articles.put_all(
                (
                    self._stamp_chunk(file.path, file.stamp, "articles", file.source_id, file.chunk),
                    file.records,
                )
                for file in files
            )

    def put_states(
        self, path: str, stamp: FileStamp, source_id: str, chunk: int, states: Mapping[str, ArticleState]
    ) -> None:
        """Make *states* (by article id) the marks on that chunk's articles; the others are unread and not hidden.

        Marks on articles that are not there yet wait for them.
        """
        with self._database.batch():
            place = self._stamp_chunk(path, stamp, "states", source_id, chunk)
            self._marks.replace(place, states)

    def set_read(self, article_ids: Collection[str], read: bool) -> None:
        """Mark articles at once, before the library's files say so; what takes in those files finds nothing to do."""
        with self._database.batch():
            self._database.changed("marks")
            self._marks.set_read(article_ids, read)

    def put_bookmarks(self, path: str, stamp: FileStamp, bookmarks: Iterable[BookmarkRecord]) -> None:
        """Make *bookmarks* the bookmarks that there are."""
        with self._database.batch():
            self._stamp(path, stamp, "bookmarks")
            self._bookmarks.replace(bookmarks)

    def set_bookmarks(
        self, path: str, stamp: FileStamp, kept: Iterable[BookmarkRecord], dropped: Iterable[str] = ()
    ) -> None:
        """Add or update *kept*, remove those on the article ids *dropped*; the other bookmarks stay."""
        with self._database.batch():
            self._stamp(path, stamp, "bookmarks")
            self._bookmarks.update(kept, dropped)

    def put_story_marks(
        self, path: str, stamp: FileStamp, marks: Mapping[tuple[str, str], StoryMark]
    ) -> list[tuple[int, int, bool | None]]:
        """Make *marks* what people said of pairs of articles; gives what of it is news, as `StoryTable.put_marks`."""
        with self._database.batch():
            self._stamp(path, stamp, "stories")
            return self._stories.put_marks(marks)

    def forget_file(self, path: str) -> None:
        """Take out a library file that is gone, with all that it said. A bookmarked article stays as a bookmark."""
        with self._database.batch() as sqlite:
            found = sqlite.execute(
                "DELETE FROM files WHERE path = ? RETURNING role, chunk", (path,)
            ).fetchone()
            if found is not None:
                self._forget(*found)

    def forget_source(self, source_id: str) -> None:
        """Take out a source with all its articles, marks and files. Bookmarked articles stay as bookmarks."""
        with self._database.batch() as sqlite:
            sqlite.execute("UPDATE sources SET listed = 0 WHERE id = ?", (source_id,))
            self._database.changed("sources", "articles")
            self._articles.forget_source(source_id)

    def sweep(self, most: int = 500) -> int:
        """Delete what at most *most* articles left behind that were taken out; gives how many are still left.

        Taking out 22,000 articles is one moment; deleting their words takes seconds and can be done when nobody waits.
        """
        with self._database.batch():
            return self._articles.sweep(most)

    def _forget(self, role: str, chunk: int | None) -> None:
        self._database.changed("sources" if role in ("sources", "health") else "articles")
        if role == "sources":
            self._database.changed("articles")
            with self._database.batch() as sqlite:
                listed = sqlite.execute(
                    "UPDATE sources SET listed = 0 WHERE listed = 1 RETURNING id"
                ).fetchall()
                self._articles.show_again(source_id for (source_id,) in listed)
        elif role == "health":
            with self._database.batch() as sqlite:
                sqlite.execute("UPDATE sources SET health = NULL")
        elif role == "bookmarks":
            self._bookmarks.replace(())
        elif role == "stories":
            self._stories.put_marks({})
        elif role == "states":
            self._marks.replace(Place(0, chunk, False), {})
        else:
            self._articles.replace(Place(0, chunk, False), ())

    def _stamp(self, path: str, stamp: FileStamp, role: str, chunk: int | None = None) -> None:
        with self._database.batch() as sqlite:
            values = (path, stamp.size, stamp.mtime_ns, role, chunk)
            sqlite.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", values)

    def _stamp_chunk(self, path: str, stamp: FileStamp, role: str, source_id: str, chunk: int) -> Place:
        place = self._articles.place(source_id, chunk)
        self._stamp(path, stamp, role, place.chunk)
        return place


def _source_values(source: Source) -> tuple[str, str, str, int, bytes]:
    return source.id, source.title, source.folder, source.priority, orjson.dumps(source_to_json(source))
