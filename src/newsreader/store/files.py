"""Files written whole or not at all.

Every function turns an `OSError` into a `StoreError` that names the file and what to do.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsreader.errors import StoreError

__all__ = [
    "TEMPORARY",
    "make_directory",
    "make_missing",
    "move",
    "names_in",
    "read_bytes",
    "remove_tree",
    "rename",
    "sync_directory",
    "translated",
    "write_atomic",
    "write_beside",
]

TEMPORARY = ".tmp"

_ADVICE = {
    errno.ENOSPC: "the disk is full; nothing was lost, make room and try again",
    errno.EDQUOT: "the disk quota is used up; nothing was lost, make room and try again",
    errno.EFBIG: "the file may not grow that large; nothing was lost, raise the limit and try again",
    errno.EROFS: "the disk is read-only; nothing was lost",
    errno.EACCES: "permission denied; nothing was lost, check the owner and mode of the folder",
    errno.EPERM: "not permitted; nothing was lost, check the owner and mode of the folder",
    errno.ENOTDIR: "a folder is needed there, and a file stands in its place; name another with --data-dir",
    errno.EEXIST: "a folder is needed there, and a file stands in its place; name another with --data-dir",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn an `OSError` of the block into a `StoreError` about *path*."""
    try:
        yield
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, f"{error.strerror or error}; nothing was lost")
        raise StoreError(advice, subject=str(path)) from error


def make_directory(path: Path) -> None:
    """Make *path* and what is missing above it, closed to others; no error where it stands already."""
    for changed in make_missing(path):
        sync_directory(changed)


def make_missing(path: Path) -> list[Path]:
    """As `make_directory`, which syncs what is given here: where new ones were made."""
    changed: list[Path] = []
    with translated(path):
        if path.is_dir():
            return changed
        # One by one: `parents=True` would leave those above open to others.
        for missing in reversed([path, *(above for above in path.parents if not above.exists())]):
            missing.mkdir(mode=0o700, exist_ok=True)
            changed.append(missing.parent)
    return changed


def names_in(directory: Path) -> list[str]:
    """The names in *directory*; none where there is no such directory."""
    with translated(directory):
        try:
            return os.listdir(directory)  # noqa: PTH208 - names alone are wanted, at every start and change
        except FileNotFoundError:
            return []


def read_bytes(path: Path) -> bytes | None:
    """The bytes of *path*; None where there is no such file."""
    with translated(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def write_atomic(path: Path, data: bytes) -> None:
    """Put *data* into *path* so that a crash at any moment leaves the old bytes or the new.

    On return the new bytes are on the disk. Hold the library's lock: two writers would share one temporary file.
    """
    beside = write_beside(path, data)
    rename(beside, path)
    sync_directory(path.parent)


def write_beside(path: Path, data: bytes) -> Path:
    """Write what is to be in *path* through to the disk under another name beside it, which is given; `rename` it."""
    beside = path.with_name(path.name + TEMPORARY)
    with translated(path):
        try:
            _write_through(beside, data)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
    return beside


def rename(beside: Path, path: Path) -> None:
    """Let what `write_beside` wrote take its name; `sync_directory` puts that on the disk."""
    with translated(path):
        try:
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def move(path: Path, target: Path, *, sync: bool = True) -> None:
    """Rename *path* to *target*, whose directory is made; with *sync*, on the disk when it returns."""
    make_directory(target.parent)
    with translated(path):
        path.replace(target)
        if sync:
            sync_directory(target.parent)
            if path.parent != target.parent:
                sync_directory(path.parent)


def remove_tree(path: Path) -> None:
    """Delete *path* and all below it; no error where it is gone."""
    with translated(path):
        if path.is_dir() and not path.is_symlink():
            for child in path.iterdir():
                remove_tree(child)
            path.rmdir()
        else:
            path.unlink(missing_ok=True)


def _write_through(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_directory(path: Path) -> None:
    """Put on the disk what was made, renamed or deleted in *path*."""
    with translated(path):
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        except OSError as error:
            # Some network file systems cannot sync a directory; the rename itself was done.
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(descriptor)
