"""Single values of the library's files to plain JSON and back.

Reading raises TypeError or ValueError when a value is not what it should be.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

__all__ = ["Json", "text", "texts", "time_from_json", "time_of", "time_to_json", "whole", "without_empty"]

Json = dict[str, Any]
"""An object of a file."""


def time_to_json(at: datetime) -> str:
    """RFC 3339, in UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def time_from_json(value: Any) -> datetime | None:
    """The time that was written; None where there is none."""
    if value is None:
        return None
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError(f"a time without a zone: {value!r}")
    return at


def time_of(value: Any) -> datetime:
    """As `time_from_json`, where there has to be one."""
    at = time_from_json(value)
    if at is None:
        raise ValueError("a time is missing")
    return at


def text(value: Any) -> str:
    """*value*, which has to be text."""
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {type(value).__name__}")
    return value


def texts(value: Any) -> tuple[str, ...]:
    """*value*, which has to be a list of texts."""
    if not isinstance(value, list):
        raise TypeError(f"a list expected, not {type(value).__name__}")
    return tuple(text(item) for item in value)


def whole(value: Any) -> int:
    """*value*, which has to be a whole number."""
    if not isinstance(value, int):
        raise TypeError(f"a whole number expected, not {type(value).__name__}")
    return value


def without_empty(values: Json) -> Json:
    """*values* without those that are empty."""
    return {name: value for name, value in values.items() if value not in (None, "", False, 0, [], (), {})}
