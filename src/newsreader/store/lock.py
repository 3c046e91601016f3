"""One writer at a time, across programs and threads, for milliseconds."""

from __future__ import annotations

import errno
import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsreader.errors import StoreError
from newsreader.store.files import make_directory, translated

__all__ = ["LibraryLock"]

_REFUSED = (errno.EROFS, errno.EACCES, errno.EPERM)


class LibraryLock:
    """The lock of one library: `flock` on a file in it, which the system frees when a process dies.

    A thread that holds it may take it again. The descriptor lives on the stack of the thread that took it: shared, one
    thread would close another's.

    Who waits stands in line: `flock` alone gives the lock to whoever asks at the right moment, which is the program
    that has much to write and comes back at once.
    """

    def __init__(self, path: Path, turn: Path) -> None:
        """Lock *path*; *turn* is what whoever waits for it locks meanwhile. Both are made where they are missing."""
        self._path = path
        self._turn = turn
        self._threads = threading.RLock()
        self._depth = 0
        self._refusal: StoreError | None = None

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Wait for the lock and hold it for the block.

        Raises:
            StoreError: the lock file could not be opened; or a block around this one only looks where nobody may write.
        """
        with self._threads:
            if self._refusal is not None:
                raise self._refusal
            if self._depth:
                yield
                return
            with self._held(self._taken()):
                yield

    @contextmanager
    def look(self) -> Iterator[StoreError | None]:
        """As `hold`, for a block that need not write: where one may not, it gives why.

        Raises:
            StoreError: the lock file could not be opened for another reason.
        """
        with self._threads:
            if self._depth:
                yield self._refusal
                return
            try:
                descriptor = self._taken()
            except StoreError as error:
                if not _is_refused(error):
                    raise
                descriptor, self._refusal = self._taken_to_read(), error
            try:
                with self._held(descriptor):
                    yield self._refusal
            finally:
                self._refusal = None

    @contextmanager
    def _held(self, descriptor: int) -> Iterator[None]:
        self._depth = 1
        try:
            yield
        finally:
            self._depth = 0
            os.close(descriptor)

    def _taken(self) -> int:
        with self._in_line():
            return self._take()

    def _taken_to_read(self) -> int:
        """What is there may be locked by those who only read; the folder stands for a file that nobody could make."""
        path = self._path if self._path.exists() else self._path.parent
        with translated(path):
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        return descriptor

    @contextmanager
    def _in_line(self) -> Iterator[None]:
        make_directory(self._turn.parent)
        with translated(self._turn):
            descriptor = os.open(self._turn, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _take(self) -> int:
        make_directory(self._path.parent)
        with translated(self._path):
            while True:
                descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
                fcntl.flock(descriptor, fcntl.LOCK_EX)
                if self._is_still_there(descriptor):
                    return descriptor
                os.close(descriptor)

    def _is_still_there(self, descriptor: int) -> bool:
        # Somebody may have deleted the file while we waited: a lock on it would keep nobody out.
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except FileNotFoundError:
            return False


def _is_refused(error: StoreError) -> bool:
    """Whether it came of a disk or a folder in which one may not write."""
    return isinstance(error.__cause__, OSError) and error.__cause__.errno in _REFUSED
