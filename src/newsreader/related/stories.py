"""Which articles tell the same story: average linkage, one article after another as they come.

What was measured: docs/decisions/how-related-articles-are-found.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import product

__all__ = ["CAP", "average", "joined", "misfit"]

CAP = 60
"""Most tellings that a story grows to: what is told more often is a subject, not an event."""

_SAMPLED = 12

Likeness = Callable[[int, int], float]


def joined(
    groups: Sequence[Sequence[int]],
    likeness: Likeness,
    *,
    same: Collection[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
) -> list[int]:
    """Which groups of articles make one story with the first.

    The one whose articles are likest on average joins first; then the next is compared with both; and so on.

    Args:
        groups: articles by number, each group in order of time; the first is the one in question.
        likeness: of two articles; 1 or more says that they tell the same story.
        same: pairs that somebody said are one story, both ways round; no group that holds one stays out.
        apart: pairs that somebody said are not one story, both ways round.

    Returns:
        Places in *groups*, the first among them, in the order in which they joined.
    """
    story = list(groups[0])
    # What the article does not fit to, it does not bridge to either.
    fitting = [
        place
        for place, group in enumerate(groups)
        if place and (_any(story, group, same) or average(story, group, likeness) >= 1)
    ]
    found, left = [0], fitting
    while left:
        said = [place for place in left if _any(story, groups[place], same)]
        best = said[0] if said else max(left, key=lambda place: average(story, groups[place], likeness))
        left.remove(best)
        if not said and average(story, groups[best], likeness) < 1:
            break
        fits = said or len(story) + len(groups[best]) <= CAP
        if fits and not _any(story, groups[best], apart):
            story += groups[best]
            found.append(best)
    return found


def _any(one: Sequence[int], other: Sequence[int], pairs: Collection[tuple[int, int]]) -> bool:
    return bool(pairs) and any(pair in pairs for pair in product(one, other))


def average(one: Sequence[int], other: Sequence[int], likeness: Likeness) -> float:
    """The likeness of the articles of two groups on average; of large ones, of their first and last."""
    pairs = list(product(_sample(one), _sample(other)))
    return sum(likeness(*pair) for pair in pairs) / len(pairs)


def misfit(group: Sequence[int], apart: Collection[tuple[int, int]]) -> int | None:
    """The article of *group* that somebody set apart from most others of it, the last of equals; None for none."""
    counts = {one: sum((one, other) in apart for other in group) for one in group}
    worst = max(group, key=lambda one: (counts[one], group.index(one)), default=None)
    return worst if worst is not None and counts[worst] else None


def _sample(group: Sequence[int]) -> Sequence[int]:
    half = _SAMPLED // 2
    return group if len(group) <= _SAMPLED else [*group[:half], *group[-half:]]
