"""The kinds of values that a setting may have; each reader raises ValueError with what is wanted."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from datetime import timedelta

from newsreader.text.sanitise import clean_line

__all__ = [
    "colour", "command", "count", "keys", "lines", "one_of", "panes", "priority", "queries", "time", "time_or_never",
    "words", "yes_or_no",
]  # fmt: skip

_TIME = re.compile(r"(\d{1,4}) ?(m|min|h|d)")
_MINUTES = {"m": 1, "min": 1, "h": 60, "d": 24 * 60}
_COLOUR = re.compile("#[0-9a-f]{6}")
_LEAST, _MOST = timedelta(minutes=1), timedelta(days=31)


def words(value: object) -> str:
    """A line of words."""
    if not isinstance(value, str):
        raise ValueError("words in quotes are wanted")
    return clean_line(value, 500)


def command(value: object) -> str:
    """A command, with its words."""
    line = words(value)
    try:
        shlex.split(line)
    except ValueError as error:
        raise ValueError("a command as in a shell is wanted, its quotes in pairs") from error
    return line


def keys(value: object) -> tuple[str, ...]:
    """A key, or some."""
    found = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str) and each and each.isprintable() and " " not in each for each in found):
        raise ValueError('a key in quotes is wanted, or a list of keys, such as "b" or ["b", "ctrl+b"]')
    return tuple(found)


def queries(value: object) -> tuple[str, ...]:
    """A query, or some."""
    found = value if isinstance(value, list) else [value]
    lines = [clean_line(each, 500) for each in found if isinstance(each, str)]
    if len(lines) != len(found) or not all(lines):
        raise ValueError('queries in quotes are wanted, such as ["title:football", "source:Gossip"]')
    return tuple(lines)


def time(value: object) -> timedelta:
    """How long, in steps that people write."""
    found = _TIME.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    if found is None:
        raise ValueError('a time is wanted, such as "30m", "2h" or "1d"')
    return min(max(timedelta(minutes=int(found[1]) * _MINUTES[found[2]]), _LEAST), _MOST)


def time_or_never(value: object) -> timedelta | None:
    """How long; None for never."""
    return None if value == "never" else time(value)


def yes_or_no(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("true or false is wanted, without quotes")
    return value


def count(value: object) -> int:
    """How many."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**9:
        raise ValueError("a whole number is wanted, 0 for no limit")
    return value


def priority(value: object) -> int:
    """A priority."""
    if not isinstance(value, int) or isinstance(value, bool) or not -9 <= value <= 9:
        raise ValueError("a whole number from -9 to 9 is wanted")
    return value


def panes(value: object) -> tuple[str, ...]:
    """Panes that can be hidden."""
    found = tuple(value) if isinstance(value, list) else (value,)
    known = ("sources", "text", "related", "bookmarks")
    if not all(each in known for each in found):
        raise ValueError(
            f"some of {', '.join(known)} are wanted, such as {list(known[2:])}".replace("'", '"')
        )
    return found


def lines(value: object) -> int:
    """How many lines."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 2:
        raise ValueError("1 or 2 is wanted, or 0 for as many as there is room for")
    return value


def colour(value: object) -> str:
    """A colour, as `#rrggbb`."""
    found = value.strip().lower() if isinstance(value, str) else ""
    if not _COLOUR.fullmatch(found):
        raise ValueError('a colour is wanted, such as "#e8b86d"')
    return found


def one_of(*known: str) -> Callable[[object], str]:
    """Reads one of *known*."""

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            raise ValueError(f"one of {', '.join(known)} is wanted")
        return value

    return read
