"""Where the reader was left: place.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsreader.errors import DamagedFileError
from newsreader.store.aside import set_aside
from newsreader.store.files import make_directory, read_bytes, write_atomic
from newsreader.store.layout import Layout
from newsreader.store.tables import dump, parse_object

__all__ = ["read_place", "write_place"]


def read_place(layout: Layout) -> dict[str, Any]:
    """What `write_place` wrote last; empty where there is nothing, or nothing that can be read: no news hangs on it."""
    try:
        return _read(layout)
    except DamagedFileError:
        return {}


def _read(layout: Layout) -> dict[str, Any]:
    data = read_bytes(layout.place)
    return {} if data is None else parse_object(data, layout.place)


def _is_damaged(layout: Layout) -> bool:
    try:
        _read(layout)
    except DamagedFileError:
        return True
    return False


def write_place(layout: Layout, place: Mapping[str, Any]) -> None:
    """Remember *place*, plain JSON values; a damaged file is set aside. Hold the lock.

    Raises:
        StoreError: it could not be written.
    """
    make_directory(layout.root)
    if _is_damaged(layout):
        set_aside(layout, layout.place)
    write_atomic(layout.place, dump(dict(place)))
