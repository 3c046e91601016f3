"""Which stories are hot: told by many, of whom those count little that tell everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import log

__all__ = ["heat"]

_COPY = 0.5


def heat(told: Mapping[str, Mapping[tuple[object, ...], bool]]) -> list[tuple[str, float]]:
    """Rank stories by who tells them.

    A teller weighs log(1 + T / n) / log(1 + T), where it tells n of all T stories: 1 if it tells that one alone, next
    to nothing if it tells all. Who prints a copy alone counts half.

    Args:
        told: story to its tellers, and whether each tells it in its own words.

    Returns:
        Stories of two tellers or more with their heat, hottest first, then as they came.
    """
    stories = {story: tellers for story, tellers in told.items() if len(tellers) > 1}
    tells = Counter(teller for tellers in stories.values() for teller in tellers)
    whole = log(1 + len(stories)) or 1.0
    scores = {
        story: sum(
            log(1 + len(stories) / tells[teller]) / whole * (1.0 if own else _COPY)
            for teller, own in tellers.items()
        )
        for story, tellers in stories.items()
    }
    return sorted(scores.items(), key=lambda scored: -scored[1])
