"""What stands near what: the terms that weigh most in each article, its nearest, and where a term weighs much."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from typing import Any

import orjson

from newsreader.index.database import Database
from newsreader.index.errors import IndexDamagedError

__all__ = ["StoredVector", "VectorTable"]

_PENDING = """
SELECT u.key FROM unplaced AS u CROSS JOIN articles AS a ON a.key = u.key
CROSS JOIN features AS f ON f.key = u.key ORDER BY u.at_ms, u.key LIMIT ?
"""
_VECTORS = """
SELECT v.key, a.at_ms, v.terms, v.counts, v.nearest FROM json_each(?) AS wanted
CROSS JOIN vectors AS v ON v.key = wanted.value CROSS JOIN articles AS a ON a.key = v.key
WHERE a.shown = 1 OR a.kept = 1
"""
_SHARING = "SELECT key, share FROM postings WHERE term = ? ORDER BY key DESC LIMIT ?"
_NO_POSTINGS = "DELETE FROM postings WHERE term = ? AND key = ?"
_LARGEST_SHARE = 255
_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class StoredVector:
    """An article as the terms that weigh most in it.

    Attributes:
        key: the index's number for it.
        at_ms: what lists sort it by, milliseconds since 1970.
        terms: numbers of the terms, heaviest first.
        counts: how often each of them occurs, at most 255.
        near: keys of its nearest articles, nearest first.
        likeness: their cosines, as they were when they were found.
    """

    key: int
    at_ms: int
    terms: Sequence[int]
    counts: Sequence[int]
    near: Sequence[int]
    likeness: Sequence[float]


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

    def put(self, key: int, counts: Mapping[int, int], shares: Mapping[int, float]) -> None:
        """Keep the vector of one article; its neighbours stay.

        Args:
            key: which.
            counts: number of a term to how often it occurs, heaviest first.
            shares: number of a term to its weight in [0, 1], for those by which the article shall be found.
        """
        with self._database.batch() as sqlite:
            found = sqlite.execute("SELECT terms, nearest FROM vectors WHERE key = ?", (key,)).fetchone()
            if found is not None:
                sqlite.executemany(_NO_POSTINGS, [(term, key) for term in _numbers(found[0])])
            packed = array("I", counts).tobytes(), bytes(min(255, count) for count in counts.values())
            near = found[1] if found is not None else b""
            sqlite.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", (key, *packed, near))
            sqlite.executemany(
                "INSERT INTO postings VALUES (?, ?, ?)",
                [(term, key, round(share * _LARGEST_SHARE)) for term, share in shares.items()],
            )

    def put_near(self, key: int, near: Sequence[tuple[float, int]]) -> None:
        """Keep which articles are nearest to one: (cosine, key), nearest first."""
        keys, likeness = array("I", [other for _, other in near]), array("f", [cosine for cosine, _ in near])
        with self._database.batch() as sqlite:
            self._database.changed("nearness")
            packed = keys.tobytes() + likeness.tobytes()
            sqlite.execute("UPDATE vectors SET nearest = ? WHERE key = ?", (packed, key))

    def drop(self, keys: Iterable[int]) -> None:
        """Forget the vectors of articles."""
        with self._database.batch() as sqlite:
            for key in keys:
                found = sqlite.execute("DELETE FROM vectors WHERE key = ? RETURNING terms", (key,)).fetchone()
                if found is not None:
                    sqlite.executemany(_NO_POSTINGS, [(term, key) for term in _numbers(found[0])])
                sqlite.execute("DELETE FROM unplaced WHERE key = ?", (key,))

    def get(self, keys: Iterable[int]) -> list[StoredVector]:
        """The vectors of those of the articles that can be shown and have one."""
        with self._database.reading() as sqlite:
            found = sqlite.execute(_VECTORS, (orjson.dumps(list(keys)).decode(),))
            return [
                StoredVector(key, at_ms, _numbers(terms), counts, *_near(near))
                for key, at_ms, terms, counts, near in found
            ]

    def sharing(self, weights: Mapping[int, float], *, most: int, rows: int) -> list[int]:
        """The articles in which the same terms weigh much.

        Args:
            weights: number of a term to its weight, heaviest first.
            most: how many articles.
            rows: how many places of terms are looked at, about, the newest of each term first: a fifth of them at most
                for one term.

        Returns:
            Keys, nearest first.
        """
        sums: dict[int, float] = {}
        share_of_one = rows // 5
        with self._database.reading() as sqlite:
            for term, weight in weights.items():
                found = sqlite.execute(_SHARING, (term, share_of_one)).fetchall()
                for key, share in found:
                    sums[key] = sums.get(key, 0.0) + weight * share
                rows -= len(found)
                if rows <= 0:
                    break
        return [key for key, _ in nlargest(most, sums.items(), key=itemgetter(1, 0))]


def _near(packed: bytes) -> tuple[list[int], list[float]]:
    half = len(packed) // 2
    return _numbers(packed[:half]), _array("f", packed[half:]).tolist()


def _numbers(packed: bytes) -> list[int]:
    return _array("I", packed).tolist()


def _array(kind: str, packed: bytes) -> array[Any]:
    found = array(kind)
    try:
        found.frombytes(packed)
    except (ValueError, TypeError) as error:
        raise IndexDamagedError(f"the index is damaged ({error})") from error
    return found
