"""What a person can do: one object, from which its keys, its line of help and its entry in the palette all come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["Command", "bindings", "hints", "key_name", "of_no_use", "shown_keys", "ways_to"]

_SHOWN = {
    "question_mark": "?", "slash": "/", "escape": "esc", "pageup": "pgup", "pagedown": "pgdn", "colon": ":",
    "upper_a": "A", "upper_b": "B", "upper_d": "D", "upper_g": "G", "backspace": "bksp",
    "left_square_bracket": "[", "right_square_bracket": "]", "plus": "+", "minus": "-", "semicolon": ";",
    "exclamation_mark": "!", "equals_sign": "=", "vertical_line": "|", "comma": ",", "full_stop": ".",
    "less_than_sign": "<", "greater_than_sign": ">", "left_curly_bracket": "{", "right_curly_bracket": "}",
}  # fmt: skip


_NAMES = {shown: name for name, shown in _SHOWN.items() if not name.startswith("upper_")}


def _always(_: MainScreen) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do.

    Attributes:
        id: its name in keymaps, for ever.
        keys: as Textual names them, the first is shown.
        label: what it does, a few words.
        group: under which heading help lists it.
        run: does it.
        available: whether it works here and now.
        hint: a word for the status bar, or "" to be left out there.
        panes: where the status bar shows it; none means everywhere.
        rank: 0 where the status bar always shows it; others follow where there is room, the lowest first.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    group: str
    run: Callable[[MainScreen], None]
    available: Callable[[MainScreen], bool] = _always
    hint: str = ""
    panes: tuple[str, ...] = ()
    rank: int = 0


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Textual's bindings of *commands*, each with its command's id."""
    return [
        Binding(",".join(each.keys), f"do({each.id!r})", each.label, show=bool(each.hint), id=each.id)
        for each in commands
        if each.keys  # some are for the palette alone
    ]


def hints(commands: Iterable[Command], screen: MainScreen, *, more: bool = False) -> list[tuple[str, str]]:
    """The keys that the status bar shows now, each with its word; or *more*, where there is room for them."""
    shown = [
        each
        for each in commands
        if each.hint
        and bool(each.rank) == more
        and (not each.panes or screen.pane in each.panes)
        and each.available(screen)
    ]
    return [(shown_keys(each.keys[:1]), each.hint) for each in sorted(shown, key=lambda each: each.rank)]


def ways_to(commands: Iterable[Command], panes: Sequence[str]) -> list[tuple[str, str]]:
    """The key that goes to each of these panes, with its name; those that have none are left out."""
    keys = {each.id: each.keys[:1] for each in commands}
    return [(shown_keys(key), pane) for pane in panes if (key := keys[f"pane-{pane}"])]


def of_no_use(commands: Iterable[Command], key: str, screen: MainScreen) -> str:
    """What to say of a key whose commands do not work here and now; "" where one does, or where it has none."""
    found = [each for each in commands if key in each.keys]
    if not found or any(each.available(screen) for each in found):
        return ""
    what = found[-1].label.partition(":")[0].partition(";")[0]  # what is after these only explains it
    return f"{shown_keys([key])} does nothing here ({what})"


def key_name(key: str) -> str:
    """A key as Textual names it, whether it is given so or as people write it."""
    return _NAMES.get(key) or key


def shown_keys(keys: Sequence[str]) -> str:
    """Keys as people write them."""
    return " ".join(_SHOWN.get(key, key.replace("ctrl+", "^")) for key in keys)
