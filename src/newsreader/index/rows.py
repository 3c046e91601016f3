"""What lists show: keys in order, windows of rows, counts."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson

from newsreader.index.arrays import json_array
from newsreader.index.asked import searchable
from newsreader.index.conditions import Conditions
from newsreader.index.database import Database
from newsreader.index.errors import IndexDamagedError
from newsreader.index.orders import Found, by_day, by_source, by_story, folded
from newsreader.index.texts import Packer, lead_from
from newsreader.model.query import Counts, ListQuery
from newsreader.model.row import ArticleRow
from newsreader.text.natural import Natural, natural

if TYPE_CHECKING:
    from newsreader.model.source import SourceRow

__all__ = ["Rows"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ROWS = """
SELECT a.key, a.id, s.id, CASE WHEN s.listed THEN s.title ELSE coalesce(m.source_title, s.title) END, b.title, b.author,
       a.at_ms, a.read, a.kept, a.changed, b.url, b.place, b.agency, b.lead, b.text, t.id,
       (SELECT count(*) FROM articles AS o WHERE o.story = a.story AND o.shown = 1 AND o.key <> a.key),
       (SELECT count(*) FROM articles AS o WHERE o.story = a.story AND o.shown = 1 AND o.key <> a.key AND o.read = 0)
FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.key = wanted.value CROSS JOIN bodies AS b ON b.key = a.key
LEFT JOIN sources AS s ON s.number = a.source LEFT JOIN bookmarks AS m ON m.id = a.id
LEFT JOIN stories AS t ON t.number = a.story
ORDER BY wanted.key
"""
_UNREAD = """
SELECT a.key FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.key = wanted.value WHERE a.read = 0
"""
_LOCATE = """
SELECT a.id, s.id, c.chunk FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value
JOIN chunks AS c ON c.number = a.chunk JOIN sources AS s ON s.number = c.source
"""
_TO_MARK = """
SELECT s.id, c.chunk, json_group_array(a.id) FROM json_each(?) AS wanted
CROSS JOIN articles AS a ON a.key = wanted.value CROSS JOIN chunks AS c ON c.number = a.chunk
CROSS JOIN sources AS s ON s.number = c.source WHERE a.read <> ? GROUP BY c.number
"""
_SOURCES = """
SELECT s.source, s.health, s.articles + CASE WHEN m.query IS NULL THEN 0 ELSE
    (SELECT count(*) FROM articles AS a WHERE a.muted = 1 AND a.source = s.number) END, s.unread, m.query IS NOT NULL
