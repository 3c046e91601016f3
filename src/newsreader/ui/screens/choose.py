"""A dialog with some choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from newsreader.ui.paint import fit, lines_of
from newsreader.ui.screens.once import Dialog
from newsreader.ui.widgets.row_list import Part, RowList

__all__ = ["ChooseScreen"]


_DETAIL_LINES = 2


class _Choices(RowList):
    def __init__(self, choices: Sequence[str], details: Sequence[str]) -> None:
        super().__init__(id="choices")
        self._choices, self._details = choices, details
        self.row_height = 1 + (_DETAIL_LINES if details else 0)

    def count(self) -> int:
        return len(self._choices)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._choices) * self.row_height

    def parts(self, index: int, width: int) -> list[list[Part]]:
        number = f" {index + 1:>{len(str(len(self._choices)))}}  "
        room = width - len(number) - 1
        first: list[Part] = [
            (number, "accent"),
            (fit(self._choices[index], room), "strong" if self._details else ""),
        ]
        if not self._details:
            return [first]
        lines = lines_of(self._details[index], room, _DETAIL_LINES)
        return [first, *([(" " * len(number), ""), (line, "dim")] for line in lines)]


class ChooseScreen(Dialog[int | None]):
    """Gives the place of what was chosen, from 0, or None when it was left by escape."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Leave it", id="choose-leave"),
        Binding("enter,space", "choose", "Choose", id="choose-this"),
        Binding("down,j", "move(1)", "Down", id="choose-down"),
        Binding("up,k", "move(-1)", "Up", id="choose-up"),
        *(Binding(str(n), f"number({n})", f"Choose {n}", id=f"choose-{n}", show=False) for n in range(1, 10)),
    ]

    def __init__(
        self, title: str, choices: Sequence[str], *, about: str = "", details: Sequence[str] = ()
    ) -> None:
        """A dialog.

        Args:
            title: of the dialog.
            choices: a line each.
            about: what is to be said of all.
            details: for each choice what there is to say of it, in two lines, if anything.
        """
        super().__init__(classes="-detailed" if details else "")
        self._title = title
        self._choices = choices
        self._about = about
        self._details = details

    def compose(self) -> ComposeResult:
        """The choices, one under another."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            if self._about:
                yield Static(Content(self._about), classes="about")
            yield _Choices(self._choices, self._details)
            yield Static("enter chooses   escape leaves it", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(_Choices).focus()

    @on(RowList.Opened)
    def action_choose(self) -> None:
        """Take the one under the cursor."""
        self.dismiss(self.query_one(_Choices).cursor)

    def action_number(self, number: int) -> None:
        """Take the one of that number."""
        if number <= len(self._choices):
            self.dismiss(number - 1)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.query_one(_Choices).move(rows)

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)
