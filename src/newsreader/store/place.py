"""Where the reader was left: place.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsreader.errors import DamagedFileError
from newsreader.store.files import make_directory, read_bytes, write_atomic
from newsreader.store.layout import Layout
from newsreader.store.tables import dump, parse_object

__all__ = ["read_place", "write_place"]


def read_place(layout: Layout) -> dict[str, Any]:
    """What `write_place` wrote last; empty where there is nothing, or nothing that can be read: no news hangs on it."""
    data = read_bytes(layout.place)
    if data is None:
        return {}
    try:
        return parse_object(data, layout.place)
    except DamagedFileError:
        return {}


def write_place(layout: Layout, place: Mapping[str, Any]) -> None:
    """Remember *place*, plain JSON values. Hold the lock.

    Raises:
        StoreError: it could not be written.
    """
    make_directory(layout.root)
    write_atomic(layout.place, dump(dict(place)))
