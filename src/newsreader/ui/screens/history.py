"""What was done to the library, step by step, and which of it undo would take back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from newsreader.model.change import Step
from newsreader.text.sanitise import clean_line
from newsreader.ui.commands.keeping import redo, undo
from newsreader.ui.paint import fit
from newsreader.ui.screens.once import Dialog
from newsreader.ui.widgets.row_list import Part, RowList

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["HistoryScreen"]

_MOST = 100
_TIME = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Steps(RowList):
    """Newest first; the one that undo would take back is marked, what was taken back is dim."""

    def __init__(self, steps: Sequence[Step], now: datetime) -> None:
        super().__init__(id="steps")
        self._now = now
        self._show(steps)

    def _show(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._next = next((place for place, step in enumerate(steps) if not step.undone), None)

    def show(self, steps: Sequence[Step]) -> None:
        """Show other steps, the cursor on the one that undo would take back."""
        self._show(steps)
        self.rows_changed(cursor=self._next or 0)

    def count(self) -> int:
        return len(self._steps)

    def parts(self, index: int, width: int) -> list[list[Part]]:
        step = self._steps[index]
        sign, style = ("→", "") if index == self._next else (" ", "")
        title = clean_line(step.change.title)
        if step.undone:
            title, style = f"{title} (undone)", "dim"
        when = f"{_when(step.number, self._now):>{_TIME}}"
        return [[(f" {sign} ", "accent"), (f"{when}  ", "dim"), (fit(title, width - _TIME - 6), style)]]

    def empty_lines(self) -> Sequence[str]:
        return ("", "Nothing was changed yet.")


def _when(number: int, now: datetime) -> str:
    """The time of a step where it was today, else its day too."""
    at, here = (_EPOCH + timedelta(milliseconds=number)).astimezone(), now.astimezone()
    if at.date() == here.date():
        return f"{at:%H:%M}"
    return f"{at.day} {at:%b}{'' if at.year == here.year else f' {at.year}'} {at:%H:%M}"


class HistoryScreen(Dialog[None]):
    """Lists the newest steps, and goes back and forth among them."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Close", id="history-close"),
        Binding("ctrl+z", "undo", "Undo", id="history-undo"),
        Binding("ctrl+y", "redo", "Redo", id="history-redo"),
        Binding("down,j", "move(1)", "Down", id="history-down"),
        Binding("up,k", "move(-1)", "Up", id="history-up"),
        Binding("pagedown,space", "page(1)", "A page down", id="history-page-down"),
        Binding("pageup", "page(-1)", "A page up", id="history-page-up"),
    ]

    def __init__(self, main: MainScreen, steps: Sequence[Step]) -> None:
        super().__init__()
        self._main = main
        self._steps = steps

    @staticmethod
    def steps_of(main: MainScreen) -> list[Step]:
        """What it shows; asked of the library, so not on the screen's thread."""
        return main.library.history(_MOST)

    def compose(self) -> ComposeResult:
        """The steps, one under another."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content("What was done")
            yield _Steps(self._steps, self._main.clock())
            yield Static(
                "^z takes back what → is at   ^y does it again   escape closes", classes="keys", markup=False
            )

    def on_mount(self) -> None:
        """Begin at the step that undo would take back."""
        rows = self.query_one(_Steps)
        rows.focus()
        rows.show(self._steps)

    def action_undo(self) -> None:
        """Take one step back."""
        undo(self._main, self._look_again)

    def action_redo(self) -> None:
        """Do one step again."""
        redo(self._main, self._look_again)

    def _look_again(self) -> None:
        self._main.asker.ask("history", lambda: self.steps_of(self._main), self._show)

    def _show(self, steps: Sequence[Step]) -> None:
        if self.is_mounted:
            self.query_one(_Steps).show(steps)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.query_one(_Steps).move(rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by screens."""
        self.query_one(_Steps).move_page(pages)
