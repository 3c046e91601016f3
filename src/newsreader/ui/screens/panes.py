"""The panes of a screen, and the mouse that drags the borders between them."""

from __future__ import annotations

from textual import events
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget

from newsreader.ui.widgets.article_list import ArticleList
from newsreader.ui.widgets.bookmark_list import BookmarkList
from newsreader.ui.widgets.panes import Panes
from newsreader.ui.widgets.related_list import RelatedList
from newsreader.ui.widgets.row_list import RowList
from newsreader.ui.widgets.source_list import SourceList
from newsreader.ui.widgets.status_bar import StatusBar
from newsreader.ui.widgets.text_view import TextView

__all__ = ["PaneScreen"]


class PaneScreen(Screen[None]):
    """Has the panes, and takes hold of a border with the mouse: what holds them is not drawn, so no mouse is there.

    Attributes:
        pane: which of `PANES` has the focus.
    """

    panes = query_one("#panes", Panes)
    sources = query_one("#sources", SourceList)
    articles = query_one("#articles", ArticleList)
    text = query_one("#text", TextView)
    related = query_one("#related", RelatedList)
    bookmarks = query_one("#bookmark-rows", BookmarkList)
    status = query_one(StatusBar)
    pane = "articles"
    _dragged: str | None = None

    def widget_of(self, pane: str) -> RowList | TextView:
        """What of a pane takes the focus."""
        return self.bookmarks if pane == "bookmarks" else self.query_one(f"#{pane}")  # type: ignore[return-value]

    @property
    def list_here(self) -> RowList | None:
        """The list that has the focus; None in TEXT."""
        widget = self.widget_of(self.pane)
        return widget if isinstance(widget, RowList) else None

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
