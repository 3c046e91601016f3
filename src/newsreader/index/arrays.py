"""Many values as one of a statement: SQLite's `json_each` gives them back."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

__all__ = ["json_array"]


def json_array(values: Iterable[int | str]) -> str:
    """*values* for `IN (SELECT value FROM json_each(?))`, however many there are."""
    return orjson.dumps(list(values)).decode()
