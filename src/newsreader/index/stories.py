"""Which articles tell the same story: kept as a number at each article, and what people said about it by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import orjson

from newsreader.index.arrays import json_array
from newsreader.index.database import Database
from newsreader.model.story import StoryMark

__all__ = ["StoryTable", "TellingRow"]

_MEMBERS = """
SELECT a.story, a.key FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.story = wanted.value
WHERE a.shown = 1 OR a.kept = 1 ORDER BY a.story, a.at_ms, a.key
"""
_OF = """
SELECT a.key, a.story FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.key = wanted.value
WHERE a.story IS NOT NULL
"""
_TELLINGS = """
SELECT t.id, a.key, a.source, coalesce(json_extract(s.source, '$.kind'), ''), b.agency, b.author, c.id, a.at_ms
FROM articles AS a CROSS JOIN stories AS t ON t.number = a.story CROSS JOIN sources AS s ON s.number = a.source
CROSS JOIN bodies AS b ON b.key = a.key LEFT JOIN articles AS c ON c.key = a.copy
"""
_OF_ONE = f"{_TELLINGS} WHERE a.story = ? AND a.shown = 1 ORDER BY a.at_ms, a.id"
_SINCE = f"{_TELLINGS} WHERE a.shown = 1 AND a.at_ms >= ? AND a.story IS NOT NULL"
_ALL = """
SELECT t.id, json_group_array(a.key) FROM articles AS a JOIN stories AS t ON t.number = a.story
WHERE a.story IS NOT NULL AND a.shown = 1 GROUP BY a.story HAVING count(*) > 1 ORDER BY max(a.at_ms) DESC, t.id
"""
_PUT_MARK = "INSERT OR REPLACE INTO story_marks VALUES (?, ?, ?, ?)"
_MARKED = """
SELECT x.key, y.key FROM json_each(?1) AS wanted CROSS JOIN articles AS x ON x.key = wanted.value
CROSS JOIN story_marks AS m ON m.one = x.id JOIN articles AS y ON y.id = m.other WHERE m.same = ?2
UNION ALL
SELECT x.key, y.key FROM json_each(?1) AS wanted CROSS JOIN articles AS x ON x.key = wanted.value
CROSS JOIN story_marks AS m ON m.other = x.id JOIN articles AS y ON y.id = m.one WHERE m.same = ?2
"""


@dataclass(frozen=True, slots=True)
class TellingRow:
    """An article as a telling of its story.

    Attributes:
        story: the story's id.
        key: the index's number for the article.
        source: the index's number of its source.
        kind: that source's kind.
        agency: from its dateline, or "".
        author: names joined by ", ".
        copy_of: id of the article of which it is a copy, or None.
        at_ms: what lists sort by, milliseconds since 1970.
    """

    story: str
    key: int
    source: int
    kind: str
    agency: str
    author: str
    copy_of: str | None
    at_ms: int


class StoryTable:
    """Keeps stories. Every method may raise IndexDamagedError and StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, keys: Iterable[int]) -> dict[int, int]:
        """Key to the number of its story, for the articles that have one."""
        with self._database.reading() as sqlite:
            return dict(sqlite.execute(_OF, (json_array(keys),)))

    def members(self, numbers: Iterable[int]) -> dict[int, list[int]]:
        """Number of a story to the keys of its articles that can be shown, oldest first."""
        found: dict[int, list[int]] = {}
        with self._database.reading() as sqlite:
            for number, key in sqlite.execute(_MEMBERS, (json_array(numbers),)):
                found.setdefault(number, []).append(key)
        return found

    def number(self, key: int) -> int:
        """The number of the story that an article begins; its id is the article's, so that it comes back as it was."""
        sqlite = self._database.within()
        (article_id,) = sqlite.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
        sqlite.execute("INSERT OR IGNORE INTO stories (id) VALUES (?)", (article_id,))
        found = sqlite.execute("SELECT number FROM stories WHERE id = ?", (article_id,)).fetchone()
        return int(found[0])

    def assign(self, keys: Iterable[int], number: int | None) -> None:
        """Make articles tellings of that story; None: of none."""
        with self._database.batch() as sqlite:
            cursor = sqlite.executemany(
                "UPDATE articles SET story = ?1 WHERE key = ?2 AND story IS NOT ?1",
                [(number, key) for key in keys],
            )
            if cursor.rowcount > 0:
                self._database.changed("stories")

    def set_copy(self, key: int, of: int | None) -> None:
        """Say that the article *key* is a copy of another; None: of none."""
        with self._database.batch() as sqlite:
            cursor = sqlite.execute(
                "UPDATE articles SET copy = ?1 WHERE key = ?2 AND copy IS NOT ?1", (of, key)
            )
            if cursor.rowcount > 0:
                self._database.changed("stories")

    def id_of(self, key: int) -> str | None:
        """The id of the story that an article tells, None where no other article that can be shown tells it."""
        with self._database.reading() as sqlite:
            found = sqlite.execute(
                "SELECT t.id FROM articles AS a JOIN stories AS t ON t.number = a.story WHERE a.key = ?1 AND"
                " EXISTS (SELECT 1 FROM articles AS o WHERE o.story = a.story AND o.shown = 1 AND o.key <> ?1)",
                (key,),
            ).fetchone()
        return None if found is None else str(found[0])

    def tellings(self, story_id: str) -> list[TellingRow]:
        """The tellings of one story that lists show, oldest first."""
        with self._database.reading() as sqlite:
            found = sqlite.execute("SELECT number FROM stories WHERE id = ?", (story_id,)).fetchone()
            return [TellingRow(*values) for values in sqlite.execute(_OF_ONE, found)] if found else []

    def told_since(self, at_ms: int) -> list[TellingRow]:
        """The tellings of all stories that lists show and are no older than that."""
        with self._database.reading() as sqlite:
            return [TellingRow(*values) for values in sqlite.execute(_SINCE, (at_ms,))]

    def all(self) -> list[tuple[str, list[int]]]:
        """Every story of two tellings or more: its id and their keys; the one told last comes first."""
        with self._database.reading() as sqlite:
            return [(story_id, orjson.loads(keys)) for story_id, keys in sqlite.execute(_ALL)]

    def put_marks(self, marks: Mapping[tuple[str, str], StoryMark]) -> list[tuple[int, int, bool | None]]:
        """Make *marks* what people said.

        Returns:
            What of it is news: the keys of two articles, and whether they are one story; None: nobody says so any more.
        """
        with self._database.batch() as sqlite:
            known = {
                (one, other): (same, at)
                for one, other, same, at in sqlite.execute("SELECT one, other, same, at FROM story_marks")
            }
            wanted = {
                pair: (int(mark.same), mark.at) for pair, mark in marks.items() if mark.same is not None
            }
            news = [pair for pair in known.keys() | wanted.keys() if known.get(pair) != wanted.get(pair)]
            sqlite.executemany("DELETE FROM story_marks WHERE one = ? AND other = ?", news)
            sqlite.executemany(_PUT_MARK, [(*pair, *wanted[pair]) for pair in news if pair in wanted])
            names = json_array(name for pair in news for name in pair)
            keys = dict(
                sqlite.execute(
                    "SELECT id, key FROM articles WHERE id IN (SELECT value FROM json_each(?))", (names,)
                )
            )
        return [
            (keys[one], keys[other], bool(wanted[one, other][0]) if (one, other) in wanted else None)
            for one, other in sorted(news)
            if one in keys and other in keys
        ]

    def marked(self, keys: Iterable[int], same: bool) -> set[tuple[int, int]]:
        """The pairs of articles, both ways round, that people said are one story, or are not; *keys* are in each."""
        with self._database.reading() as sqlite:
            if sqlite.execute("SELECT 1 FROM story_marks LIMIT 1").fetchone() is None:
                return set()
            found = sqlite.execute(_MARKED, (json_array(keys), same)).fetchall()
        return {pair for one, other in found for pair in ((one, other), (other, one))}
