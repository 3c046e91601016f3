"""A dialog that asks for a line or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from newsreader.ui.screens.once import Dialog
from newsreader.ui.widgets.line_input import LineInput

__all__ = ["Field", "PromptScreen"]


@dataclass(frozen=True, slots=True)
class Field:
    """A line to fill in.

    Attributes:
        label: what it is.
        value: what stands in it at first.
        placeholder: what it is for, shown while it is empty.
    """

    label: str
    value: str = ""
    placeholder: str = ""


class PromptScreen(Dialog[list[str] | None]):
    """Gives what was filled in, or None when it was left by escape. Only escape, enter and tab mean anything else."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss_without", "Leave it", id="prompt-leave"),
        Binding("tab", "app.focus_next", "Next line", id="prompt-next", show=False),
    ]

    def __init__(self, title: str, fields: Sequence[Field], *, about: str = "") -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._about = about

    def compose(self) -> ComposeResult:
        """The lines, one under another."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            if self._about:
                yield Static(Content(self._about), classes="about")
            for field in self._fields:
                yield Static(Content(field.label), classes="field")
                yield LineInput(field.value, placeholder=field.placeholder, select_on_focus=False)
            yield Static("enter saves   tab next line   escape leaves it", classes="keys", markup=False)

    @on(Input.Submitted)
    def _submit(self) -> None:
        self.dismiss([each.value for each in self.query(Input)])

    def action_dismiss_without(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)
