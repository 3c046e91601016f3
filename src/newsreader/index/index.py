"""The index as the library sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsreader.index.conditions import Conditions
from newsreader.index.database import Database
from newsreader.index.rows import Rows
from newsreader.index.writer import Writer

__all__ = ["Index"]


class Index:
    """Everything that lists, counts and searches are answered from: derived, in one SQLite file, may be deleted.

    Threads and programs may use one file at once; each thread has its own connection. Opening a missing, damaged or
    older file makes it anew, empty. Damage may also show later: any method may raise IndexDamagedError, after which
    `discard` gives an empty index to fill from the library; and StoreError, when the file cannot be reached, is busy
    for too long or the disk is full.

    Args:
        path: the file, such as `<data dir>/cache/index.sqlite`; `-wal`, `-shm` and `.lock` stand beside it.

    Attributes:
        rows: what lists show.
        writer: takes library files in.

    Raises:
        StoreError: the file can be neither opened nor made.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path)
        self.rows = Rows(self._database, Conditions())
        self.writer = Writer(self._database)

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def fresh(self) -> bool:
        """Whether this object made the file anew since it was opened, so that it has to be filled."""
        return self._database.fresh

    def close(self) -> None:
        """Close every thread's connection; a later call opens the file again."""
        self._database.close()

    def discard(self) -> None:
        """Delete the file and make it anew, empty."""
        self._database.discard()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make all that is written within one transaction: all of it or nothing. Holds off other writers meanwhile."""
        with self._database.batch():
            yield

    def data_version(self) -> int:
        """A number that differs after any program changed or remade the index; costs some 20 µs."""
        return self._database.data_version()
