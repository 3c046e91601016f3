"""The reader's own colours; all of Textual's themes can be chosen beside them."""

from __future__ import annotations

from textual.theme import Theme

__all__ = ["DARK", "LIGHT"]

DARK = Theme(
    name="newsreader-dark",
    primary="#8fb8de",
    secondary="#b8a1d9",
    accent="#e8b86d",
    warning="#e5a15b",
    error="#e07a72",
    success="#93c47d",
    foreground="#d8dbe2",
    background="#14171d",
    surface="#191d25",
    panel="#2b313d",
    dark=True,
    variables={"block-cursor-text-style": "none", "border": "#343c4a", "scrollbar": "#343c4a"},
)

LIGHT = Theme(
    name="newsreader-light",
    primary="#1f5f99",
    secondary="#6b4c9a",
    accent="#a85c00",
    warning="#a85c00",
    error="#b3261e",
    success="#2f7d32",
    foreground="#22262d",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#dedbd3",
    dark=False,
    variables={"block-cursor-text-style": "none", "border": "#c9c5bb"},
)
