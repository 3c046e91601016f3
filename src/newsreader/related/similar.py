"""How like two articles are: cosines of TF-IDF vectors (Salton and Buckley, 1988), each moved towards its neighbours.

Terms are numbers here, as the index keeps them. What was measured: docs/decisions/how-related-articles-are-found.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import repeat
from math import exp2, log, sqrt
from operator import mul

__all__ = [
    "FLOOR",
    "MUTUAL",
    "NEIGHBOURS",
    "SHORT",
    "Rarity",
    "Vector",
    "cosine",
    "expanded",
    "heaviest",
    "nearness",
    "shared",
    "weighed",
]

FLOOR = 0.1
"""Least score that is worth showing."""

NEIGHBOURS = 3
"""How many of its nearest an article is moved towards; more hurt stories that few tell."""

MUTUAL = 5
"""Among how many of its nearest an article has to have another for the two to be neighbours of each other."""

SHORT = 24
"""Of fewer terms than this an article is little more than a headline."""

_TERMS = 96
_HALF_LIFE_HOURS = 7 * 24
# What age cannot take away: the background of a story is months old and still belongs beside it if it is like enough.
_LASTING = 0.25
# A neighbour that has the article among its own nearest tells the same; one that has nearer ones often does not.
_MUTUAL, _ONE_SIDED, _EVEN = 1.5, 0.6, 1.0
# A rare word says more, but not in proportion: the rarest are slips of the pen and names of bystanders.
_RARITY_POWER = 0.7
# Sub-linear term frequency for every count that is kept (a byte).
_FREQUENCY = (0.0, *(1 + log(count) for count in range(1, 256)))


class Rarity(dict[int, float]):
    """A term's number to its inverse document frequency, damped: nearly 0 if every article of its language has it.

    Among eight articles in French between eighty in English every French word is rare, unless one counts by language.

    Args:
        articles: by a term's number, in how many articles it is; numbers past the end are in none.
        rarity: by a term's number, its inverse document frequency in natural logarithms.
        total: how many articles there are.
    """

    def __init__(self, articles: Sequence[int], rarity: Sequence[float], total: int) -> None:
        super().__init__()
        self._articles = articles
        self._rarity = rarity
        self._total = total

    def __missing__(self, term: int) -> float:
        known = self._rarity[term] if self.articles(term) else log(self._total + 1)
        self[term] = found = float(max(0.0, known) ** _RARITY_POWER)
        return found

    def articles(self, term: int) -> int:
        """In how many articles the term is."""
        return min(self._total, self._articles[term]) if term < len(self._articles) else 0

    @property
    def total(self) -> int:
        """How many articles there are."""
        return self._total


@dataclass(frozen=True, slots=True)
class Vector:
    """An article as weighed terms, of length 1.

    Attributes:
        terms: their numbers.
        weights: one for each.
    """

    terms: Sequence[int]
    weights: Sequence[float]

    def as_dict(self) -> dict[int, float]:
        """Number of a term to its weight."""
        return dict(zip(self.terms, self.weights, strict=True))


def heaviest(terms: Sequence[int], counts: Sequence[int], rarity: Rarity) -> dict[int, int]:
    """The terms that weigh most in an article, with their counts, heaviest first: the others say little of it."""
    pairs = zip(terms, counts, strict=True)
    chosen = nlargest(_TERMS, pairs, key=lambda pair: _FREQUENCY[min(255, pair[1])] * rarity[pair[0]])
    return dict(chosen)


def weighed(terms: Sequence[int], counts: Sequence[int], rarity: Rarity) -> Vector:
    """Terms that occur that often (at most 255 times) as a vector."""
    frequencies = map(_FREQUENCY.__getitem__, counts)
    weights = list(map(mul, frequencies, map(rarity.__getitem__, terms)))
    length = sqrt(sum(map(mul, weights, weights))) or 1.0
    return Vector(terms, [weight / length for weight in weights])


def cosine(one: Mapping[int, float], other: Vector) -> float:
    """Of two vectors of length 1."""
    return float(sum(map(mul, other.weights, map(one.get, other.terms, repeat(0.0)))))


def expanded(own: Vector, near: Iterable[tuple[Vector, bool]], *, gently: bool = False) -> dict[int, float]:
    """*own* moved towards the vectors that are nearest to it, of length 1.

    What they share grows, and their other words come in: two tellings of one story meet in the words of a third.

    Args:
        own: the article's.
        near: its nearest, each with whether the article is among the nearest of that one too.
        gently: whether to move it less, and towards all alike: keeps stories apart, where the other way ranks better.
    """
    mine = own.as_dict()
    found = dict(mine)
    for other, mutual in near:
        likeness = max(0.0, cosine(mine, other))
        factor = likeness * (_EVEN if gently else _MUTUAL if mutual else _ONE_SIDED)
        for term, weight in zip(other.terms, other.weights, strict=True):
            found[term] = found.get(term, 0.0) + factor * weight
    length = sqrt(sum(map(mul, found.values(), found.values()))) or 1.0
    return {term: weight / length for term, weight in found.items()}


def shared(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    """Number of a term that both have to its part of their cosine, largest first."""
    parts = {term: one[term] * weight for term, weight in other.items() if term in one}
    return dict(sorted(parts.items(), key=lambda part: (-part[1], part[0])))


def nearness(hours: float, *, lasting: float = _LASTING) -> float:
    """What is left of a likeness between two articles that are that far apart: half after a week, but *lasting*."""
    return lasting + (1 - lasting) * exp2(-abs(hours) / _HALF_LIFE_HOURS)
