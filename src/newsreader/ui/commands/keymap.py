"""Keys as their user wants them: the habits of other readers, and keys of single commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsreader.model.settings import Config
from newsreader.ui.commands.command import Command, key_name, shown_keys

__all__ = ["HABITS", "rebound"]

HABITS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "vim": {},
    "newsboat": {
        "bookmark": ("ctrl+b", "b"),
        "link-hints": (";", "u"),
        "right": ("right",),
        "mark": ("A", "C"),
        "read": ("N",),
        "refresh": ("R", "ctrl+r", "f5"),
        "refresh-source": ("r",),
        "top": ("home", "g"),
        "undo": ("ctrl+z",),
        "unread": ("l",),
    },
    "netnewswire": {
        "bookmark": ("s",),
        "browse": ("b",),
        "down": ("down", "j"),
        "mark": ("k",),
        "next-unread": ("n", "+"),
        "previous-unread": ("-",),
        "read": ("m", "u"),
        "up": ("up",),
    },
}
"""What each keymap has other than this reader's own keys, by the command's id."""


def rebound(
    commands: Sequence[Command], config: Config
) -> tuple[tuple[Command, ...], dict[tuple[str, ...], str]]:
    """*commands* with the keys that *config* gives them, and what is wrong with its keys, by path of the setting.

    A key that is given to a command is taken from all others.
    """
    known = {each.id for each in commands}
    wanted = {name: keys for name, keys in HABITS[config.keymap].items() if name in known}
    wanted |= {name: keys for name, keys in config.keys.items() if name in known}
    keys = {name: tuple(dict.fromkeys(map(key_name, found))) for name, found in wanted.items()}
    wrong: dict[tuple[str, ...], str] = {
        ("keys", name): _UNKNOWN for name in config.keys if name not in known
    }
    wrong |= _clashes({name: keys[name] for name in config.keys if name in known})
    taken = {key for found in keys.values() for key in found}
    return tuple(_with_keys(each, keys, taken) for each in commands), wrong


def _with_keys(command: Command, keys: Mapping[str, tuple[str, ...]], taken: set[str]) -> Command:
    own = keys.get(command.id)
    if own is None:
        own = tuple(key for key in command.keys if key_name(key) not in taken)
    return command if own == command.keys else replace(command, keys=own)


def _clashes(keys: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    first: dict[str, str] = {}
    wrong: dict[tuple[str, ...], str] = {}
    for name, found in keys.items():
        for key in found:
            if first.setdefault(key, name) != name:
                wrong["keys", name] = f"{shown_keys([key])} is the key of {first[key]} already"
    return wrong


_UNKNOWN = "there is no such command; ? lists them"
