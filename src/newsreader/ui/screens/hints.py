"""While letters stand on the links of TEXT: what is typed chooses one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from newsreader.ui.screens.once import Dialog

__all__ = ["Chosen", "HintsScreen"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The letters that were typed, and whether the last one with shift, which copies."""

    label: str
    copy: bool


class HintsScreen(Dialog[Chosen | None]):
    """Shows nothing of its own; gives what was chosen, or None when anything else was pressed."""

    DEFAULT_CSS = "HintsScreen { background: transparent; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Leave it", id="hints-leave")]

    def __init__(self, labels: Collection[str]) -> None:
        super().__init__()
        self._labels = labels
        self._typed = ""

    def on_key(self, event: events.Key) -> None:
        """Take a letter."""
        letter = event.character or ""
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        self._typed += letter.lower()
        if self._typed in self._labels:
            self.dismiss(Chosen(self._typed, copy=letter.isupper()))
        elif not letter or not any(label.startswith(self._typed) for label in self._labels):
            self.dismiss(None)

    def on_click(self) -> None:
        """The mouse leaves it."""
        self.dismiss(None)
