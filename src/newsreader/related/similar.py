"""How like two articles are: the cosine of their TF-IDF vectors (Salton and Buckley, 1988), and nearness in time.

Terms are numbers here, as the index keeps them. What was measured: docs/decisions/how-related-articles-are-found.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import exp2, log, sqrt
from operator import mul

__all__ = ["FLOOR", "Candidate", "Rarity", "Scored", "rank"]

FLOOR = 0.1
"""Least score that is worth showing."""

_HOUR_MS = 3_600_000
_HALF_LIFE_HOURS = 7 * 24
# What age cannot take away: the background of a story is months old and still belongs beside it if it is like enough.
_LASTING = 0.25
_SAME_STORY = 0.3
_SAME_STORY_HOURS = 5 * 24
# Sub-linear term frequency for every count that is kept (a byte).
_FREQUENCY = (0.0, *(1 + log(count) for count in range(1, 256)))


class Rarity(dict[int, float]):
    """A term's number to its inverse document frequency, in natural logarithms: nearly 0 if every article has it.

    Args:
        articles: by a term's number, in how many articles it is; numbers past the end are in none.
        total: how many articles there are.
    """

    def __init__(self, articles: Sequence[int], total: int) -> None:
        super().__init__()
        self._articles = articles
        self._total = total

    def __missing__(self, term: int) -> float:
        self[term] = found = log((self._total + 1) / max(1, self.articles(term)))
        return found

    def articles(self, term: int) -> int:
        """In how many articles the term is."""
        return min(self._total, self._articles[term]) if term < len(self._articles) else 0

    @property
    def total(self) -> int:
        """How many articles there are."""
        return self._total


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may be related.

    Attributes:
        key: the index's number for it.
        terms: numbers of its terms.
        counts: how often each of them occurs, at most 255.
        at_ms: what lists sort it by, milliseconds since 1970.
    """

    key: int
    terms: Sequence[int]
    counts: Sequence[int]
    at_ms: int


@dataclass(frozen=True, slots=True)
class Scored:
    """A related article.

    Attributes:
        key: the index's number for it.
        score: in [0, 1]: the cosine, less for what is far in time.
        terms: what both have: number of the term to its part of the cosine, largest first.
        same_story: whether the two seem to tell the same event.
        hours: between the two.
    """

    key: int
    score: float
    terms: Mapping[int, float]
    same_story: bool
    hours: float


def rank(
    query: Candidate,
    pool: Iterable[Candidate],
    rarity: Rarity,
    *,
    limit: int = 10,
    floor: float = FLOOR,
    any_time: bool = False,
) -> list[Scored]:
    """Rank *pool* by likeness to *query*.

    Args:
        query: one article; it is skipped if *pool* holds it.
        pool: candidates, in any order.
        rarity: of the terms in the library.
        limit: most results.
        floor: what scores less is left out, and so is what scores 0.
        any_time: whether nearness in time counts for nothing, neither in the score nor for the same story.

    Returns:
        Best first, ties newest first. O(terms of the pool).
    """
    weights = dict(zip(query.terms, _weights(query, rarity), strict=True))
    length = _length(weights.values())
    found = []
    for candidate in pool:
        cosine = _cosine(weights, length, candidate, rarity) if candidate.key != query.key else 0.0
        hours = abs(candidate.at_ms - query.at_ms) / _HOUR_MS
        score = cosine if any_time else cosine * _nearness(hours)
        if score >= floor and score > 0:
            found.append((score, candidate, cosine, hours))
    found.sort(key=lambda each: (-each[0], -each[1].at_ms, each[1].key))
    return [
        Scored(
            candidate.key,
            min(1.0, score),
            _shared(weights, length, candidate, rarity),
            cosine >= _SAME_STORY and (any_time or hours <= _SAME_STORY_HOURS),
            hours,
        )
        for score, candidate, cosine, hours in found[:limit]
    ]


def _weights(article: Candidate, rarity: Rarity) -> list[float]:
    frequencies = map(_FREQUENCY.__getitem__, article.counts)
    return list(map(mul, frequencies, map(rarity.__getitem__, article.terms)))


def _length(weights: Iterable[float]) -> float:
    return sqrt(sum(weight * weight for weight in weights)) or 1.0


def _cosine(query: Mapping[int, float], length: float, candidate: Candidate, rarity: Rarity) -> float:
    weights = _weights(candidate, rarity)
    shared = sum(map(mul, weights, map(query.get, candidate.terms, repeat(0.0))))
    return shared / (length * (sqrt(sum(map(mul, weights, weights))) or 1.0)) if shared else 0.0


def _shared(
    query: Mapping[int, float], length: float, candidate: Candidate, rarity: Rarity
) -> dict[int, float]:
    weights = _weights(candidate, rarity)
    both = length * _length(weights)
    parts = {
        term: query[term] * weight / both
        for term, weight in zip(candidate.terms, weights, strict=True)
        if term in query
    }
    return dict(sorted(parts.items(), key=lambda part: (-part[1], part[0])))


def _nearness(hours: float) -> float:
    return _LASTING + (1 - _LASTING) * exp2(-hours / _HALF_LIFE_HOURS)
