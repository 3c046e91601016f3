"""SOURCES: all, bookmarks, folders and sources, each with its unread count; folders can be folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events

from newsreader.model.query import Counts, ListQuery, SavedSearch
from newsreader.ui.paint import pad
from newsreader.ui.source_places import Place, around, places_of
from newsreader.ui.widgets.row_list import Part, RowList

if TYPE_CHECKING:
    from newsreader.model.source import SourceRow

__all__ = ["SourceList"]

_OPEN, _FOLDED = "▾ ", "▸ "


class SourceList(RowList):
    """The places that articles are shown from.

    Attributes:
        folded: the folders of which only their own line is shown.
        only_unread: whether folders and sources are left out that have no unread article, and are not shown either.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.folded: frozenset[str] = frozenset()
        self.only_unread = False
        self._places: list[Place] = []
        self._shown: list[Place] = []
        self._wanted = ListQuery()

    def show(
        self,
        sources: Sequence[SourceRow],
        counts: Counts,
        query: ListQuery,
        searches: Sequence[tuple[SavedSearch, int]] = (),
    ) -> None:
        """Show these sources; the cursor stays on its place, or goes to that of *query* where its own is gone."""
        self._places = list(places_of(sources, counts, searches))
        self._show(self._wanted if self.place_of(self._wanted) is not None else query)

    def fold(self, folders: Iterable[str]) -> None:
        """Fold these folders and no others; the cursor stays, or goes to the folder that its place is folded into."""
        self.folded = frozenset(folders)
        self._show(self._wanted if self.current is None else self.current.query)

    def show_unread(self, only: bool) -> None:
        """Leave out what has no unread article, or show it again."""
        self.only_unread = only
        self._show(self._wanted)

    def on_click(self, event: events.Click) -> None:
        """A click on the mark of a folder folds or unfolds it."""
        content = event.get_content_offset(self)
        line = -1 if content is None else content.y + self.scroll_offset.y
        place = self._shown[line] if 0 <= line < len(self._shown) else None
        if content is not None and place is not None and place.folder and content.x <= place.depth + 1:
            event.prevent_default()
            self.move_to(line)
            self.fold(self.folded ^ {place.folder})

    def _show(self, query: ListQuery) -> None:
        unfolded = (place for place in self._places if self.folded.isdisjoint(around(place.inside)))
        here = self.place_of(query)
        kept = {query, *(ListQuery(folder=folder) for folder in around(here.inside if here else ""))}
        self._shown = [place for place in unfolded if not self.only_unread or _stays(place, kept)]
        self.rows_changed(cursor=self._line_of(query))

    def _line_of(self, query: ListQuery) -> int | None:
        """Where the place with that query stands, or the outermost of the folders that it is folded into."""
        place = self.place_of(query)
        if place is None:
            return None
        hiding = next((folder for folder in around(place.inside) if folder in self.folded), None)
        wanted = query if hiding is None else ListQuery(folder=hiding)
        return next((line for line, each in enumerate(self._shown) if each.query == wanted), None)

    def show_place(self, query: ListQuery) -> None:
        """Put the cursor on the place with that query, now or as soon as there is one."""
        line = self._line_of(query)
        if line is not None:
            self.move_to(line)
        elif self._places:
            self._show(query)  # it was left out
        self._wanted = query

    def watch_cursor(self, old: int, new: int) -> None:
        """The place under the cursor is the one to stay on."""
        if self._shown:
            self._wanted = self._shown[new].query
        super().watch_cursor(old, new)

    def place_of(self, query: ListQuery) -> Place | None:
        """The place with that query, be it folded away or not."""
        return next((place for place in self._places if place.query == query), None)

    def name_of(self, query: ListQuery) -> str:
        """What a view with that query is called beside its pane's own name, with the words that narrow it."""
        place, words = self.place_of(query), ""
        if place is None and query.text:
            place, words = self.place_of(replace(query, text="", typing=False)), f" · {query.text}"
        return ("" if place is None or place.query == ListQuery() else f" · {place.title}") + words

    def unread_of(self, query: ListQuery) -> int:
        """How many unread articles the place with that query has; 0 where there is none."""
        place = self.place_of(query)
        return place.unread if place is not None else 0

    def rows(self) -> list[SourceRow]:
        """All sources."""
        return [place.row for place in self._places if place.row is not None]

    def folders(self) -> frozenset[str]:
        """All folders."""
        return frozenset(place.folder for place in self._places if place.folder)

    def source_row(self, source_id: str) -> SourceRow | None:
        """The source with that id."""
        return next((p.row for p in self._places if p.row is not None and p.row.source.id == source_id), None)

    def unread_after(self, query: ListQuery) -> list[ListQuery]:
        """The sources that had unread articles when they were counted: those below that place, then from the top."""
        start = next((n for n, place in enumerate(self._places) if place.query == query), 0) + 1
        places = (*self._places[start:], *self._places[:start])
        return [
            place.query for place in places if place.row is not None and place.unread and place.query != query
        ]

    @property
    def current(self) -> Place | None:
        """The place under the cursor."""
        return self._shown[self.cursor] if self._shown else None

    def count(self) -> int:
        """How many places are shown."""
        return len(self._shown)

    def parts(self, index: int, width: int) -> list[list[Part]]:
        """Title, mark of trouble, and count."""
        place = self._shown[index]
        number = str(place.unread) if place.unread else ""
        folded = place.folder in self.folded
        fold = "" if not place.folder else _FOLDED if folded else _OPEN
        trouble = "!" * place.trouble + " " if place.trouble and (place.row is not None or folded) else ""
        trouble += "muted " if place.row is not None and place.row.muted else ""
        room = width - 3 - place.depth - len(fold) - len(number) - len(trouble)
        title_style = "head" if place.folder else "strong" if place.unread else "dim"
        return [
            [
                (" " * (1 + place.depth), ""),
                (fold, "dim"),
                (pad(place.title, max(1, room)), title_style),
                (trouble, "bad" if trouble.startswith("!!") else "warn"),
                (f" {number} ", "accent" if number else "dim"),
            ]
        ]


def _stays(place: Place, kept: Set[ListQuery]) -> bool:
    """Whether a place is shown among those that have unread articles; *kept* are shown in any case."""
    is_other = place.row is not None or bool(place.folder)
    return bool(place.unread) or not is_other or place.query in kept
