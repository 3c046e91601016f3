"""The rows of articles: added, changed, taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from zlib import crc32

import orjson

from newsreader.index.arrays import json_array
from newsreader.index.bodies import PUT_BODY, body_values
from newsreader.index.database import Database
from newsreader.index.features import FeatureTable
from newsreader.index.mutes import MuteTable
from newsreader.index.schema import SHOWN
from newsreader.index.texts import dictionary_of
from newsreader.index.vectors import VectorTable
from newsreader.index.words import WordTable
from newsreader.model.record import ArticleRecord

__all__ = ["ArticleTable", "Place"]

_TEXTS_FOR_DICTIONARY = 256

_ARTICLE = """
INSERT INTO articles (key, story, copy, id, source, chunk, at_ms, shown, read, hidden, changed, kept)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, EXISTS (SELECT 1 FROM bookmarks WHERE id = ?4))
"""
_DATED = "UPDATE articles SET at_ms = ?1, changed = ?2 WHERE key = ?3 AND (at_ms <> ?1 OR changed <> ?2)"
_UNKNOWN = """
SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM articles)
AND value NOT IN (SELECT id FROM dead) AND value NOT IN (SELECT id FROM waiting_marks)
"""
_KEPT_RECORDS = """
SELECT record FROM bookmarks WHERE id IN (
    SELECT id FROM articles WHERE kept = 1 AND key IN (SELECT value FROM json_each(?)))
