"""Which articles a rule of retention is about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from newsreader.index.arrays import json_array
from newsreader.index.database import Database

__all__ = ["Old", "Surplus"]

_OLD = """
SELECT s.id, c.chunk, a.id, a.read, a.kept FROM articles AS a
JOIN chunks AS c ON c.number = a.chunk JOIN sources AS s ON s.number = c.source
"""
_OLDER = f"{_OLD} WHERE s.id IN (SELECT value FROM json_each(?)) AND a.at_ms < ?"  # noqa: S608
_BEYOND = f"""{_OLD} WHERE s.id IN (SELECT value FROM json_each(?))
ORDER BY a.at_ms DESC, a.id LIMIT -1 OFFSET ?"""  # noqa: S608


@dataclass(frozen=True, slots=True, order=True)
class Old:
    """An article that is too old, or one too many.

    Attributes:
        source_id: its source.
        chunk: number of the library file that holds it.
        id: the article's id.
        read: whether it was read.
        bookmarked: whether it is bookmarked.
    """

    source_id: str
    chunk: int
    id: str
    read: bool
    bookmarked: bool


class Surplus:
    """Asks for old articles. Every method may raise IndexDamagedError and StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def older(self, source_ids: Collection[str], before_ms: int) -> list[Old]:
        """The articles of these sources that lists sort before that time, milliseconds since 1970."""
        return self._asked(_OLDER, source_ids, before_ms)

    def beyond(self, source_ids: Collection[str], count: int) -> list[Old]:
        """All but the newest *count* articles of these sources together."""
        return self._asked(_BEYOND, source_ids, count)

    def _asked(self, sql: str, source_ids: Collection[str], number: int) -> list[Old]:
        with self._database.reading() as sqlite:
            found = sqlite.execute(sql, (json_array(source_ids), number)).fetchall()
        return [
            Old(source_id, chunk, name, bool(read), bool(kept))
            for source_id, chunk, name, read, kept in found
        ]
