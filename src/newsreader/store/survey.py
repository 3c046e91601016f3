"""Which files a library has: by size and time of change it shows which of them were changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from newsreader.model.stamp import FileStamp
from newsreader.store.copies import copy_of
from newsreader.store.files import names_in, translated
from newsreader.store.layout import Layout, chunk_number

__all__ = ["stamp_of", "stamps", "survey"]


def stamp_of(path: Path) -> FileStamp | None:
    """Size and time of change of *path*; None where there is no such file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return FileStamp(status.st_size, status.st_mtime_ns)


def stamps(layout: Layout) -> dict[str, FileStamp]:
    """Size and time of every file that the index is derived from, by its name inside the library."""
    return survey(layout)[0]


def survey(layout: Layout) -> tuple[dict[str, FileStamp], list[Path]]:
    """As `stamps`, and beside it the copies that a service laid down which keeps machines in step."""
    with translated(layout.root):
        found = {
            layout.name(path): stamp
            for path in (layout.library, layout.health, layout.bookmarks, layout.stories)
            if (stamp := stamp_of(path)) is not None
        }
        copies: list[Path] = []
        for entry in _files(layout):
            if chunk_number(entry.name) and entry.is_file(follow_symlinks=False):
                status = entry.stat()
                name = entry.path[len(str(layout.root)) + 1 :]
                found[name] = FileStamp(status.st_size, status.st_mtime_ns)
            elif copy_of(entry.name) and entry.is_file(follow_symlinks=False):
                copies.append(Path(entry.path))
        copies += _other_copies(layout)
    return found, copies


def _files(layout: Layout) -> Iterator[os.DirEntry[str]]:
    for directory in layout.source_directories():
        with os.scandir(directory) as entries:
            yield from entries


def _other_copies(layout: Layout) -> Iterator[Path]:
    for directory in (layout.root, layout.history, *layout.trash.glob("*/")):
        yield from (directory / name for name in names_in(directory) if copy_of(name))
