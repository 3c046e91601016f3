"""Puts lines together again that were broken at a margin, and words that were broken with a hyphen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsreader.parse.plain.lines import is_spaceless
from newsreader.text.words import fold

__all__ = ["glued"]

_HYPHENS = "-\u2010"
_SOFT = "\u00ad"
# What stands before a hyphen that belongs to the word: these are joined with one in several languages.
_FREE = frozenset(
    "non anti ex self co pre mid half multi semi long short high low well all cross part post pro ultra vice mini"
    " quasi two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety one"
    " first second third year so far full last old new then out off on in up down top best left"
    " right north south east west".split()
)


def glued(lines: Sequence[str], words: Callable[[], frozenset[str]]) -> str:
    """*lines* as one. *words* gives those of the page: they show whether a hyphen is the word's or the margin's."""
    pieces = [lines[0]]
    for line in lines[1:]:
        last = pieces[-1]
        if last[-1] in _HYPHENS or last[-1] == _SOFT:
            pieces[-1] = _without_hyphen(last, line, words)
        elif not (is_spaceless(last[-1]) and is_spaceless(line[0])):
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)


def _without_hyphen(last: str, line: str, words: Callable[[], frozenset[str]]) -> str:
    """*last* as it stands before *line*: without its hyphen where the margin put it there."""
    if last[-1] == _SOFT:
        return last[:-1]
    before, after = last[:-1].split(" ")[-1].lower(), line.split(" ", 1)[0].rstrip(".,;:!?)\"'”’").lower()
    if not before[-1:].isalpha():
        return last if before else last + " "
    if not line[0].islower():
        return last
    return last if _is_compound(before.lstrip("\"'“‘(«"), after, words()) else last[:-1]


def _is_compound(before: str, after: str, words: frozenset[str]) -> bool:
    if before + after in words:
        return False
    if f"{before}-{after}" in words or fold(before) in _FREE or "-" in before:
        return True
    return before in words and after in words
