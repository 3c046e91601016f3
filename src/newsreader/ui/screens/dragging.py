"""A screen of which the borders between panes can be dragged."""

from __future__ import annotations

from textual import events
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget

from newsreader.ui.widgets.panes import Panes

__all__ = ["DraggingScreen"]


class DraggingScreen(Screen[None]):
    """Takes hold of a border with the mouse. What holds the panes is not drawn, so no mouse is ever there."""

    panes = query_one("#panes", Panes)
    _dragged: str | None = None

    def get_focusable_widget_at(self, x: int, y: int) -> Widget | None:
        """What a click there gives the focus to: a border that is dragged belongs to no pane."""
        return None if self.panes.border_at(x, y) else super().get_focusable_widget_at(x, y)

    def on_resize(self) -> None:
        """The panes have another screen to share."""
        self.panes.fit()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a border."""
        if event.button == 1 and (name := self.panes.border_at(event.screen_x, event.screen_y)):
            self._dragged = name
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag it."""
        if self._dragged is not None:
            self.panes.drag(self._dragged, event.screen_x, event.screen_y)

    def on_mouse_up(self) -> None:
        """Let it go."""
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()
