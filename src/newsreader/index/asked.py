"""What is asked of articles, as conditions for SQLite and FTS5 that can be put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["MATCH", "Asked", "all_of", "any_of", "searchable"]

MATCH = "a.key IN (SELECT rowid FROM words WHERE words MATCH ?)"
"""Asks for an FTS5 expression."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an article: all of it must hold.

    Attributes:
        conditions: SQL, with the articles named `a`.
        values: one for each `?` in the conditions.
        match: words that must be there, as an FTS5 expression; "" for none.
        unmatch: words of which none may be there, likewise.
    """

    conditions: tuple[str, ...] = ()
    values: tuple[str | int, ...] = ()
    match: str = ""
    unmatch: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self.conditions or self.match or self.unmatch)

    def as_condition(self) -> tuple[str, tuple[str | int, ...]]:
        """All of it, words too, as one piece of SQL and its values."""
        conditions, values = list(self.conditions), list(self.values)
        if self.match:
            conditions.append(MATCH)
            values.append(self.match)
        if self.unmatch:
            conditions.append(f"NOT {MATCH}")
            values.append(self.unmatch)
        return " AND ".join(conditions) or "1", tuple(values)


def all_of(parts: Sequence[Asked]) -> Asked:
    """What asks for all of *parts*."""
    return Asked(
        tuple(condition for part in parts for condition in part.conditions),
        tuple(value for part in parts for value in part.values),
        " AND ".join(f"({part.match})" for part in parts if part.match),
        " OR ".join(f"({part.unmatch})" for part in parts if part.unmatch),
    )


def any_of(parts: Sequence[Asked]) -> Asked:
    """What asks for one of *parts* at least; those that ask for nothing, such as a lone dash, are left out."""
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return parts[0] if parts else Asked()
    if all(part.match and not part.conditions for part in parts):
        return Asked(match=" OR ".join(f"({part.match})" for part in parts))
    pieces = [part.as_condition() for part in parts]
    either = " OR ".join(f"({condition})" for condition, _ in pieces)
    return Asked((f"({either})",), tuple(value for _, values in pieces for value in values))


def searchable(text: str) -> str:
    """*text* with "?" for what SQLite cannot take: NUL, and what a command line in no UTF-8 gives."""
    return text.replace("\0", "?").encode("utf-8", "replace").decode()