FROM sources AS s LEFT JOIN mutes AS m ON m.query = 'source:' || s.id WHERE s.listed = 1
"""


class Rows:
    """Reads lists. Every method may raise IndexDamagedError and StoreError."""

    def __init__(self, database: Database, conditions: Conditions) -> None:
        self._database = database
        self._conditions = conditions

    def keys(self, query: ListQuery) -> array[int]:
        """The keys of all articles that *query* is about, newest first, then by id; 8 bytes each.

        Raises:
            QueryError: `query.text` is wrong, and where.
        """
        return self._keys(query, -1, 0)

    def window(self, query: ListQuery, limit: int, offset: int = 0) -> list[ArticleRow]:
        """The rows from place *offset* on, at most *limit*, of what `keys` would give.

        Raises:
            QueryError: `query.text` is wrong, and where.
        """
        return self.rows(self._keys(query, limit, offset))

    def _keys(self, query: ListQuery, limit: int, offset: int) -> array[int]:
        asked = self._conditions.of(query)
        sql = f"""SELECT a.key, a.story, a.source, a.at_ms FROM {asked.table} WHERE {asked.where}
            ORDER BY a.at_ms DESC, a.id"""  # noqa: S608
        with self._database.reading() as sqlite:
            arranged = self._arranged(query)
            if query.folded or arranged:
                cursor: Iterable[Found] = sqlite.execute(sql, asked.where_values)
                found = arranged(cursor) if arranged else cursor
                found = folded(found) if query.folded else found
                return array(
                    "q", (each[0] for each in islice(found, offset, None if limit < 0 else offset + limit))
                )
            rows = sqlite.execute(f"{sql} LIMIT ? OFFSET ?", (*asked.where_values, limit, offset))
            return array("q", [each[0] for each in rows.fetchall()])

    def _arranged(self, query: ListQuery) -> Callable[[Iterable[Found]], Iterable[Found]] | None:
        """What puts the list into another order than newest first; None where that is the order."""
        if query.order == "story":
            return by_story
        if (
            query.order == "date"
            or query.source_id is not None
            or (query.bookmarked and query.order == "day")
        ):
            return None
        with self._database.reading() as sqlite:
            if query.order == "source":
                titles = sqlite.execute("SELECT number, title FROM sources").fetchall()
                titles.sort(key=lambda each: (natural(each[1]), each[0]))
                places = {number: place for place, (number, _) in enumerate(titles)}
                return lambda found: by_source(found, places)
            ranked = dict(
                sqlite.execute("SELECT number, priority FROM sources WHERE priority <> 0").fetchall()
            )
        offset_ms = self._conditions.offset_ms()
        return (lambda found: by_day(found, ranked, offset_ms)) if ranked else None

    def kept_keys(self) -> array[int]:
        """The keys of all bookmarked articles, newest kept first, then by id."""
        with self._database.reading() as sqlite:
            cursor = sqlite.execute(
                "SELECT a.key FROM bookmarks AS m JOIN articles AS a ON a.id = m.id ORDER BY m.kept_at_ms DESC, m.id"
            )
            return array("q", [key for (key,) in cursor])

    def rows(self, keys: Iterable[int]) -> list[ArticleRow]:
        """The rows with *keys*, in that order; keys that are not there any more are left out."""
        with self._database.reading() as sqlite:
            packer = self._database.packer()
            return [_row(values, packer) for values in sqlite.execute(_ROWS, (json_array(keys),))]

    def unread(self, keys: Iterable[int]) -> set[int]:
        """Which of *keys* are of unread articles; a microsecond each."""
        with self._database.reading() as sqlite:
            return {key for (key,) in sqlite.execute(_UNREAD, (json_array(keys),))}

    def row(self, article_id: str) -> ArticleRow | None:
        """The row of the article with that id, whether lists show it or not; None when there is none."""
        return next(iter(self.rows(self.keys_of([article_id]).values())), None)

    def keys_of(self, article_ids: Iterable[str]) -> dict[str, int]:
        """Article id to key, for those that are there, in the order given."""
        with self._database.reading() as sqlite:
            return dict(
                sqlite.execute(
                    "SELECT a.id, a.key FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value"
                    " ORDER BY wanted.key",
                    (_json_of_ids(article_ids),),
                )
            )

    def counts(self) -> Counts:
        """How many articles lists would show."""
        with self._database.reading() as sqlite:
            found = sqlite.execute("SELECT id, articles, unread FROM sources WHERE listed = 1").fetchall()
            (kept,) = sqlite.execute("SELECT count(*) FROM bookmarks").fetchone()
        by_source = {source_id: (articles, unread) for source_id, articles, unread in found}
        return Counts(
            articles=sum(articles for articles, _ in by_source.values()),
            unread=sum(unread for _, unread in by_source.values()),
            bookmarks=kept,
            by_source=by_source,
        )

    def sources(self) -> list[SourceRow]:
        """Every source with its health and counts, by folder, then title, as `text.natural` orders them."""
        with self._database.reading() as sqlite:
            found = sqlite.execute(_SOURCES).fetchall()
        rows = [_source_row(*values) for values in found]
        rows.sort(key=_in_order)
        return rows

    def listed(self, source_ids: Iterable[str]) -> set[str]:
        """Those of these sources that are subscribed to."""
        with self._database.reading() as sqlite:
            found = sqlite.execute(
                "SELECT id FROM sources WHERE listed = 1 AND id IN (SELECT value FROM json_each(?))",
                (_json_of_ids(source_ids),),
            )
            return {source_id for (source_id,) in found}

    def locate(self, article_ids: Iterable[str]) -> dict[str, tuple[str, int]]:
        """Article id to source id and chunk, for those that a library file holds."""
        with self._database.reading() as sqlite:
            found = sqlite.execute(_LOCATE, (_json_of_ids(article_ids),))
            return {article_id: (source_id, chunk) for article_id, source_id, chunk in found}

    def to_mark(self, keys: Iterable[int], read: bool) -> dict[str, dict[int, tuple[str, ...]]]:
        """Which of *keys* a mark would change: source id to chunk to article ids, as in `model.change.Mark.ids`."""
        found: dict[str, dict[int, tuple[str, ...]]] = {}
        with self._database.reading() as sqlite:
            for source_id, chunk, ids in sqlite.execute(_TO_MARK, (json_array(keys), read)):
                found.setdefault(source_id, {})[chunk] = tuple(orjson.loads(ids))
        return found

    def guids(self, keys: Iterable[int]) -> dict[int, str]:
        """Key to the id that the source gave, for those that are there."""
        with self._database.reading() as sqlite:
            return dict(
                sqlite.execute(
                    "SELECT key, guid FROM bodies WHERE key IN (SELECT value FROM json_each(?))",
                    (json_array(keys),),
                )
            )

    def see_also(self, key: int) -> list[str]:
        """The headlines that stood under an article on its page."""
        with self._database.reading() as sqlite:
            found = sqlite.execute("SELECT see_also FROM bodies WHERE key = ?", (key,)).fetchone()
        return list(orjson.loads(found[0])) if found and found[0] else []

    def texts(self, keys: Iterable[int]) -> dict[int, str]:
        """Key to plain text, for those that are there."""
        with self._database.reading() as sqlite:
            packer = self._database.packer()
            return {
                key: packer.unpack(packed)
                for key, packed in sqlite.execute(
                    "SELECT key, text FROM bodies WHERE key IN (SELECT value FROM json_each(?))",
                    (json_array(keys),),
                )
            }


def _in_order(row: SourceRow) -> tuple[tuple[Natural, ...], Natural, str]:
    source = row.source
    return tuple(map(natural, source.folder.split("/"))), natural(source.title), source.id


def _json_of_ids(article_ids: Iterable[str]) -> str:
    return json_array(map(searchable, article_ids))


def _row(values: Sequence[Any], packer: Packer) -> ArticleRow:
    (
        key,
        article_id,
        source_id,
        source_title,
        title,
        author,
        at_ms,
        read,
        kept,
        changed,
        url,
        place,
        agency,
        lead,
        text,
        story,
        others,
        others_unread,
    ) = values
    return ArticleRow(
        key=key,
        id=article_id,
        source_id=source_id,
        source_title=source_title,
        title=title,
        lead=lead_from(lead, packer.beginning(text) if isinstance(lead, int) else ""),
        author=author,
        at=_EPOCH + timedelta(milliseconds=at_ms),
        read=bool(read),
        bookmarked=bool(kept),
        changed=bool(changed),
        url=url,
        place=place,
        agency=agency,
        story=story if others else None,
        tellings=others + 1,
        others_unread=others_unread,
    )


def _source_row(source: str, health: str | None, articles: int, unread: int, muted: int) -> SourceRow:
    from newsreader.model.codec_sources import health_from_json, source_from_json
    from newsreader.model.source import Health, SourceRow

    try:
        found = Health() if health is None else health_from_json(orjson.loads(health))
        return SourceRow(source_from_json(orjson.loads(source)), found, articles, unread, bool(muted))
    except (ValueError, KeyError, TypeError) as error:
        raise IndexDamagedError(f"the index is damaged ({error})") from error
