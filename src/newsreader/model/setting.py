"""What a person chose for the library as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One choice, as library.json keeps it.

    Attributes:
        id: its name, such as `retention`.
        value: plain JSON; None once it was taken back.
        changed_at: when it was made, milliseconds since 1970.
    """

    id: str
    value: Any
    changed_at: int = 0
