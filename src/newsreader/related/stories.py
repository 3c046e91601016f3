"""Which articles tell the same story: average linkage, one article after another as they come or all at once.

What was measured: docs/decisions/how-related-articles-are-found.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import product

__all__ = ["CAP", "average", "joined", "linked", "misfit"]

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


def linked(
    alike: Mapping[tuple[int, int], float],
    likeness: Likeness,
    *,
    same: Collection[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Which articles make stories, whatever the order in which they came: those that are likest join first.

    Average linkage from the bottom up (Sokal and Michener, 1958).

    Args:
        alike: the likeness of those that may belong together, the smaller number of each pair first.
        likeness: of any others.
        same: pairs that somebody said are one story.
        apart: pairs that somebody said are not one story, both ways round.

    Returns:
        Groups of two articles or more.
    """
    linkage = _Linkage(alike, likeness, apart)
    for one, other in same:
        linkage.add(one, other)
    linkage.run()
    return [group for group in linkage.groups.values() if len(group) > 1]


class _Linkage:
    """Groups by the number of the article that began each, and the sums of what pairs of articles they have."""

    def __init__(
        self,
        alike: Mapping[tuple[int, int], float],
        likeness: Likeness,
        apart: Collection[tuple[int, int]],
    ) -> None:
        self.groups: dict[int, list[int]] = {}
        self._likeness = likeness
        self._apart = apart
        self._sums = dict(alike)
        self._beside: dict[int, set[int]] = {}
        for one, other in alike:
            self._begin(one).add(other)
            self._begin(other).add(one)
        self._best = [(-like, *pair) for pair, like in alike.items() if like >= 1]
        heapify(self._best)

    def add(self, one: int, other: int) -> None:
        """Make one group of those of two articles, whatever their likeness."""
        first, second = self._name(one), self._name(other)
        if first != second and not _any(self.groups[first], self.groups[second], self._apart):
            self._join(first, second)

    def run(self) -> None:
        """Join what is alike, the likest first."""
        while self._best:
            likeness, one, other = heappop(self._best)
            if one in self.groups and other in self.groups and -likeness == self._average(one, other):
                mine, yours = self.groups[one], self.groups[other]
                if len(mine) + len(yours) <= CAP and not _any(mine, yours, self._apart):
                    self._join(one, other)

    def _name(self, article: int) -> int:
        found = next((name for name, group in self.groups.items() if article in group), None)
        if found is None:
            self._begin(article)
        return article if found is None else found

    def _begin(self, article: int) -> set[int]:
        self.groups.setdefault(article, [article])
        return self._beside.setdefault(article, set())

    def _join(self, one: int, other: int) -> None:
        beside = (self._beside[one] | self._beside.pop(other)) - {one, other}
        sums = {each: self._sum(one, each) + self._sum(other, each) for each in beside}
        self.groups[one] += self.groups.pop(other)
        self._beside[one] = beside
        for each, whole in sums.items():
            self._beside[each] = self._beside[each] - {other} | {one}
            self._sums.pop(_ordered(other, each))
            self._sums[_ordered(one, each)] = whole
            likeness = self._average(one, each)
            if likeness >= 1:
                heappush(self._best, (-likeness, *_ordered(one, each)))

    def _average(self, one: int, other: int) -> float:
        return self._sum(one, other) / (len(self.groups[one]) * len(self.groups[other]))

    def _sum(self, one: int, other: int) -> float:
        pair = _ordered(one, other)
        if pair not in self._sums:
            pairs = product(self.groups[one], self.groups[other])
            self._sums[pair] = sum(self._likeness(*_ordered(*each)) for each in pairs)
        return self._sums[pair]


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


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
