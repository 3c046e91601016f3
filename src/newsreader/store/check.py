"""Every file of the library against its schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from newsreader.errors import DamagedFileError, StoreError
from newsreader.store.copies import copy_of
from newsreader.store.credentials import read_credentials
from newsreader.store.files import translated
from newsreader.store.history import check_step
from newsreader.store.layout import Layout
from newsreader.store.schema import TABLES_OF, problems_of_document, problems_of_step
from newsreader.store.sources import read_library
from newsreader.store.tables import damaged, parse_object, read_tables

__all__ = ["damaged_files"]

_KIND = re.compile(r"([a-z]+)(?:-\d{4,})?\.json\Z")
_IN_SOURCES = ("articles", "states", "deleted", "health")


def damaged_files(layout: Layout) -> Iterator[tuple[Path, StoreError]]:
    """Each file that is not what it should be, and why. Hold the lock.

    Raises:
        NewerFormatError: a newer program wrote the library.
        StoreError: a file could not be read.
    """
    for path in _files(layout):
        try:
            _check(layout, path)
        except DamagedFileError as error:
            yield path, error


def _files(layout: Layout) -> Iterator[Path]:
    """Every file that there should be, and every other of the library's kinds that there is."""
    yield layout.library
    found = chain(
        (layout.health, layout.bookmarks, layout.stories, layout.place, layout.credentials),
        sorted(layout.root.glob("sources/*/*.json")),
        sorted(layout.root.glob("trash/*/*.json")),
        sorted(layout.history.glob("*.json")),
    )
    yield from (path for path in found if path.exists() and copy_of(path.name) is None)


def _check(layout: Layout, path: Path) -> None:
    if path == layout.library:
        read_library(layout)
    if path.parent == layout.history:
        check_step(path)
        _refuse(path, problems_of_step(_object(path)))
    elif path == layout.credentials:
        read_credentials(layout)
    elif path == layout.place:
        _object(path)
    else:
        _check_tables(layout, path)


def _check_tables(layout: Layout, path: Path) -> None:
    kind = _KIND.fullmatch(path.name)
    if kind is None or (path.parent != layout.root and kind[1] not in _IN_SOURCES):
        return  # somebody's own
    tables = read_tables(path, TABLES_OF[kind[1]]) or {}
    found = (problems_of_document(name, each) for name, table in tables.items() for each in table.values())
    _refuse(path, list(chain.from_iterable(found)))


def _refuse(path: Path, problems: list[str]) -> None:
    if problems:
        more = f", and {len(problems) - 1} more" if len(problems) > 1 else ""
        raise damaged(path, problems[0] + more)


def _object(path: Path) -> dict[str, object]:
    with translated(path):
        return parse_object(path.read_bytes(), path)
