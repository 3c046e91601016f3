"""What can go wrong with the index, and how SQLite's words for it are understood."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager

from newsreader.errors import NewsreaderError, StoreError, UsageError

__all__ = ["IndexDamagedError", "QueryError", "translated"]

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_OUTSIDE = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}


class IndexDamagedError(NewsreaderError):
    """The index does not hold what it should; `Index.discard` it and fill the new one from the library.

    Nothing is lost: all that it holds is derived.
    """


class QueryError(UsageError):
    """A query cannot be understood.

    Attributes:
        at: where in the query; 0 for the first character.
    """

    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} (at character {at + 1} of the query)")
        self.at = at


def translated() -> AbstractContextManager[None]:
    """Turn SQLite's errors into ours.

    Raises:
        IndexDamagedError: the file is not a whole index of this version.
        StoreError: the file could not be reached, read or written for reasons outside it, or is busy for too long.
    """
    return _Translation()


class _Translation(AbstractContextManager[None]):
    """No generator: that takes a microsecond, and placing an article asks twenty times."""

    __slots__ = ()

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise _ours(error) from error


def _ours(error: sqlite3.Error) -> NewsreaderError:
    code = getattr(error, "sqlite_errorcode", None)
    # The low byte is the kind; SQLITE_IOERR_SHORT_READ is a file cut short, which no disk is to blame for.
    kind = None if code is None else code & 0xFF
    if kind in _BUSY:
        return StoreError("the index is busy; try again when the other newsreader is done")
    if kind in _OUTSIDE and code != sqlite3.SQLITE_IOERR_SHORT_READ:
        return StoreError(f"the index cannot be used ({error}); check the disk and the folder's permissions")
    return IndexDamagedError(f"the index is damaged ({error})")
