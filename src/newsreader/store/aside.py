"""Damaged files, kept with all their bytes and out of the way."""

from __future__ import annotations

from pathlib import Path

from newsreader.store.files import move
from newsreader.store.layout import Layout

__all__ = ["kept_aside", "set_aside"]


def set_aside(layout: Layout, path: Path) -> Path:
    """Move a damaged file below `damaged/`, under the name it had; gives where it is now. Hold the lock.

    Raises:
        StoreError: it could not be moved; it stays where it is.
    """
    attempt = 1
    while (target := layout.damaged / str(attempt) / layout.name(path)).exists():
        attempt += 1
    move(path, target)
    return target


def kept_aside(layout: Layout) -> list[str]:
    """The names inside the library of all files that were set aside, in order."""
    return sorted(layout.name(path) for path in layout.damaged.rglob("*") if path.is_file())