"""
_DROP = (
    """INSERT OR REPLACE INTO waiting_marks SELECT id, chunk, read, hidden FROM articles
    WHERE key IN (SELECT value FROM json_each(?)) AND chunk IS NOT NULL AND (read OR hidden)""",
    """INSERT OR REPLACE INTO dead SELECT id, key, story, copy FROM articles
    WHERE key IN (SELECT value FROM json_each(?))""",
    "DELETE FROM articles WHERE key IN (SELECT value FROM json_each(?))",
)
_FORGET = (
    "DELETE FROM waiting_marks WHERE chunk IN (SELECT number FROM chunks WHERE source = ?)",
    "DELETE FROM files WHERE chunk IN (SELECT number FROM chunks WHERE source = ?)",
    "DELETE FROM chunks WHERE source = ?",
)
_SHOW_AGAIN = f"""
UPDATE articles SET shown = 1 - shown WHERE source = (SELECT number FROM sources WHERE id = ?)
AND shown <> {SHOWN}
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article is, in the index's own numbers.

    Attributes:
        source: its source.
        chunk: its chunk; None for the copy that a bookmark keeps of an article that no library file has any more.
        listed: whether its source is subscribed to.
    """

    source: int
    chunk: int | None
    listed: bool


class ArticleTable:
    """Changes articles; called inside a batch."""

    def __init__(
        self, database: Database, features: FeatureTable, vectors: VectorTable, mutes: MuteTable
    ) -> None:
        self._database = database
        self._mutes = mutes
        self._words = WordTable(database)
        self._features = features
        self._vectors = vectors

    def place(self, source_id: str, chunk: int | None) -> Place:
        """The numbers of that source and that chunk of it, which get some if they have none."""
        sqlite = self._database.within()
        sqlite.execute("INSERT OR IGNORE INTO sources (id) VALUES (?)", (source_id,))
        found = sqlite.execute("SELECT number, listed FROM sources WHERE id = ?", (source_id,))
        source, listed = found.fetchone()
        if chunk is None:
            return Place(source, None, bool(listed))
        sqlite.execute("INSERT OR IGNORE INTO chunks (source, chunk) VALUES (?, ?)", (source, chunk))
        found = sqlite.execute("SELECT number FROM chunks WHERE source = ? AND chunk = ?", (source, chunk))
        return Place(source, found.fetchone()[0], bool(listed))

    def replace(self, place: Place, records: Iterable[ArticleRecord]) -> None:
        """Make *records* the articles of the chunk at *place*."""
        sqlite = self._database.within()
        found = sqlite.execute("SELECT key FROM articles WHERE chunk = ?", (place.chunk,))
        self.drop({key for (key,) in found} - self.put(place, records))

    def put(self, place: Place, records: Iterable[ArticleRecord]) -> set[int]:
        """Add or update articles, and give their keys."""
        return self.put_all([(place, records)])

    def put_all(self, parts: Iterable[tuple[Place, Iterable[ArticleRecord]]]) -> set[int]:
        """As `put`, for several places at once, which costs less."""
        sqlite = self._database.within()
        keys: set[int] = set()
        changed: list[tuple[int, ArticleRecord, int]] = []
        for place, records in parts:
            keys |= self._put_rows(place, {record.id: record for record in records}, changed)
        others = [(key,) for key, _, _ in changed]
        # With the texts that they have, which are to be replaced now.
        self._words.drop(key for key, _, _ in changed)
        self._put_bodies(changed)
        sqlite.executemany("INSERT OR IGNORE INTO unfeatured VALUES (?)", others)
        sqlite.executemany("INSERT OR IGNORE INTO unsearchable VALUES (?)", others)
        self._mutes.mute(keys)
        return keys

    def _put_rows(
        self,
        place: Place,
        found: Mapping[str, ArticleRecord],
        changed: list[tuple[int, ArticleRecord, int]],
    ) -> set[int]:
        """Put the narrow rows; add what changed in the wide ones to *changed*."""
        added = self._add(place, found)
        keys = set(added.values())
        changed += [(key, found[name], digest_of(found[name])) for name, key in added.items()]
        for record in found.values():
            if record.id not in added:
                key, known = self._put_row(record, place)
                keys.add(key)
                digest = digest_of(record)
                if known != digest:
                    changed.append((key, record, digest))
                    self._database.within().execute(_DATED, (record.at_ms, record.changed, key))
        return keys

    def _add(self, place: Place, records: Mapping[str, ArticleRecord]) -> dict[str, int]:
        """Add the rows of articles of which nothing is known, all at once, as most are that a refresh brings.

        Returns:
            Their ids and keys; the others were left alone.
        """
        sqlite = self._database.within()
        if place.chunk is None:
            return {}
        unknown = [name for (name,) in sqlite.execute(_UNKNOWN, (json_array(records),))]
        last = sqlite.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone()
        keys = dict(zip(unknown, count(last[0] + 1 if last else 1), strict=False))
        about = (place.source, place.chunk)
        rows = [
            (key, None, None, name, *about, records[name].at_ms, place.listed, 0, 0, records[name].changed)
            for name, key in keys.items()
        ]
        sqlite.executemany(_ARTICLE, rows)
        return keys

    def drop(self, keys: Iterable[int]) -> None:
        """Take articles out of their chunk and of every list; their marks wait in case they come back.

        A bookmarked one stays as the bookmark's own copy.
        """
        wanted = (json_array(keys),)
        sqlite = self._database.within()
        kept = sqlite.execute(_KEPT_RECORDS, wanted).fetchall()
        for sql in _DROP:
            sqlite.execute(sql, wanted)
        packer = self._database.packer()
        for (packed,) in kept:
            record = record_of(packer.unpack(packed))
            self.put(self.place(record.source_id, None), [record])

    def forget_source(self, source_id: str) -> None:
        """Take out all articles, marks and files of that source, bookmarked ones as `drop` does."""
        sqlite = self._database.within()
        place = self.place(source_id, None)
        keys = sqlite.execute(
            "SELECT key FROM articles WHERE source = ? AND chunk IS NOT NULL", (place.source,)
        ).fetchall()
        self.drop(key for (key,) in keys)
        for sql in _FORGET:
            sqlite.execute(sql, (place.source,))

    def show_again(self, source_ids: Iterable[str]) -> None:
        """Put the articles of these sources into the lists or out of them, as the sources are listed or not."""
        sqlite = self._database.within()
        sqlite.executemany(_SHOW_AGAIN, [(source_id,) for source_id in source_ids])

    def sweep(self, most: int) -> int:
        """Delete what at most *most* dropped articles left behind; gives how many of them are still left."""
        sqlite = self._database.within()
        keys = [key for (key,) in sqlite.execute("SELECT key FROM dead LIMIT ?", (most,))]
        self._words.drop(keys)
        self._features.drop(keys)
        self._vectors.drop(keys)
        sqlite.executemany("DELETE FROM unfeatured WHERE key = ?", [(key,) for key in keys])
        sqlite.executemany("DELETE FROM bodies WHERE key = ?", [(key,) for key in keys])
        sqlite.executemany("DELETE FROM dead WHERE key = ?", [(key,) for key in keys])
        return int(sqlite.execute("SELECT count(*) FROM dead").fetchone()[0])

    def _put_row(self, record: ArticleRecord, place: Place) -> tuple[int, int | None]:
        """Add or move the narrow row; gives its key and the digest of its body, None where it has none yet."""
        sqlite = self._database.within()
        found = sqlite.execute("SELECT key, chunk FROM articles WHERE id = ?", (record.id,)).fetchone()
        if found is None:
            found = self._insert(record, place), place.chunk
        elif found[1] != place.chunk:
            self._move(found[0], record.id, place)
        body = sqlite.execute("SELECT digest FROM bodies WHERE key = ?", (found[0],)).fetchone()
        return found[0], body and body[0]

    def _insert(self, record: ArticleRecord, place: Place) -> int:
        sqlite = self._database.within()
        dead = sqlite.execute(
            "DELETE FROM dead WHERE id = ? RETURNING key, story, copy", (record.id,)
        ).fetchone()
        read, hidden, shown = self._standing(record.id, place)
        values = (record.id, place.source, place.chunk, record.at_ms, shown, read, hidden, record.changed)
        cursor = sqlite.execute(_ARTICLE, (*(dead or (None, None, None)), *values))
        return int(cursor.lastrowid or 0)

    def _move(self, key: int, article_id: str, place: Place) -> None:
        sqlite = self._database.within()
        sqlite.execute("UPDATE articles SET chunk = ? WHERE key = ?", (place.chunk, key))
        read, hidden, shown = self._standing(article_id, place)
        sqlite.execute(
            "UPDATE articles SET read = ?, hidden = ?, shown = ? AND muted = 0 WHERE key = ?",
            (read, hidden, shown, key),
        )

    def _standing(self, article_id: str, place: Place) -> tuple[bool, bool, bool]:
        """Whether an article that comes to *place* is read, hidden and shown."""
        if place.chunk is None:
            # No library file could keep a mark on it: unread, it would stay so for ever.
            return True, False, False
        sqlite = self._database.within()
        found = sqlite.execute(
            "DELETE FROM waiting_marks WHERE id = ? RETURNING read, hidden", (article_id,)
        ).fetchone()
        read, hidden = found or (0, 0)
        return bool(read), bool(hidden), place.listed and not hidden

    def _put_bodies(self, found: Sequence[tuple[int, ArticleRecord, int]]) -> None:
        """Keep what is shown of articles: key, article and digest."""
        sqlite = self._database.within()
        packer = self._database.packer()
        bodies = [body_values(key, record, digest, packer.pack(record.text)) for key, record, digest in found]
        sqlite.executemany(PUT_BODY, bodies)
        if not packer.dictionary and any(key % _TEXTS_FOR_DICTIONARY == 0 for key, _, _ in found):
            self._make_dictionary()

    def _make_dictionary(self) -> None:
        sqlite = self._database.within()
        packer = self._database.packer()
        found = sqlite.execute("SELECT text FROM bodies ORDER BY key DESC LIMIT ?", (_TEXTS_FOR_DICTIONARY,))
        texts = [packer.unpack(packed) for (packed,) in found]
        dictionary = dictionary_of([text for text in texts[::4] if text])
        if dictionary:
            sqlite.execute("INSERT INTO meta VALUES ('dictionary', ?)", (dictionary,))


def digest_of(record: ArticleRecord) -> int:
    """Tells the record from one with another content."""
    return crc32(orjson.dumps(record))


def record_of(packed: str) -> ArticleRecord:
    """The record that was written as JSON."""
    found = orjson.loads(packed)
    return ArticleRecord(**{**found, "see_also": tuple(found["see_also"])})
