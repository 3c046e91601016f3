"""What stands near what: the terms that weigh most in each article, its nearest, and where a term weighs much."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from newsreader.index.arrays import json_array
from newsreader.index.database import Database
from newsreader.index.errors import IndexDamagedError
from newsreader.index.postings import add, fresh, newest, remove, settle

__all__ = ["Nearest", "StoredVector", "VectorTable"]

_PENDING = """
SELECT u.key FROM unplaced AS u CROSS JOIN articles AS a ON a.key = u.key
CROSS JOIN features AS f ON f.key = u.key ORDER BY u.at_ms, u.key LIMIT ?
"""
_VECTORS = """
SELECT v.key, a.at_ms, v.terms, v.weights, v.unit, n.near FROM json_each(?) AS wanted
CROSS JOIN vectors AS v ON v.key = wanted.value CROSS JOIN articles AS a ON a.key = v.key
LEFT JOIN nearest AS n ON n.key = v.key WHERE a.shown = 1 OR a.kept = 1
"""
_TERMS_OF = "SELECT key, terms FROM vectors WHERE key IN (SELECT value FROM json_each(?))"
_DROP = "DELETE FROM vectors WHERE key IN (SELECT value FROM json_each(?)) RETURNING key, terms"
_DROP_NEAREST = "DELETE FROM nearest WHERE key IN (SELECT value FROM json_each(?))"
_DROP_UNPLACED = "DELETE FROM unplaced WHERE key IN (SELECT value FROM json_each(?))"
_FOUND_BY = 24
_LARGEST_SHARE = 255
_COUNTED = 1_000
_SETTLED_AT_ONCE = 2_000  # articles: their postings are put in place in a tenth of a second
_FIRST = 8


@dataclass(frozen=True, slots=True)
class Nearest:
    """What stands nearest to an article.

    Attributes:
        keys: its nearest articles, nearest first.
        likeness: their cosines with it, as they were when they were found.
        between: the cosines of the first few with one another: first and second, first and third, ... second and third.
    """

    keys: Sequence[int] = ()
    likeness: Sequence[float] = ()
    between: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class StoredVector:
    """An article as the terms that weigh most in it.

    Attributes:
        key: the index's number for it.
        at_ms: what lists sort it by, milliseconds since 1970.
        terms: their numbers, heaviest first.
        weights: of each, in whole numbers up to 255.
        unit: what these are times, so that the vector is of length 1.
        near: its nearest.
    """

    key: int
    at_ms: int
    terms: Sequence[int]
    weights: Sequence[int]
    unit: float
    near: Nearest


class VectorTable:
    """Keeps vectors and neighbours. Every method may raise IndexDamagedError and StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unplaced(self) -> int:
        """How many articles have terms, and no neighbours and no story yet; counted up to 1,000."""
        with self._database.reading() as sqlite:
            return len(sqlite.execute(_PENDING, (_COUNTED,)).fetchall())

    def pending(self, limit: int) -> list[int]:
        """The keys of at most *limit* of those articles, oldest first."""
        with self._database.reading() as sqlite:
            return [key for (key,) in sqlite.execute(_PENDING, (limit,))]

    def done(self, keys: Iterable[int]) -> None:
        """Say that articles have their neighbours and their story."""
        with self._database.batch() as sqlite:
            sqlite.executemany("DELETE FROM unplaced WHERE key = ?", [(key,) for key in keys])

    def put(self, vectors: Mapping[int, tuple[Sequence[int], Sequence[int], float]]) -> None:
        """Keep the vectors of articles; their neighbours stay.

        Args:
            vectors: key to terms, weights and unit, as `StoredVector` has them; an article is found by the first terms.
        """
        with self._database.batch() as sqlite:
            found = sqlite.execute(_TERMS_OF, (json_array(vectors),)).fetchall()
            remove(sqlite, _places(found))
            sqlite.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)",
                [
                    (key, array("I", terms).tobytes(), bytes(weights), unit)
                    for key, (terms, weights, unit) in vectors.items()
                ],
            )
            add(
                sqlite,
                (
                    (term, key, round(weight * unit * _LARGEST_SHARE))
                    for key, (terms, weights, unit) in vectors.items()
                    for term, weight in zip(terms[:_FOUND_BY], weights[:_FOUND_BY], strict=True)
                ),
            )

    def settle(self) -> None:
        """Put what many new articles are found by where it belongs, if there are many; said now and then."""
        with self._database.reading() as sqlite:
            many = fresh(sqlite) >= _SETTLED_AT_ONCE * _FOUND_BY
        if many:
            with self._database.batch() as sqlite:
                settle(sqlite)

    def put_nearest(self, nearest: Mapping[int, Nearest]) -> None:
        """Keep which articles are nearest to some: key to those."""
        with self._database.batch() as sqlite:
            self._database.changed("nearness")
            sqlite.executemany(
                "INSERT OR REPLACE INTO nearest VALUES (?, ?)",
                [(key, _packed(near)) for key, near in nearest.items()],
            )

    def drop(self, keys: Iterable[int]) -> None:
        """Forget the vectors of articles."""
        with self._database.batch() as sqlite:
            wanted = (json_array(keys),)
            found = sqlite.execute(_DROP, wanted).fetchall()
            remove(sqlite, _places(found))
            sqlite.execute(_DROP_NEAREST, wanted)
            sqlite.execute(_DROP_UNPLACED, wanted)

    def get(self, keys: Iterable[int]) -> list[StoredVector]:
        """The vectors of those of the articles that can be shown and have one."""
        with self._database.reading() as sqlite:
            found = sqlite.execute(_VECTORS, (json_array(keys),))
            return [
                StoredVector(key, at_ms, *_whole(_array("I", terms), weights), unit, _near(near))
                for key, at_ms, terms, weights, unit, near in found
            ]

    def sharing(self, weights: Mapping[int, float], *, most: int, rows: int, of_one: int) -> list[int]:
        """The articles in which the same terms weigh much.

        Args:
            weights: number of a term to its weight, heaviest first.
            most: how many articles.
            rows: how many places of terms are looked at, about, the newest of each term first.
            of_one: how many of them for one term, about.

        Returns:
            Keys, nearest first.
        """
        sums: dict[int, float] = {}
        with self._database.reading() as sqlite:
            for term, weight in weights.items():
                for keys, shares in newest(sqlite, term, of_one):
                    for key, share in zip(keys, shares, strict=False):
                        sums[key] = sums.get(key, 0.0) + weight * share
                    rows -= len(shares)
                if rows <= 0:
                    break
        return _largest(sums, most)


