"""What was listed last: numbers stand for it until something else is listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Listing"]

_AT_ONCE = 10
"""So many lines are heard before more are asked for."""


@dataclass
class Listing:
    """Articles or sources, numbered from 1.

    Attributes:
        what: what one of them is.
        ids: their ids.
        lines: what is said of each.
        told: how many were told.
    """

    what: str = "article"
    ids: Sequence[str] = ()
    lines: Sequence[str] = ()
    told: int = 0

    def more(self) -> list[str]:
        """The next lines, each behind its number; none where all were told."""
        first, self.told = self.told, min(self.told + _AT_ONCE, len(self.ids))
        return [f"{number + 1}. {self.lines[number]}" for number in range(first, self.told)]

    def id_of(self, word: str) -> str | None:
        """The id that a number stands for; None where nothing has that number."""
        number = int(word) if word.isascii() and word.isdigit() and len(word) < 10 else 0
        return self.ids[number - 1] if 0 < number <= len(self.ids) else None

    @property
    def left(self) -> int:
        """How many were not told yet."""
        return len(self.ids) - self.told
