"""A dialog that tells something, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsreader.text.sanitise import clean_line
from newsreader.ui.screens.once import Dialog

__all__ = ["DetailsScreen"]


class DetailsScreen(Dialog[None]):
    """Shows names, each with what there is to say."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i,enter", "dismiss", "Close", id="details-close"),
    ]

    def __init__(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(clean_line(self._title))
            with VerticalScroll(classes="details"):
                for name, text in self._lines:
                    with Horizontal():
                        yield Static(name, classes="name", markup=False)
                        yield Static(Content(clean_line(text)))
            yield Static("escape closes", classes="keys", markup=False)
