"""A dialog with what a program printed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsreader.text.sanitise import clean_line, clean_text
from newsreader.ui.screens.once import Dialog

__all__ = ["OutputScreen"]


class OutputScreen(Dialog[None]):
    """Shows some text, whatever is in it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Close", id="output-close"),
        Binding("down,j", "by(1)", "Down", id="output-down"),
        Binding("up,k", "by(-1)", "Up", id="output-up"),
        Binding("pagedown,space", "page(1)", "A page down", id="output-page-down"),
        Binding("pageup", "page(-1)", "A page up", id="output-page-up"),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The text."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(clean_line(self._title))
            with VerticalScroll(classes="details", can_focus=False):
                yield Static(Content(clean_text(self._text.expandtabs(4)) or "It printed nothing."))
            yield Static("escape closes", classes="keys", markup=False)

    def action_by(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * max(1, scroll.size.height - 1), animate=False)
