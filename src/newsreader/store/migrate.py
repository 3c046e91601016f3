"""Libraries of older formats brought to this one: a copy first, then a function a format.

There is one format so far, so `MIGRATIONS` is empty. Format n + 1 adds the function that makes it of n: see
docs/decisions/migrations.md.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from newsreader.errors import OlderFormatError
from newsreader.store.files import make_directory, move, remove_tree, translated
from newsreader.store.layout import Layout
from newsreader.store.sources import FORMAT, check_format, put_format, read_format
from newsreader.store.tables import damaged, read_tables

__all__ = ["MIGRATIONS", "Migration", "is_older", "migrate", "readable"]

Migration = Callable[[Layout], None]
"""Makes every file of a library one of the next format. It may be stopped anywhere and is then run anew from the start,
so what it has done already it must leave alone. The format number is not its to write."""

MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})
"""What makes a library of that format one of the next."""

_TRUTH = ("*.json", "sources/*/*.json", "trash/*/*.json", "history/*.json")


def is_older(layout: Layout) -> bool:
    """Whether the library is of an older format. Raises `DamagedFileError`, `StoreError`."""
    number = read_format(layout.library)
    return number is not None and number < FORMAT


def migrate(layout: Layout) -> Path:
    """Bring a library of an older format to this one; gives where the copy of it is. Hold the lock.

    Raises:
        DamagedFileError: no such format was ever written.
        StoreError: it could not be copied, and nothing was touched; or not be migrated, and the next try goes on.
    """
    number = read_format(layout.library)
    if number is None or any(each not in MIGRATIONS for each in range(number, FORMAT)):
        raise damaged(layout.library, f"there was never a format {number}")
    backup = _free(layout.root / f"backup-format-{number}")
    _copy(layout, backup)
    for each in range(number, FORMAT):
        MIGRATIONS[each](layout)
    put_format(layout, FORMAT)
    return backup


@contextmanager
def readable(layout: Layout, scratch: Path) -> Iterator[Layout]:
    """A library as this program reads it, for the block: itself, or a migrated copy in *scratch* where it is older.

    Raises:
        NewerFormatError: a newer program wrote it.
        DamagedFileError: its library.json cannot be read.
        StoreError: it could not be copied.
    """
    try:
        check_format(layout.library, read_tables(layout.library, "meta") or {"meta": {}})
    except OlderFormatError:
        pass
    else:
        yield layout
        return
    with TemporaryDirectory(dir=scratch) as directory:
        copy = Layout(Path(directory) / "library")
        _copy(layout, copy.root)
        migrate(copy)
        yield copy


def _free(path: Path) -> Path:
    attempt = 1
    while (found := path.with_name(path.name + (f"-{attempt}" if attempt > 1 else ""))).exists():
        attempt += 1
    return found


def _copy(layout: Layout, target: Path) -> None:
    """Copy the truth, all of it or nothing."""
    unfinished = target.with_name(target.name + ".unfinished")
    remove_tree(unfinished)
    with translated(target):
        for pattern in _TRUTH:
            for path in layout.root.glob(pattern):
                beside = unfinished / layout.name(path)
                make_directory(beside.parent)
                shutil.copy2(path, beside)
    move(unfinished, target)
