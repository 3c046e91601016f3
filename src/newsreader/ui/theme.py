"""The reader's own colours; all of Textual's themes can be chosen beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.theme import Theme

__all__ = ["DARK", "LIGHT", "own_themes", "wrong_bases"]

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


def own_themes(said: Mapping[str, Mapping[str, str]], known: Mapping[str, Theme]) -> list[Theme]:
    """The themes that a settings file describes, as `Config.themes` has them.

    A base is one of *known*, or one that the file described before; else it is the reader's own dark theme.
    """
    found = dict(known)
    for name, colours in said.items():
        found[name] = _own(name, colours, found.get(colours.get("base", ""), DARK))
    return [found[name] for name in said]


def wrong_bases(said: Mapping[str, Mapping[str, str]], known: Mapping[str, Theme]) -> dict[str, str]:
    """The bases that are no themes, by the name of the theme of which they were to be one."""
    found, wrong = set(known), dict[str, str]()
    for name, colours in said.items():
        base = colours.get("base", DARK.name)
        if base not in found:
            wrong[name] = base
        found.add(name)
    return wrong


def _own(name: str, said: Mapping[str, str], base: Theme) -> Theme:
    colours = {field: colour for field, colour in said.items() if field not in ("base", "border")}
    border = said.get("border")
    lines = {"border": border, "scrollbar": border} if border else {}
    return replace(base, name=name, variables={**base.variables, **lines}, **colours)  # type: ignore[arg-type]
