"""Articles as vectors among their nearest, out of the index; what was read or reckoned once is kept for the next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from newsreader.index.vectors import Nearest, StoredVector
from newsreader.library.context import Context
from newsreader.related.similar import (
    MUTUAL,
    NEIGHBOURS,
    RANKING,
    SHORT,
    SHORT_STORIES,
    STORIES,
    Vector,
    cosine,
    dot,
    length,
    neighbours,
    pulls,
    spread,
)

__all__ = ["Neighbourhood", "Standpoint"]

_MOST_KEPT = 4_000
_NOTHING = Vector((), (), 1.0)


class Neighbourhood:
    """Asks the index for vectors. Meant to live for a moment, or for as long as nobody else changes them.

    Args:
        context: the library.
        for_stories: whether articles are moved towards their nearest more gently, so that stories stay apart.

    Attributes:
        rarity: of the terms in the library.
        turned: the articles that are moved towards others since `put_nearest`; who asks takes out what is done.
    """

    def __init__(self, context: Context, *, for_stories: bool = False) -> None:
        self._for_stories = for_stories
        self._index = context.index
        self.rarity = context.rarity.of(context.index.features.frequencies())
        self._near: dict[int, StoredVector] = {}
        self._moved: dict[int, Sequence[tuple[int, float]]] = {}
        self._changed: dict[int, Nearest] = {}
        self.turned: set[int] = set()

    def load(self, keys: Iterable[int]) -> None:
        """Read the vectors of articles that are not read yet, all at once."""
        wanted = [key for key in keys if key not in self._near]
        if wanted:
            for stored in self._index.vectors.get(wanted):
                self._near[stored.key] = stored

    def load_around(self, keys: Iterable[int]) -> None:
        """Read the vectors of articles and of those that they are moved towards, all at once."""
        wanted = [key for key in keys if key not in self._moved]
        self.load(wanted)
        found = filter(None, map(self._near.get, wanted))
        self.load({near for each in found for near in each.near.keys[: neighbours(each)]})

    def get(self, key: int) -> StoredVector | None:
        """One article; None where it cannot be shown or has no vector."""
        if key not in self._near:
            self.load([key])
        return self._near.get(key)

    def forget(self, keys: Iterable[int]) -> None:
        """Say that the vectors of articles changed."""
        for key in keys:
            self._near.pop(key, None)
            self._moved.pop(key, None)

    def put_nearest(self, key: int, near: Sequence[tuple[float, int]]) -> None:
        """Say which articles, with their cosines, are nearest to one from now on; `write` keeps it."""
        own = self._near[key]
        keys = [other for _, other in near]
        old = own.near
        towards = neighbours(own)
        same = keys[:towards] == list(old.keys[:towards])
        between = old.between if same else self._between(keys[:towards])
        nearest = Nearest(keys, [like for like, _ in near], between)
        self._near[key] = StoredVector(own.key, own.at_ms, own.terms, own.weights, own.unit, nearest)
        self._changed[key] = nearest
        if keys[:NEIGHBOURS] != list(old.keys[:NEIGHBOURS]):
            self.turned.add(key)
        for each in (key, *keys, *old.keys):  # it may be among the nearest of theirs, or no longer
            self._moved.pop(each, None)

    def write(self) -> None:
        """Put into the index what changed; within a batch."""
        self._index.vectors.put_nearest(self._changed)
        self._changed.clear()
        self.tidy()

    def tidy(self) -> None:
        """Keep no more in memory than is sensible."""
        if len(self._near) > _MOST_KEPT:
            self._near.clear()
            self._moved.clear()

    def _between(self, keys: Sequence[int]) -> list[float]:
        self.load(keys)
        return [self._cosine(one, other) for one, other in combinations(keys, 2)]

    def _cosine(self, one: int, other: int) -> float:
        mine, yours = self._near.get(one), self._near.get(other)
        if mine is None or yours is None:
            return 0.0
        # What stands near another mostly stands near the third as well, and was compared with it then.
        for near, key in ((mine.near, other), (yours.near, one)):
            if key in near.keys:
                return near.likeness[near.keys.index(key)]
        return cosine(mine, yours)

    def moved(self, key: int) -> Sequence[tuple[int, float]]:
        """An article moved towards its nearest, as the sum of which vectors times what; none where it has no vector."""
        if key not in self._moved:
            self.load_around([key])
            if key not in self._near:
                return ()
            self._moved[key] = self._parts(self._near[key])
        return self._moved[key]

    def _parts(self, own: StoredVector) -> Sequence[tuple[int, float]]:
        key, nearest, towards = own.key, own.near, neighbours(own)
        keys, likeness, between = nearest.keys[:towards], nearest.likeness[:towards], nearest.between
        if any(each not in self._near for each in keys):  # one is gone: the next takes its place
            self.load(nearest.keys)
            pairs = zip(nearest.keys, nearest.likeness, strict=True)
            left = [pair for pair in pairs if pair[0] in self._near][:towards]
            keys, likeness = [each for each, _ in left], [like for _, like in left]
            between = self._between(keys)
        mutual = (key in self._near[each].near.keys[:MUTUAL] for each in keys)
        moved = pulls(likeness, mutual, self._factors(own), among=self.rarity.total)
        if self._for_stories:  # the words of more make one story of two
            moved[NEIGHBOURS:] = [0.0] * len(moved[NEIGHBOURS:])
        unit = 1 / length(moved, likeness, between)
        return [(key, unit), *((each, unit * pull) for each, pull in zip(keys, moved, strict=True) if pull)]

    def _factors(self, vector: StoredVector) -> tuple[float, float]:
        if not self._for_stories:
            return RANKING
        return STORIES if len(vector.weights) >= SHORT else SHORT_STORIES

    def spread(self, key: int) -> dict[int, float]:
        """The same written out: number of a term to its weight."""
        return spread((self._near[each], factor) for each, factor in self.moved(key))


class Standpoint:
    """Tells how like articles are to one text; looks at each vector once.

    Args:
        hood: where vectors come from.
        moved: the text, moved towards its nearest: number of a term to its weight.
    """

    def __init__(self, hood: Neighbourhood, moved: Mapping[int, float]) -> None:
        self._hood = hood
        self._text = moved
        self._known: dict[int, float] = {}

    def plain(self, key: int) -> float:
        """The cosine of an article as it is."""
        if key not in self._known:
            found = self._hood.get(key)
            self._known[key] = dot(self._text, found) if found is not None else 0.0
        return self._known[key]

    def likeness(self, key: int) -> float:
        """The cosine of an article moved towards its nearest; 0 where it cannot be shown or has no vector."""
        return sum([factor * self.plain(each) for each, factor in self._hood.moved(key)])

    def nearest(self, candidates: Collection[int]) -> list[tuple[float, int]]:
        """Articles as they are: (cosine, key), nearest first; those that can be shown alone."""
        self._hood.load(candidates)
        return sorted(((self.plain(key), key) for key in candidates if self._hood.get(key)), reverse=True)
