"""The border of the pane that has the focus, in another colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color

from newsreader.ui.panes import PANES

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["light"]

_ALL = ", ".join(f"#{name}" for name in PANES)


def light(screen: MainScreen) -> None:
    """Colour the border around the focus, and no other.

    With a rule for `:focus` Textual styles each pane and all in it three times and lays out the screen, which makes
    30 ms of a key that goes to TEXT.
    """
    focused = screen.focused
    around = set(focused.ancestors_with_self) if focused is not None else set()
    accent = Color.parse(screen.app.theme_variables["accent"])
    for pane in screen.query(_ALL):
        if pane in around and not screen.has_class("zen"):
            pane.styles.border = ("round", accent)
            pane.styles.border_title_color, pane.styles.auto_border_title_color = accent, False
        elif pane.styles.inline.has_rule("border_top"):
            pane.styles.border = None
            for rule in ("border_title_color", "auto_border_title_color"):
                pane.styles.inline.clear_rule(rule)
