"""The words that articles are searched by."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from newsreader.errors import StoreError
from newsreader.index.arrays import json_array
from newsreader.index.database import Database
from newsreader.text.words import fold, spaced

__all__ = ["WordTable"]

_PUT = "INSERT INTO words (rowid, text, title, author, place) VALUES (?, ?, ?, ?, ?)"
_DROP = "INSERT INTO words (words, rowid, text, title, author, place) VALUES ('delete', ?, ?, ?, ?, ?)"
_WAITING = "SELECT key FROM unsearchable ORDER BY key LIMIT 600"
_AMONG = "IN (SELECT value FROM json_each(?))"
_TEXTS = f"SELECT key, text, title, author, place FROM bodies WHERE key {_AMONG}"  # noqa: S608
_SEARCHABLE = f"{_TEXTS} AND key NOT IN (SELECT key FROM unsearchable)"  # noqa: S608
_READY = f"DELETE FROM unsearchable WHERE key {_AMONG}"  # noqa: S608

_AT_ONCE = 20

Words = tuple[int, str, str, str, str]


class WordTable:
    """Puts the words of articles where searches find them, and takes them out.

    New articles wait in `unsearchable` until somebody searches or the library finds the time: their words cost as much
    as half of all else that storing them takes.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def make_ready(self) -> None:
        """Put the words of all articles that wait for it, some hundred in a transaction and fewer where somebody waits.

        Where the disk is full they wait on: a search then finds what was there before.

        Raises:
            IndexDamagedError: the file is no whole index.
        """
        with suppress(StoreError):
            while self._is_waiting():
                with self._database.batch() as sqlite:
                    # Asked again inside: another program may have been faster.
                    waiting = [key for (key,) in sqlite.execute(_WAITING)]
                    for start in self._database.until_wanted(range(0, len(waiting), _AT_ONCE)):
                        wanted = json_array(waiting[start : start + _AT_ONCE])
                        sqlite.executemany(_PUT, self._words(_TEXTS, wanted))
                        sqlite.execute(_READY, (wanted,))

    def drop(self, keys: Iterable[int]) -> None:
        """Take out the words of articles, of which the bodies are still there; called inside a batch."""
        sqlite = self._database.within()
        wanted = json_array(keys)
        sqlite.executemany(_DROP, self._words(_SEARCHABLE, wanted))
        sqlite.execute(_READY, (wanted,))

    def _is_waiting(self) -> bool:
        with self._database.reading() as sqlite:
            return sqlite.execute("SELECT 1 FROM unsearchable LIMIT 1").fetchone() is not None

    def _words(self, sql: str, keys: str) -> list[Words]:
        with self._database.reading() as sqlite:
            packer = self._database.packer()
            return [
                (key, _folded(packer.unpack(packed)), _folded(title), _folded(author), _folded(place))
                for key, packed, title, author, place in sqlite.execute(sql, (keys,))
            ]


def _folded(text: str) -> str:
    return spaced(fold(text))
