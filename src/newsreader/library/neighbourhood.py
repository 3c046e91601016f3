"""Articles as vectors among their nearest, out of the index; what was read or reckoned once is kept for the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsreader.index.vectors import StoredVector
from newsreader.library.context import Context
from newsreader.related.similar import MUTUAL, NEIGHBOURS, SHORT, Vector, cosine, expanded, weighed

__all__ = ["Near", "Neighbourhood"]

_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Near:
    """An article as far as likeness goes.

    Attributes:
        stored: what the index has of it.
        vector: its terms, weighed.
    """

    stored: StoredVector
    vector: Vector


class Neighbourhood:
    """Asks the index for vectors. Meant to live for a moment, or for as long as nobody else changes them.

    Args:
        context: the library.
        for_stories: whether long articles are moved towards their nearest more gently, so that stories stay apart.

    Attributes:
        rarity: of the terms in the library.
    """

    def __init__(self, context: Context, *, for_stories: bool = False) -> None:
        self._for_stories = for_stories
        self._index = context.index
        self.rarity = context.rarity.of(context.index.features.frequencies())
        self._near: dict[int, Near] = {}
        self._expanded: dict[int, tuple[dict[int, float], Vector]] = {}

    def load(self, keys: Iterable[int]) -> None:
        """Read the vectors of articles that are not read yet, all at once."""
        if len(self._near) > _MOST_KEPT:
            self._near.clear()
            self._expanded.clear()
        wanted = [key for key in keys if key not in self._near]
        if wanted:
            for stored in self._index.vectors.get(wanted):
                vector = weighed(stored.terms, stored.counts, self.rarity)
                self._near[stored.key] = Near(stored, vector)

    def get(self, key: int) -> Near | None:
        """One article; None where it cannot be shown or has no vector."""
        self.load([key])
        return self._near.get(key)

    def forget(self, keys: Iterable[int]) -> None:
        """Say that the vectors or the neighbours of articles changed."""
        for key in keys:
            self._near.pop(key, None)
            self._expanded.pop(key, None)

    def load_expanded(self, keys: Iterable[int]) -> None:
        """Read what `expanded` needs for these articles, all at once."""
        wanted = [key for key in keys if key not in self._expanded]
        self.load(wanted)
        self.load(
            near
            for key in wanted
            if (found := self._near.get(key))
            for near in found.stored.near[:NEIGHBOURS]
        )

    def expanded(self, key: int) -> Mapping[int, float]:
        """An article moved towards its nearest; nothing where it cannot be shown or has no vector."""
        return self._both(key)[0]

    def expanded_vector(self, key: int) -> Vector:
        """The same in the form that is compared with."""
        return self._both(key)[1]

    def _both(self, key: int) -> tuple[dict[int, float], Vector]:
        if key not in self._expanded:
            self.load_expanded([key])
            found = self._near.get(key)
            if found is None:
                return {}, Vector((), ())
            if any(each not in self._near for each in found.stored.near[:NEIGHBOURS]):
                self.load(found.stored.near)  # one is gone: the next takes its place
            near = [self._near[each] for each in found.stored.near if each in self._near][:NEIGHBOURS]
            both_ways = [(each.vector, key in each.stored.near[:MUTUAL]) for each in near]
            gently = self._for_stories and len(found.stored.terms) >= SHORT
            moved = expanded(found.vector, both_ways, gently=gently)
            self._expanded[key] = moved, Vector(list(moved), list(moved.values()))
        return self._expanded[key]

    def nearest(self, vector: Vector, *, own: int, looked_at: int, rows: int) -> list[tuple[float, int]]:
        """The articles whose vectors are nearest to *vector*: (cosine, key), nearest first, without *own*.

        Args:
            vector: heaviest term first.
            own: the key of an article that is left out.
            looked_at: how many candidates are compared.
            rows: as `VectorTable.sharing` has it.
        """
        weights = vector.as_dict()
        keys = self._index.vectors.sharing(weights, most=looked_at, rows=rows)
        self.load(keys)
        found = [(cosine(weights, near.vector), key) for key in keys if (near := self._near.get(key))]
        return sorted((each for each in found if each[1] != own), reverse=True)
