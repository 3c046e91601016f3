"""TOML as people write it: a line that is wrong costs itself alone, and every value has a line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Toml", "read_toml"]

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_AT_END = re.compile(r" *\(at end of document\)")
_MOST_ERRORS = 20


@dataclass(frozen=True, slots=True)
class Toml:
    """A document.

    Attributes:
        values: what it says.
        errors: what in it is no TOML, by number of the line, from 1; those lines say nothing.
        lines: its lines, without what is no TOML.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[int, str] = field(default_factory=dict)
    lines: Sequence[str] = ()

    def line_of(self, path: Sequence[str]) -> int:
        """The line on which the value with that path of names begins, from 1; 0 where there is no such value.

        The shortest beginning of the document that holds the value ends with it, and what stands before the value can
        be read too: so the grammar is asked, and need not be known a second time. O(log n) readings of n lines.
        """
        low, high = 0, len(self.lines)
        if not _holds(self.values, path):
            return 0
        while low < high:
            middle = (low + high) // 2
            end = next(
                (end for end in range(middle, high) if (found := _until(self.lines, end)) is not None),
                high,
            )
            if end == high or _holds(found or {}, path):
                high = middle
            else:
                low = end + 1
        return _begin_of(self.lines, low)


def read_toml(text: str) -> Toml:
    """Take *text* apart; raises nothing."""
    lines = text.replace("\r\n", "\n").split("\n")
    errors: dict[int, str] = {}
    while len(errors) < _MOST_ERRORS:
        try:
            return Toml(tomllib.loads("\n".join(lines)), errors, lines)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            number = _number(str(error), lines)
            errors[number] = _AT_END.sub("", _AT_LINE.sub("", str(error))).strip()
            _strike(lines, number)
    return Toml({}, errors, ())


def _number(error: str, lines: Sequence[str]) -> int:
    """The line on which begins what *error* is about: what does not end is seen to be wrong lines later."""
    found = _AT_LINE.search(error)
    return _begin_of(lines, int(found[1]) if found is not None else len(lines))


def _begin_of(lines: Sequence[str], end: int) -> int:
    """The first line that says something after the last before line *end* up to which all can be read."""
    start = next(place for place in range(end - 1, -1, -1) if _until(lines, place) is not None)
    while start < end - 1 and lines[start].strip()[:1] in ("", "#"):
        start += 1
    return start + 1


def _until(lines: Sequence[str], end: int) -> dict[str, Any] | None:
    """What the first *end* lines say; None where they end within something."""
    try:
        return tomllib.loads("\n".join(lines[:end]))
    except tomllib.TOMLDecodeError:
        return None


def _strike(lines: list[str], number: int) -> None:
    """Empty a line; of a broken heading what stands under it too, or another table would get it."""
    is_heading = lines[number - 1].lstrip().startswith("[")
    lines[number - 1] = ""
    while is_heading and number < len(lines) and not lines[number].lstrip().startswith("["):
        lines[number] = ""
        number += 1


def _holds(values: Mapping[str, Any], path: Sequence[str]) -> bool:
    found: Any = values
    for name in path:
        if not isinstance(found, Mapping) or name not in found:
            return False
        found = found[name]
    return True
