"""What closes a dialog may come twice; the second time it closes nothing.

Textual closes whatever screen is uppermost. Enter, typed again before the first had its effect, would close what is
under a dialog, and the reader with it.
"""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.screen import ModalScreen

__all__ = ["Dialog", "Palette"]

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A screen over the others."""

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close it, if it is still there."""
        return super().dismiss(result) if self.is_current else AwaitComplete()


class Palette(CommandPalette):
    """Every command by its name."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it, if it is still there."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def _action_command_list(self, action: str) -> None:
        """Textual looks for the page of a list that has no lines yet, and finds none."""
        if self.query_one(CommandList).size:
            super()._action_command_list(action)
