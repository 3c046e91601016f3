"""SOURCES: all, bookmarks, folders and sources, each with its unread count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.model.query import Counts, ListQuery, SavedSearch
from newsreader.ui.paint import pad
from newsreader.ui.widgets.row_list import Part, RowList

if TYPE_CHECKING:
    from newsreader.model.source import SourceRow

__all__ = ["TROUBLE", "Place", "SourceList", "is_inside"]

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
    """

    title: str
    query: ListQuery
    unread: int
    depth: int = 0
    row: SourceRow | None = None
    search: SavedSearch | None = None


class SourceList(RowList):
    """The places that articles are shown from."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._places: list[Place] = []
        self._wanted = ListQuery()

    def show(
        self,
        sources: Sequence[SourceRow],
        counts: Counts,
        query: ListQuery,
        searches: Sequence[tuple[SavedSearch, int]] = (),
    ) -> None:
        """Show these sources; the cursor stays on its place, or goes to that of *query* where its own is gone."""
        self._places = list(_places(sources, counts, searches))
        place = self.place_of(self._wanted)
        self.rows_changed(cursor=place if place is not None else self.place_of(query))

    def show_place(self, query: ListQuery) -> None:
        """Put the cursor on the place with that query, now or as soon as there is one."""
        place = self.place_of(query)
        if place is not None:
            self.move_to(place)
        self._wanted = query

    def watch_cursor(self, old: int, new: int) -> None:
        """The place under the cursor is the one to stay on."""
        if self._places:
            self._wanted = self._places[new].query
        super().watch_cursor(old, new)

    def place_of(self, query: ListQuery) -> int | None:
        """Where the place with that query stands."""
        return next((n for n, place in enumerate(self._places) if place.query == query), None)

    def name_of(self, query: ListQuery) -> str:
        """What a view with that query is called beside its pane's own name, with the words that narrow it."""
        place, words = self.place_of(query), ""
        if place is None and query.text:
            place, words = self.place_of(replace(query, text="", typing=False)), f" · {query.text}"
        return ("" if place in (None, 0) else f" · {self.title_at(place or 0)}") + words

    def title_at(self, index: int) -> str:
        """What the place there is called."""
        return self._places[index].title

    def unread_of(self, query: ListQuery) -> int:
        """How many unread articles the place with that query has; 0 where there is none."""
        place = self.place_of(query)
        return self._places[place].unread if place is not None else 0

    def rows(self) -> list[SourceRow]:
        """All sources."""
        return [place.row for place in self._places if place.row is not None]

    def source_row(self, source_id: str) -> SourceRow | None:
        """The source with that id."""
        return next((p.row for p in self._places if p.row is not None and p.row.source.id == source_id), None)

    def unread_after(self, query: ListQuery) -> list[ListQuery]:
        """The sources that had unread articles when they were counted: those below that place, then from the top."""
        start = (self.place_of(query) or 0) + 1
        places = (*self._places[start:], *self._places[:start])
        return [
            place.query for place in places if place.row is not None and place.unread and place.query != query
        ]

    @property
    def current(self) -> Place | None:
        """The place under the cursor."""
        return self._places[self.cursor] if self._places else None

    def count(self) -> int:
        """How many places there are."""
        return len(self._places)

    def parts(self, index: int, width: int) -> list[list[Part]]:
        """Title, mark of trouble, and count."""
        place = self._places[index]
        number = str(place.unread) if place.unread else ""
        trouble = _mark(place.row) if place.row is not None else ""
        room = width - 3 - place.depth - len(number) - len(trouble)
        style = (
            "head" if place.row is None and place.search is None and place.query.folder is not None else ""
        )
        title_style = style or ("strong" if place.unread else "dim")
        return [
            [
                (" " * (1 + place.depth), ""),
                (pad(place.title, max(1, room)), title_style),
                (trouble, "bad" if trouble.startswith("!!") else "warn"),
                (f" {number} ", "accent" if number else "dim"),
            ]
        ]


def _mark(row: SourceRow) -> str:
    muted = "muted " if row.muted else ""
    if row.health.status not in TROUBLE:
        return muted
    return ("!! " if row.is_long_in_trouble else "! ") + muted


def _places(
    sources: Sequence[SourceRow], counts: Counts, searches: Sequence[tuple[SavedSearch, int]]
) -> Iterator[Place]:
    yield Place("All", ListQuery(), counts.unread)
    yield Place("Bookmarks", ListQuery(bookmarked=True), counts.bookmarks)
    for search, unread in searches:
        yield Place(search.name, search.query, unread, search=search)
    foldered = [row for row in sources if row.source.folder]
    unread_in: Counter[str] = Counter()
    for row in foldered:
        for folder in _around(row.source.folder):
            unread_in[folder] += row.unread
    before: tuple[str, ...] = ()
    for row in foldered:
        around = _around(row.source.folder)
        for depth, folder in enumerate(around):
            if folder not in before:
                yield Place(_last(folder), ListQuery(folder=folder), unread_in[folder], depth)
        before = around
        yield Place(row.source.title, ListQuery(source_id=row.source.id), row.unread, len(around) + 1, row)
    for row in sources:
        if not row.source.folder:
            yield Place(row.source.title, ListQuery(source_id=row.source.id), row.unread, row=row)


def is_inside(folder: str, other: str) -> bool:
    """Whether a folder is the other, or inside it."""
    return folder == other or (bool(other) and folder.startswith(f"{other}/"))


def _around(folder: str) -> tuple[str, ...]:
    """The folders that a folder is inside of, outermost first, and itself."""
    names = folder.split("/")
    return tuple("/".join(names[:depth]) for depth in range(1, len(names) + 1))


def _last(folder: str) -> str:
    """What a folder is called inside those around it."""
    from newsreader.text.opml import parted_folders  # behind the first headlines

    return (parted_folders(folder) or (folder,))[-1]
