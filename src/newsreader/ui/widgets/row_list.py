"""A list that draws only the rows in view, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from newsreader.ui.widgets.line_pane import LinePane

__all__ = ["Part", "RowList"]

Part = tuple[str, str]
"""Some text of a row and the name of its style: a class of the styles below without `row--`, "" for the plain one."""


class RowList(LinePane, inherit_bindings=False):
    """Rows of equal height with a cursor. Subclasses say how many there are and what stands in one.

    Its keys are the screen's commands: Textual's own would scroll and leave the cursor behind.

    Attributes:
        cursor: the row under the cursor, from 0; 0 in an empty list.
        row_height: lines a row.
        above: how many of these stand above it, for a heading or a blank; the cursor does not cover them.
    """

    DEFAULT_CSS = """
    RowList {
        & > .row--accent { color: $accent; }
        & > .row--cursor { background: $foreground 8%; color: $foreground; }
        & > .row--dim { color: $text-muted; }
        & > .row--head { color: $primary; text-style: bold; }
        & > .row--mark { color: $accent; }
        & > .row--reason { color: $text-muted; text-style: italic; }
        & > .row--source { color: $primary; }
        & > .row--strong { text-style: bold; }
        & > .row--warn { color: $warning; }
        & > .row--bad { color: $error; text-style: bold; }
        & > .row--cursor-here { background: $primary 28%; color: $foreground; }
    }
    """
    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    @dataclass
    class Highlighted(Message):
        """The cursor is on another row, or the row under it became another."""

        rows: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    @dataclass
    class Opened(Message):
        """A row was chosen with the mouse."""

        rows: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__("row--", id=id)
        self.row_height = 1
        self.above = 0
        self._known: dict[int, Sequence[Sequence[Part]]] = {}

    # what a subclass says

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def parts(self, index: int, width: int) -> Sequence[Sequence[Part]]:
        """The parts of each line of one row, at most *width* columns wide; missing lines are blank."""
        raise NotImplementedError

    def empty_lines(self) -> Sequence[str]:
        """What to say in an empty list."""
        return ()

    # what a screen does with it

    def rows_changed(self, *, cursor: int | None = None) -> None:
        """Draw anew after rows came, went or became others."""
        count, height = self.count(), self.room.height
        # Room for the part of a row that is left below, so that the first row in view is whole at the end too.
        spare = height % self.row_height if count * self.row_height > height else 0
        self.lines_changed(count * self.row_height + spare)
        wanted = self.cursor if cursor is None else cursor
        wanted = max(0, min(wanted, count - 1))
        if wanted == self.cursor:
            self._follow()
        else:
            self.cursor = wanted

    def move(self, rows: int) -> None:
        """Move the cursor by so many rows."""
        self.move_to(self.cursor + rows)

    def move_page(self, pages: int) -> None:
        """Move the cursor by so many screens."""
        self.move(pages * max(1, self.room.height // self.row_height - 1))

    def move_to(self, index: int) -> None:
        """Move the cursor to a row, or as near as there is one."""
        self.cursor = max(0, min(index, self.count() - 1))

    def refresh_row(self, index: int) -> None:
        """Draw one row anew."""
        self.refresh_lines(index * self.row_height, self.row_height)

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw both rows, keep the cursor in view, and tell."""
        self.refresh_row(old)
        self.refresh_row(new)
        self._follow()
        if self.count():
            self.post_message(self.Highlighted(self, new))

    def _follow(self) -> None:
        height, top = self.room.height, self.cursor * self.row_height
        first = max(0, top + self.row_height - height)
        whole = -(-first // self.row_height) * self.row_height
        y = min(max(self.scroll_offset.y, whole), top)
        if height > 0 and y != self.scroll_offset.y:
            self.scroll_at_once(y)

    # how it is drawn

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw anew; the parts of a row are asked for once, whichever of its lines are drawn."""
        self._known.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def on_resize(self) -> None:
        """Rows are as wide as the pane."""
        self.rows_changed()

    def line(self, place: int) -> Strip:
        """One line of a row."""
        width = self.room.width
        index, part = divmod(place, self.row_height)
        count = self.count()
        if index >= count:
            return self._empty_line(place, width) if not count else Strip.blank(width, self._palette.base)
        is_cursor = index == self.cursor and part >= self.above and self.shows_cursor
        cursor = "cursor-here" if self.has_focus else "cursor"
        base = self._palette.whole(cursor) if is_cursor else self._palette.base
        if index not in self._known:
            self._known[index] = self.parts(index, width)
        lines = self._known[index]
        found = lines[part] if part < len(lines) else ()
        segments = [Segment(text, self._palette.over(base, name)) for text, name in found]
        return Strip(segments).adjust_cell_length(width, base)

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is to be seen now."""
        return True

    def _empty_line(self, line: int, width: int) -> Strip:
        lines = self.empty_lines()
        text = lines[line - 1] if 1 <= line <= len(lines) else ""
        base = self._palette.base
        return Strip([Segment(f" {text}", self._palette.over(base, "dim"))]).adjust_cell_length(width, base)

    # the mouse

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one opens."""
        content = event.get_content_offset(self)
        if content is None or content.x >= self.room.width:
            return
        index = (content.y + self.scroll_offset.y) // self.row_height
        if index < self.count():
            was = self.cursor
            self.move_to(index)
            if was == index or event.chain > 1:
                self.post_message(self.Opened(self, index))
