"""The orders in which a list may stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

__all__ = ["Found", "by_day", "by_source", "by_story", "folded"]

Found = tuple[int, int | None, int, int]
"""An article of a list, newest first: its key, its story, its source, and when it came, milliseconds since 1970."""

_DAY_MS = 86_400_000


def by_day(found: Iterable[Found], priorities: Mapping[int, int], offset_ms: int) -> Iterator[Found]:
    """Within each day those of a source with a higher priority first; days as they are *offset_ms* east of Greenwich.

    A list need not be read to its end for its first days.
    """
    for _, day in groupby(found, key=lambda each: (each[3] + offset_ms) // _DAY_MS):
        yield from sorted(day, key=lambda each: -priorities.get(each[2], 0))


def by_source(found: Iterable[Found], places: Mapping[int, int]) -> list[Found]:
    """Source by source, by the places that the sources have among themselves."""
    return sorted(found, key=lambda each: places.get(each[2], len(places)))


def by_story(found: Iterable[Found]) -> list[Found]:
    """By how many articles of the list tell the same, most first."""
    listed = list(found)
    told = Counter(each[1] for each in listed)
    return sorted(listed, key=lambda each: -(told[each[1]] if each[1] is not None else 1))


def folded(found: Iterable[Found]) -> Iterator[Found]:
    """Of each story only the first: under any condition, and as far as is asked."""
    seen: set[int] = set()
    for each in found:
        if each[1] is None:
            yield each
        elif each[1] not in seen:
            seen.add(each[1])
            yield each
