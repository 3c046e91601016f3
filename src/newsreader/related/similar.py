"""How like two articles are: cosines of TF-IDF vectors (Salton and Buckley, 1988), each moved towards its neighbours.

Terms are numbers here, as the index keeps them. A moved vector is a sum, and so is its cosine with anything: of those
with its parts. What was measured: docs/decisions/how-related-articles-are-found.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp2, hypot, log, sqrt
from operator import mul
from typing import Protocol

__all__ = [
    "FLOOR",
    "LIKE",
    "MUTUAL",
    "NEIGHBOURS",
    "RANKING",
    "SHORT",
    "SHORT_STORIES",
    "STORIES",
    "Rarity",
    "Vector",
    "Weighed",
    "cosine",
    "dot",
    "length",
    "nearness",
    "neighbours",
    "pulls",
    "spread",
    "weighed",
]

FLOOR = 0.1
"""Least score that is worth showing."""

LIKE = 0.25
"""Least likeness that is, whatever the time between; of what people called one story a hundredth is less like."""

NEIGHBOURS = 3
"""How many of its nearest an article is moved towards; more hurt stories that few tell."""

MUTUAL = 5
"""Among how many of its nearest an article has to have another for the two to be neighbours of each other."""

SHORT = 24
"""Of fewer terms than this an article is little more than a headline."""

_NEIGHBOURS_OF_SHORT = 5
_TERMS = 96
_LARGEST = 255
_HALF_LIFE_HOURS = 7 * 24
# What age cannot take away: the background of a story is months old and still belongs beside it if it is like enough.
_LASTING = 0.25
# A neighbour that has the article among its own nearest tells the same; one that has nearer ones often does not.
RANKING, STORIES, SHORT_STORIES = (2.0, 0.8), (1.0, 1.0), (1.5, 0.6)
"""How far an article is moved where both are near each other, and where one is: far ranks better, less keeps apart."""

# Nearest of a handful is whatever there is; nearest of a hundred says that it tells the same.
_HANDFUL = 10
# A rare word says more, but not in proportion: the rarest are slips of the pen and names of bystanders.
_RARITY_POWER = 0.7
# Sub-linear term frequency for every count that is kept (a byte).
_FREQUENCY = (0.0, *(1 + log(count) for count in range(1, 256)))


class Rarity:
    """How much a term says by its rarity, in whole numbers up to 255.

    Args:
        rarity: by a term's number, its inverse document frequency, a byte each; terms past the end are new.
        steps: how many of what these count make a natural logarithm.
        total: among how many articles.
        own: by the number of a language, the same in an article of it, where that is something else.

    Attributes:
        total: likewise.
    """

    def __init__(self, rarity: bytes, steps: int, total: int, own: Mapping[int, bytes] | None = None) -> None:
        # Damped: a term that is twice as rare says less than twice as much.
        scale = _LARGEST ** (1 - _RARITY_POWER)
        table = bytes(round(scale * value**_RARITY_POWER) for value in range(_LARGEST + 1))
        self._damped = rarity.translate(table)
        self._own = {language: each.translate(table) for language, each in (own or {}).items()}
        self._new = table[min(_LARGEST, round(steps * log(total + 1)))]
        self.total = total

    def __getitem__(self, term: int) -> int:
        return self._damped[term] if term < len(self._damped) else self._new

    def of(self, terms: Sequence[int], language: int | None = None) -> list[int]:
        """Of several, in their order, in an article of that language; None: of any."""
        damped = self._own.get(language, self._damped) if language is not None else self._damped
        try:
            return list(map(damped.__getitem__, terms))
        except IndexError:
            return [damped[term] if term < len(damped) else self._new for term in terms]


@dataclass(frozen=True, slots=True)
class Vector:
    """An article as the terms that weigh most in it.

    Attributes:
        terms: their numbers, heaviest first.
        weights: of each, in whole numbers up to 255.
        unit: what these are times, so that the vector is of length 1.
    """

    terms: Sequence[int]
    weights: Sequence[int]
    unit: float


class Weighed(Protocol):
    """What has terms with weights, as `Vector` has."""

    @property
    def terms(self) -> Sequence[int]:
        """Their numbers."""

    @property
    def weights(self) -> Sequence[int]:
        """Of each."""

    @property
    def unit(self) -> float:
        """What these are times, so that the vector is of length 1."""


def weighed(
    terms: Sequence[int], counts: Sequence[int], rarity: Rarity, language: int | None = None
) -> Vector:
    """The heaviest of the terms that occur that often (at most 255 times): the others say little of an article.

    Args:
        terms: their numbers.
        counts: how often each occurs.
        rarity: of the terms.
        language: the number of that in which they are written; None where nobody knows.
    """
    weights = list(map(mul, map(_FREQUENCY.__getitem__, counts), rarity.of(terms, language)))
    chosen = sorted(range(len(weights)), key=weights.__getitem__, reverse=True)[:_TERMS]
    scale = _LARGEST / (weights[chosen[0]] or 1.0) if chosen else 1.0
    whole = [round(scale * weights[place]) for place in chosen]
    return Vector([terms[place] for place in chosen], whole, 1 / (hypot(*whole) or 1.0))


def dot(one: Mapping[int, float], other: Weighed) -> float:
    """The sum of the products of the weights of the terms that both have."""
    pairs = zip(other.terms, other.weights, strict=True)
    return other.unit * sum([one[term] * weight for term, weight in pairs if term in one])


def cosine(one: Weighed, other: Weighed) -> float:
    """Of two vectors."""
    return one.unit * dot(dict(zip(one.terms, one.weights, strict=True)), other)


def neighbours(vector: Weighed) -> int:
    """How many of its nearest rank what is like an article: a headline has so few words that it needs those of more."""
    return NEIGHBOURS if len(vector.weights) >= SHORT else _NEIGHBOURS_OF_SHORT


def pulls(
    likeness: Iterable[float], mutual: Iterable[bool], factors: tuple[float, float], *, among: int
) -> list[float]:
    """How far an article is moved towards each of its nearest.

    What they share grows, and their other words come in: two tellings of one story meet in the words of a third.

    Args:
        likeness: the cosine of each with the article.
        mutual: of each, whether the article is among its nearest too.
        factors: `RANKING`, `STORIES` or `SHORT_STORIES`.
        among: of how many articles they are the nearest.
    """
    trust = among / (among + _HANDFUL)
    both_ways, one_sided = factors
    pairs = zip(likeness, mutual, strict=True)
    return [trust * (both_ways if both else one_sided) * max(0.0, like) for like, both in pairs]


def length(pulls: Sequence[float], likeness: Sequence[float], between: Iterable[float]) -> float:
    """Of an article that was moved, from cosines alone.

    Args:
        pulls: how far towards each of its nearest.
        likeness: their cosines with it.
        between: their cosines with one another, as `combinations` pairs them.
    """
    crossed = sum(
        one * other * like for (one, other), like in zip(combinations(pulls, 2), between, strict=True)
    )
    whole = 1 + sum(map(mul, pulls, pulls)) + 2 * (sum(map(mul, pulls, likeness)) + crossed)
    return sqrt(max(1.0, whole))


def spread(parts: Iterable[tuple[Weighed, float]]) -> dict[int, float]:
    """The sum of vectors, each times a factor: number of a term to its weight."""
    found: dict[int, float] = {}
    for vector, factor in parts:
        factor *= vector.unit
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            found[term] = found.get(term, 0.0) + factor * weight
    return found


def nearness(hours: float, *, lasting: float = _LASTING) -> float:
    """What is left of a likeness between two articles that are that far apart: half after a week, but *lasting*."""
    return lasting + (1 - lasting) * exp2(-abs(hours) / _HALF_LIFE_HOURS)
