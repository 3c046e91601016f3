"""What stands in SOURCES: all, bookmarks, saved searches, folders inside one another, and sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.model.query import Counts, ListQuery, SavedSearch

if TYPE_CHECKING:
    from newsreader.model.source import SourceRow

__all__ = ["TROUBLE", "Place", "around", "is_inside", "places_of"]

_SCHEME = re.compile(r"^https?://(www\.)?")
TROUBLE = ("error", "gone", "throttled")
"""What of `Health.status` is trouble."""


@dataclass(frozen=True, slots=True)
class Place:
    """One line of SOURCES.

    Attributes:
        title: what it is called.
        query: the articles in it.
        unread: how many of them are unread; for bookmarks, how many there are.
        depth: columns to indent it by.
        row: the source, where it is one.
        search: the saved search, where it is one.
        inside: the folder that it stands in; "" for none.
        trouble: 1 for a source in trouble, 2 for one that long is; of a folder, the worst of what is inside.
    """

    title: str
    query: ListQuery
    unread: int
    depth: int = 0
    row: SourceRow | None = None
    search: SavedSearch | None = None
    inside: str = ""
    trouble: int = 0

    @property
    def folder(self) -> str:
        """Which folder it is; "" where it is none."""
        return self.query.folder or "" if self.row is None and self.search is None else ""


def places_of(
    sources: Sequence[SourceRow], counts: Counts, searches: Sequence[tuple[SavedSearch, int]]
) -> Iterator[Place]:
    """All lines of SOURCES, from the top; *sources* are in order of their folders and titles."""
    yield Place("All", ListQuery(), counts.unread)
    yield Place("Bookmarks", ListQuery(bookmarked=True), counts.bookmarks)
    for search, unread in searches:
        yield Place(search.name, search.query, unread, search=search)
    yield from _foldered([row for row in sources if row.source.folder])
    for row in sources:
        if not row.source.folder:
            yield _source(row)


def _foldered(sources: Sequence[SourceRow]) -> Iterator[Place]:
    unread: Counter[str] = Counter()
    trouble: Counter[str] = Counter()
    for row in sources:
        for folder in around(row.source.folder):
            unread[folder] += row.unread
            trouble[folder] = max(trouble[folder], _trouble(row))
    before: tuple[str, ...] = ()
    for row in sources:
        folders = around(row.source.folder)
        for depth, folder in enumerate(folders):
            if folder not in before:
                inside = folders[depth - 1] if depth else ""
                yield Place(
                    _last(folder), ListQuery(folder=folder), unread[folder], depth,
                    inside=inside, trouble=trouble[folder],
                )  # fmt: skip
        before = folders
        yield _source(row, len(folders) + 1)


def _source(row: SourceRow, depth: int = 0) -> Place:
    query = ListQuery(source_id=row.source.id)
    title = row.source.title
    if (
        title == row.source.address
    ):  # until it is read, and for good where it cannot be: what tells it from others
        title = _SCHEME.sub("", title)
    return Place(title, query, row.unread, depth, row, inside=row.source.folder, trouble=_trouble(row))


def _trouble(row: SourceRow) -> int:
    return 0 if row.health.status not in TROUBLE else 2 if row.is_long_in_trouble else 1


def is_inside(folder: str, other: str) -> bool:
    """Whether a folder is the other, or inside it."""
    return folder == other or (bool(other) and folder.startswith(f"{other}/"))


def around(folder: str) -> tuple[str, ...]:
    """The folders that a folder is inside of, outermost first, and itself; none for ""."""
    names = folder.split("/") if folder else []
    return tuple("/".join(names[:depth]) for depth in range(1, len(names) + 1))


def _last(folder: str) -> str:
    """What a folder is called inside those around it."""
    from newsreader.text.opml import parted_folders  # behind the first headlines

    return (parted_folders(folder) or (folder,))[-1]