def _largest(sums: Mapping[int, float], most: int) -> list[int]:
    """The keys of the largest values, largest first."""
    # Of many hardly any has to be sorted: what the first few are at least, of which the heaviest term brought most.
    first = sorted(islice(sums.values(), _FIRST * most), reverse=True)
    least = first[most - 1] if len(first) >= most else 0.0
    likely = [key for key, value in sums.items() if value >= least]
    return sorted(likely, key=sums.__getitem__, reverse=True)[:most]


def _packed(near: Nearest) -> bytes:
    cosines = array("f", [*near.likeness, *near.between])
    return array("I", [len(near.keys), *near.keys]).tobytes() + cosines.tobytes()


def _places(found: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, int]]:
    return ((term, key) for key, terms in found for term in _array("I", terms)[:_FOUND_BY])


def _whole(terms: array[int], weights: bytes) -> tuple[array[int], bytes]:
    if not isinstance(weights, bytes) or len(terms) != len(weights):
        raise IndexDamagedError("the index is damaged (terms without weights)")
    return terms, weights


def _near(packed: bytes | None) -> Nearest:
    if not packed:
        return Nearest()
    (many,) = _array("I", packed[:4])
    end = 4 * (1 + many)
    keys, cosines = _array("I", packed[4:end]).tolist(), _array("f", packed[end:]).tolist()
    return Nearest(keys, cosines[:many], cosines[many:])


def _array(kind: str, packed: bytes) -> array[Any]:
    found = array(kind)
    try:
        found.frombytes(packed)
    except (ValueError, TypeError) as error:
        raise IndexDamagedError(f"the index is damaged ({error})") from error
    return found
