"""What the panes have in common that draw their own lines."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsreader.ui.painted import Palette

__all__ = ["LinePane", "thumb"]


class LinePane(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines that scroll, and in the last column a bar that says where one is. Subclasses say what stands in a line.

    Another number of lines moves nothing, so the screen is not laid out anew for it: Textual would do that, and draw
    every pane, at each article that the cursor is on. Textual's own bar is a widget, styled and cut line by line in
    each painting; here it is one more cell.
    """

    DEFAULT_CSS = """
    LinePane {
        overflow: hidden hidden;
        background: $background;
        & > .pane--bar { background: $panel; }
    }
    """
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, prefix: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._palette = Palette(self, prefix)
        self._bar = Palette(self, "pane--")
        self._is_dragged = False

    # what a subclass says

    def line(self, place: int) -> Strip:
        """The line at a place counted from the first, `room.width` columns wide."""
        raise NotImplementedError

    # what it may ask

    @property
    def room(self) -> Size:
        """Columns and lines that there are to draw in, the bar's column left out."""
        # Reckoned once a layout; the region of that size is at each question.
        width, height = self.container_size
        return Size(max(0, width - 1), height)

    def lines_changed(self, count: int) -> None:
        """Draw anew; there are so many lines now."""
        self.virtual_size = Size(self.room.width, count)
        self.refresh()

    def scroll_at_once(self, y: int) -> None:
        """Show the lines from that one on, or as near as there are so many."""
        self.scroll_to(y=y, animate=False, force=True)

    # how it is drawn

    def render_line(self, y: int) -> Strip:
        """One line of the pane and its cell of the bar."""
        height = self.room.height
        first, after = thumb(height, self.virtual_size.height, self.scroll_offset.y)
        style = self._bar.whole("bar") if first <= y < after else self._palette.base
        line = self.line(y + self.scroll_offset.y)
        return Strip([*line, Segment(" ", style)], line.cell_length + 1)

    def watch_virtual_size(self, size: Size) -> None:
        """Stay within the lines that there are."""
        self._scroll_update(size)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style asks for the focus, so none is reckoned anew; it is drawn anew in any case."""

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        self._palette.clear()
        self._bar.clear()
        super().notify_style_update()

    # the mouse

    @property
    def allow_vertical_scroll(self) -> bool:
        """The wheel scrolls."""
        return self.max_scroll_y > 0

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The bar can be taken hold of."""
        content = event.get_content_offset(self)
        if content is not None and content.x >= self.room.width:
            self._is_dragged = True
            self.capture_mouse()
            self._drag_to(content.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """And dragged."""
        if self._is_dragged:
            self._drag_to(event.y - self.gutter.top)

    def on_mouse_up(self) -> None:
        """And let go."""
        if self._is_dragged:
            self._is_dragged = False
            self.release_mouse()

    def _drag_to(self, y: int) -> None:
        self.scroll_at_once(round(self.max_scroll_y * y / max(1, self.room.height - 1)))


def thumb(height: int, lines: int, first: int) -> tuple[int, int]:
    """Where the bar's moving part begins and ends in a pane *height* high that shows *lines* from *first* on.

    Begin and end are lines of the pane, the end left out; equal where all is in view.
    """
    if lines <= height:
        return 0, 0
    size = max(1, height * height // lines)
    begin = min(height - size, -(-first * (height - size) // (lines - height)))
    return begin, begin + size
