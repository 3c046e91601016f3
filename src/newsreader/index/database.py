"""The index's file: connections, transactions, and its replacement when it is damaged."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from newsreader.errors import StoreError
from newsreader.index.errors import IndexDamagedError, translated
from newsreader.index.schema import FINGERPRINT, TABLES
from newsreader.index.texts import Packer
from newsreader.model.version import ALL, Version

__all__ = ["Database"]

T = TypeVar("T")

_BUSY_SECONDS = 20.0
_PARTS = ", ".join(f"'{part}'" for part in sorted(ALL))
_VERSION = f"SELECT name, value FROM meta WHERE name IN ({_PARTS})"  # noqa: S608
_CHANGED = "UPDATE meta SET value = value + 1 WHERE name = ?"


class _Connection:
    """One thread's connection, closed when nobody has it any more, and the file that it is open on."""

    __slots__ = ("changed", "depth", "file", "packer", "sqlite")

    def __init__(self, path: Path, *, immutable: bool = False) -> None:
        self.sqlite = sqlite3.connect(
            f"{path.absolute().as_uri()}?immutable=1" if immutable else path,
            uri=immutable,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        self.file = _file_of(path)
        self.depth = 0
        self.changed: set[str] = set()
        self.packer: Packer | None = None

    def __del__(self) -> None:
        if hasattr(self, "sqlite"):  # it has none where it could not be opened
            self.sqlite.close()


class Database:
    """SQLite in one file, used by many threads and several programs at once.

    Attributes:
        path: the file; its directory is made when it is missing.
        fresh: whether the file was made anew, by this object, since it was opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.fresh = False
        self._local = threading.local()
        self._connection()

    def close(self) -> None:
        """Close every thread's connection; one in use is closed by its thread when it is done with it."""
        self._local = threading.local()

    def discard(self) -> None:
        """Delete the file and make it anew, empty; `fresh` is true then."""
        self.close()
        with _locked(self.path, fcntl.LOCK_EX):
            self._make()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, for statements that change nothing.

        Raises:
            IndexDamagedError: the file is no whole index.
            StoreError: it cannot be reached.
        """
        with translated():
            connection = self._connection()  # by its name, so that it stays open as long as it is used
            yield connection.sqlite

    @contextmanager
    def batch(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection inside a transaction: all of it or nothing. Batches within a batch are part of it.

        Raises:
            IndexDamagedError: the file is no whole index.
            StoreError: it cannot be reached or written.
        """
        with translated():
            connection = self._connection()
            if connection.depth:
                yield connection.sqlite
                return
            with _in_turn(self.path), _transaction(connection):
                yield connection.sqlite

    def within(self) -> sqlite3.Connection:
        """This thread's connection, for statements of a batch that is under way."""
        return self._within().sqlite

    def _within(self) -> _Connection:
        current: _Connection | None = getattr(self._local, "connection", None)
        if current is None or not current.depth:
            raise RuntimeError("no batch is under way")
        return current

    def until_wanted(self, each: Iterable[T]) -> Iterator[T]:
        """These, and after the first no more once somebody waits for the batch under way: who has much to write
        ends it then. Costs some 10 µs for each.
        """
        for one in each:
            yield one
            if self._is_wanted():
                return

    def _is_wanted(self) -> bool:
        try:
            with _held(self.path, ".turn", fcntl.LOCK_EX | fcntl.LOCK_NB):
                return False
        except BlockingIOError:
            return True

    def changed(self, *parts: str) -> None:
        """Say that the batch under way changes these parts of `Version`; whoever shows them reads them again."""
        self._within().changed.update(parts)

    def version(self) -> Version:
        """The state that the index is in, whatever program brought it there. Costs some 20 µs."""
        with self.reading() as sqlite:
            return Version(**dict(sqlite.execute(_VERSION)))

    def packer(self) -> Packer:
        """What packs and unpacks texts with this file's dictionary."""
        connection = self._connection()
        if connection.packer is None or not connection.packer.dictionary:
            with self.reading() as sqlite:
                found = sqlite.execute("SELECT value FROM meta WHERE name = 'dictionary'").fetchone()
            connection.packer = Packer(b"" if found is None else found[0])
        return connection.packer

    def _connection(self) -> _Connection:
        current: _Connection | None = getattr(self._local, "connection", None)
        if current is not None and (current.depth or current.file == _file_of(self.path)):
            return current
        try:
            opened = self._opened()
        except OSError as error:
            raise _unopened(error) from error
        self._local.connection = opened
        return opened

    def _opened(self) -> _Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _locked(self.path, fcntl.LOCK_SH):
            if (connection := _whole(self.path)) is not None:
                return connection
        with _locked(self.path, fcntl.LOCK_EX):
            if (connection := _whole(self.path)) is None:
                self._make()
                connection = _whole(self.path)
        if connection is None:
            raise IndexDamagedError("the index was made anew and still cannot be read; check the disk")
        return connection

    def _make(self) -> None:
        """Replace the file; the caller holds the lock, so that nobody opens the new file with the old one's log."""
        for suffix in ("-wal", "-shm", ""):
            with suppress(FileNotFoundError):
                Path(f"{self.path}{suffix}").unlink()
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        with translated():
            sqlite = sqlite3.connect(self.path, isolation_level=None)
            try:
                _create(sqlite)
            finally:
                sqlite.close()
        self.fresh = True


@contextmanager
def _transaction(connection: _Connection) -> Iterator[None]:
    connection.sqlite.execute("BEGIN IMMEDIATE")
    connection.depth = 1
    connection.changed.clear()
    try:
        yield
        connection.sqlite.executemany(_CHANGED, [(part,) for part in connection.changed])
        connection.sqlite.execute("COMMIT")
    finally:
        connection.depth = 0
        if connection.sqlite.in_transaction:
            connection.sqlite.execute("ROLLBACK")
            connection.packer = None  # its dictionary may have been made in what was rolled back


def _create(sqlite: sqlite3.Connection) -> None:
    # Five bodies to a page; of 4 KB pages, which hold two, a quarter stays empty.
    sqlite.execute("PRAGMA page_size = 8192")
    sqlite.execute("PRAGMA journal_mode = WAL")
    sqlite.execute("PRAGMA synchronous = NORMAL")
    sqlite.executescript(f"BEGIN; {TABLES}")
    # A random start, so that a remade index is never taken for the one before it.
    start = int.from_bytes(os.urandom(5), "big") << 16
    sqlite.execute("INSERT INTO meta VALUES ('schema', ?), ('featured', 0)", (FINGERPRINT,))
    sqlite.executemany("INSERT INTO meta VALUES (?, ?)", [(part, start) for part in sorted(ALL)])
    sqlite.execute("COMMIT")


def _whole(path: Path) -> _Connection | None:
    """A connection to the file, or None when it is missing, damaged or of another version."""
    if not path.exists():
        return None
    with translated():
        connection = _Connection(path)
    try:
        found = _schema(connection)
    except IndexDamagedError:
        found = None
    except StoreError:
        if _is_writable(path.parent):
            raise
        # Beside the file SQLite would write which readers it has; where nobody can write there, none needs to.
        connection = _Connection(path, immutable=True)
        found = _schema(connection)
    if found == FINGERPRINT:
        return connection
    connection.sqlite.close()
    return None


def _schema(connection: _Connection) -> int | None:
    with translated():
        connection.sqlite.execute("PRAGMA synchronous = NORMAL")
        connection.sqlite.execute("PRAGMA temp_store = MEMORY")
        found = connection.sqlite.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    return None if found is None else found[0]


def _is_writable(directory: Path) -> bool:
    return os.access(directory, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _file_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def _in_turn(path: Path) -> Iterator[None]:
    """Write the file when it is one's turn.

    SQLite lets whoever waits try again now and then, so that a program with much to write keeps all others out. Here
    who waits stands first in line: a writer that comes back has to line up behind it.
    """
    with ExitStack() as writing:
        try:
            with _held(path, ".turn", fcntl.LOCK_EX):
                writing.enter_context(_held(path, ".writing", fcntl.LOCK_EX))
        except OSError as error:
            raise _unopened(error) from error
        yield


@contextmanager
def _locked(path: Path, how: int) -> Iterator[None]:
    """Hold the lock under which the file is opened (shared) or replaced (exclusive)."""
    with _held(path, ".lock", how):
        yield


def _unopened(error: OSError) -> StoreError:
    return StoreError(f"the index cannot be opened ({error.strerror}); check the folder's permissions")


@contextmanager
def _held(path: Path, suffix: str, how: int) -> Iterator[None]:
    file = path.with_name(path.name + suffix)
    try:
        handle = os.open(file, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError:
        if not file.exists() or _is_writable(path.parent):
            raise
        handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC)  # who only reads may lock it too
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)
