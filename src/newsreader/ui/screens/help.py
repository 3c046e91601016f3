"""The keys that work here and now, from the bindings themselves."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from newsreader.ui.commands.command import Command, shown_keys
from newsreader.ui.paint import pad
from newsreader.ui.screens.once import Dialog
from newsreader.ui.widgets.row_list import Part, RowList

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["HelpScreen"]


_BROAD = 130


class _Keys(RowList):
    def __init__(self, lines: list[tuple[str, str]]) -> None:
        super().__init__(id="keys")
        self._lines = lines

    @property
    def shows_cursor(self) -> bool:
        return False

    def count(self) -> int:
        return self._height

    @property
    def _height(self) -> int:
        """Lines of the list, which has two columns where both are broad enough for its labels."""
        return -(-len(self._lines) // (2 if self.size.width >= _BROAD else 1))

    def parts(self, index: int, width: int) -> list[list[Part]]:
        height = self._height
        room = width if height == len(self._lines) else width // 2
        return [[part for line in self._lines[index::height] for part in self._cell(*line, room)]]

    def _cell(self, keys: str, label: str, room: int) -> list[Part]:
        if not label:
            return [(pad(f" {keys}", room), "head")]
        return [(f"   {keys:<12}", "accent"), (pad(label, room - 16), ""), (" ", "")]


class HelpScreen(Dialog[None]):
    """Lists keys by what they are for."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Close", id="help-close"),
        Binding("down,j", "move(1)", "Down", id="help-down"),
        Binding("up,k", "move(-1)", "Up", id="help-up"),
        Binding("pagedown,space", "page(1)", "A page down", id="help-page-down"),
        Binding("pageup", "page(-1)", "A page up", id="help-page-up"),
    ]

    def __init__(self, main: MainScreen) -> None:
        super().__init__()
        self._main = main

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("Keys that work here")
            yield _Keys(self._lines())
            yield Static("escape closes   ^p finds any command by its name", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin at the top."""
        self.query_one(_Keys).focus()

    def action_move(self, rows: int) -> None:
        """Scroll."""
        self.query_one(_Keys).scroll_relative(y=rows, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by screens."""
        rows = self.query_one(_Keys)
        rows.scroll_relative(y=pages * max(1, rows.size.height - 1), animate=False)

    def _lines(self) -> list[tuple[str, str]]:
        works = sorted(
            (each for each in self._main.commands if each.available(self._main)),
            key=lambda each: _ORDER.index(_heading(each)),
        )
        lines: list[tuple[str, str]] = []
        for group, commands in groupby(works, key=_heading):
            lines.append((group, ""))
            for each in commands:
                lines.append((shown_keys(each.keys), each.label))
        return lines


_NAMED = "By name, with ^p"
_ORDER = ("Reading", "Stories", "Marking", "Keeping", "Links", "Sources", "Moving", "Program", _NAMED)


def _heading(command: Command) -> str:
    return command.group if command.keys else _NAMED
