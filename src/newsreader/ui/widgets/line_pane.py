"""What the panes have in common that draw their own lines."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView

__all__ = ["LinePane"]


class LinePane(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines that scroll. Another number of them moves no other pane, so the screen is not laid out anew for it.

    Textual would do that, and draw every pane, at each article that the cursor is on.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    def watch_virtual_size(self, size: Size) -> None:
        """Tell the scrollbar; where it comes or goes, the pane is laid out after all."""
        self._scroll_update(size)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style asks for the focus, so none is reckoned anew; it is drawn anew in any case."""
