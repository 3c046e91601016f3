"""ARTICLES: the rows of a view, of which only those in sight are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from newsreader.model.row import ArticleRow
from newsreader.text.ages import age
from newsreader.ui.paint import fit, pad, width_of
from newsreader.ui.widgets.row_list import Part, RowList

__all__ = ["ArticleList"]

_SOON = 20
_WINDOW = 60
_LOW, _BROAD, _AGE = 8, 60, 6


class ArticleList(RowList):
    """Articles by their keys. An article marked read stays where it is until the view changes.

    Attributes:
        ask: gives the rows of some keys, in a millisecond.
        ask_unread: gives which of some keys are of unread articles, a microsecond each.
        clock: gives the time that ages are counted from.
        empty: what to say where there are none.
        show_source: whether rows name their source.
        folded: whether a row stands for all tellings of its story.
        row_lines: how many lines a row has, 1 or 2; None for as many as there is room for.
    """

    def __init__(
        self,
        ask: Callable[[Sequence[int]], list[ArticleRow]],
        ask_unread: Callable[[Sequence[int]], set[int]],
        clock: Callable[[], datetime],
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self.row_height = 2
        self.ask = ask
        self.ask_unread = ask_unread
        self.clock = clock
        self.empty: Sequence[str] = ()
        self.show_source = True
        self.folded = False
        self.row_lines: int | None = None
        self._keys: array[int] = array("q")
        self._rows: dict[int, ArticleRow] = {}

    @property
    def keys(self) -> array[int]:
        """The keys of the view, in order."""
        return self._keys

    @property
    def current(self) -> ArticleRow | None:
        """The row under the cursor; None in an empty list."""
        return self.row_at(self.cursor) if self._keys else None

    def show(self, keys: array[int], rows: Iterable[ArticleRow] = (), *, cursor: int = 0) -> None:
        """Show another view; *rows* are those that are known already."""
        self._keys = keys
        self._rows = {row.key: row for row in rows}
        self.rows_changed(cursor=cursor)

    def set_row_lines(self, lines: int | None) -> None:
        """Give rows so many lines, as `row_lines` has it."""
        self.row_lines = lines
        self._fit_rows()
        self.rows_changed()

    def on_resize(self) -> None:
        """Where few rows of two lines would be seen, the text below begins with what the second would say."""
        self._fit_rows()

    def _fit_rows(self) -> None:
        self.row_height = self.row_lines or (1 if self.size.height < _LOW else 2)

    @property
    def rows(self) -> Collection[ArticleRow]:
        """The rows that are known."""
        return self._rows.values()

    def keys_around(self) -> Sequence[int]:
        """The keys of the rows in view, and of some around the cursor."""
        top, height = self.scroll_offset.y // self.row_height, self.size.height // self.row_height + 1
        first = max(0, min(top, self.cursor - _WINDOW // 4))
        return self._keys[first : max(top + height, self.cursor + _WINDOW // 4)]

    def renew(self, rows: Sequence[ArticleRow]) -> None:
        """Show these rows, as they are now; the others are asked for again when they come into view."""
        new = {row.key: row for row in rows}
        changed = any(self._rows.get(key) != row for key, row in new.items())
        self._rows = new
        if changed:
            self.refresh()

    def change(self, article_id: str, **changes: object) -> None:
        """Show a row that is known otherwise, at once; the library follows."""
        for key, row in self._rows.items():
            if row.id == article_id:
                self._rows[key] = replace(row, **changes)  # type: ignore[arg-type]
        self.refresh()

    def change_all(self, **changes: object) -> None:
        """Show all rows that are known otherwise."""
        self._rows = {key: replace(row, **changes) for key, row in self._rows.items()}  # type: ignore[arg-type]
        self.refresh()

    def next_unread(self, direction: int) -> int | None:
        """Where the next unread article stands after the cursor (1) or before it (-1)."""
        last = len(self._keys) if direction > 0 else -1
        places = range(self.cursor + direction, last, direction)
        start, count = 0, _WINDOW
        while start < len(places):
            some = places[start : start + count]
            unread = self._unread([self._keys[place] for place in some])
            if (found := next((place for place in some if self._keys[place] in unread), None)) is not None:
                return found
            # A library may be read but for its oldest article: few questions then, and few rows for the next one.
            start, count = start + count, count * 8
        return None

    def soon(self) -> list[ArticleRow]:
        """What the next key may well go to, of the rows that are known: the one below, and the next unread one."""
        below = (self._rows.get(key) for key in self._keys[self.cursor + 1 : self.cursor + 1 + _SOON])
        known = [row for row in below if row is not None]
        unread = next((place for place, row in enumerate(known) if not row.read), 0)
        return [known[place] for place in sorted({0, unread}) if known]

    def _unread(self, keys: Sequence[int]) -> set[int]:
        """Which of these articles are unread. Rows that are known say what is not saved yet."""
        unread = self.ask_unread([key for key in keys if key not in self._rows])
        return {key for key in keys if (row := self._rows.get(key)) is not None and not row.read} | unread

    def row_at(self, index: int) -> ArticleRow | None:
        """The row at a place, None where the article is gone."""
        key = self._keys[index]
        if key not in self._rows:
            start = max(0, index - _WINDOW // 2)
            window = self._keys[start : start + _WINDOW]
            self._rows.update(
                (row.key, row) for row in self.ask([each for each in window if each not in self._rows])
            )
        return self._rows.get(key)

    def count(self) -> int:
        """How many articles the view has."""
        return len(self._keys)

    def empty_lines(self) -> Sequence[str]:
        """What the screen chose to say."""
        return self.empty

    def parts(self, index: int, width: int) -> list[list[Part]]:
        """Mark, headline and age; then source and lead, or of a single line the source where it is broad."""
        row = self.row_at(index)
        if row is None:
            return [[("  (gone)", "dim")]]
        source = self._source(row, width) if self.row_height == 1 else ""
        when = age(row.at, self.clock()).rjust(_AGE if source else 0)
        others = f"  +{row.tellings - 1}" if row.tellings > 1 else ""
        room = max(0, width - 5 - width_of(when) - len(others) - width_of(source))
        head: list[Part] = [
            (self._mark(row), "mark"),
            ("★ " if row.bookmarked else "", "accent"),
            (pad(row.title, room - (2 if row.bookmarked else 0)), "dim" if row.read else "strong"),
            (others, "accent" if self.folded else "dim"),
            (source, "source"),
            (f"  {when} ", "dim"),
        ]
        return [head] if self.row_height == 1 else [head, self._second(row, width)]

    def _mark(self, row: ArticleRow) -> str:
        """Full where this telling is unread, hollow where only others folded into its row are."""
        if not row.read:
            return "● "
        return "○ " if self.folded and row.others_unread else "  "

    def _source(self, row: ArticleRow, width: int) -> str:
        """The source in a column of a single line; "" where there is none."""
        return f"  {pad(row.source_title, width // 4)}" if self.show_source and width >= _BROAD else ""

    def _second(self, row: ArticleRow, width: int) -> list[Part]:
        source = fit(row.source_title, max(8, width // 2)) if self.show_source else ""
        used = 2 + width_of(source) + (2 if source else 0)
        # An article without a headline is called by its first words, which need not stand twice.
        rest = row.lead.removeprefix(row.title.rstrip("…")).lstrip()
        lead = fit(("changed · " if row.changed else "") + rest, width - used - 1)
        return [("  ", ""), (source, "source"), ("  " if source else "", ""), (lead, "dim")]
