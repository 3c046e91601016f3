"""How rare each term is, a byte a term: reckoned now and then, and read at once.

Of small words it is known that they are common before a library has shown it: among fifty articles "under" is in three,
and would be as good a reason as a name. They count as though some hundred articles more had each of them, which among
ten thousand changes nothing.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import repeat
from math import log
from operator import truediv
from typing import ClassVar

__all__ = ["Frequencies", "latest", "read", "reckon"]

_COUNTS = "SELECT term, language, articles FROM term_languages WHERE articles > 0"
_COUNTS_IN = "SELECT term, articles FROM term_languages WHERE language = ? AND articles > 0"
_MAIN_LANGUAGES = "SELECT number, articles FROM languages WHERE articles * ?2 >= ?1"
_MAIN = (
    10  # a language of less than a tenth of the articles is too small to tell of what it shares with others
)
_MOST = 255
_AS_THOUGH = 100  # articles


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How rare terms are.

    Attributes:
        rarity: by a term's number, its inverse document frequency among the articles of its language, the mean over
            its occurrences where it has several: a byte each, in parts of `STEPS` to a natural logarithm. Terms with
            numbers past the end are new.
        own: by the number of a language that many articles are in, the same, but no less than it is in that language.
        total: how many articles had their terms in the index when it was reckoned.
    """

    STEPS: ClassVar[int] = 16

    rarity: bytes
    own: Mapping[int, bytes]
    total: int


def latest(sqlite: sqlite3.Connection) -> tuple[int, int]:
    """The number of the last reckoning, and of how many articles it was; two zeros for none."""
    number, total = sqlite.execute("SELECT number, total FROM rarities").fetchone() or (0, 0)
    return number, total


def read(sqlite: sqlite3.Connection, total: int) -> Frequencies:
    """What was reckoned last, of *total* articles."""
    (packed,) = sqlite.execute("SELECT packed FROM rarities").fetchone() or (b"",)
    own = dict(sqlite.execute("SELECT language, packed FROM own_rarities").fetchall())
    return Frequencies(packed, own, total)


def reckon(sqlite: sqlite3.Connection, total: int, known: Mapping[int, Collection[int]]) -> None:
    """Reckon how rare terms are in *total* articles; within a batch.

    Args:
        sqlite: the index.
        total: how many articles have their terms in it.
        known: by the number of a language its terms that are known to be common.
    """
    mean = _mean(sqlite, total, known)
    sqlite.execute("INSERT INTO rarities (total, packed) VALUES (?, ?)", (total, mean))
    sqlite.execute("DELETE FROM rarities WHERE number < last_insert_rowid()")
    sqlite.execute("DELETE FROM own_rarities")
    for language, articles in sqlite.execute(_MAIN_LANGUAGES, (total, _MAIN)).fetchall():
        own = _own(sqlite, language, articles, mean, known.get(language, frozenset()))
        sqlite.execute("INSERT INTO own_rarities VALUES (?, ?)", (language, own))


def _mean(sqlite: sqlite3.Connection, total: int, known: Mapping[int, Collection[int]]) -> bytes:
    languages = dict(sqlite.execute("SELECT number, articles FROM languages").fetchall())
    (last,) = sqlite.execute("SELECT coalesce(max(number), 0) FROM terms").fetchone()
    articles, sums = array("i", bytes(4 * (last + 1))), array("d", bytes(8 * (last + 1)))
    for term, language, count in sqlite.execute(_COUNTS):
        articles[term] += count
        more = _AS_THOUGH if term in known.get(language, ()) else 0
        sums[term] += count * _rarity(count, languages.get(language, total), more)
    means = map(truediv, sums, map(max, articles, repeat(1)))
    return bytes(_steps(mean) for mean in means)


def _own(
    sqlite: sqlite3.Connection, language: int, articles: int, mean: bytes, known: Collection[int]
) -> bytes:
    found = bytearray(mean)
    for term, count in sqlite.execute(_COUNTS_IN, (language,)):
        more = _AS_THOUGH if term in known else 0
        found[term] = max(found[term], _steps(_rarity(count, articles, more)))
    return bytes(found)


def _rarity(count: int, articles: int, more: int = 0) -> float:
    return log((articles + more + 1) / (count + more))


def _steps(rarity: float) -> int:
    return min(_MOST, round(Frequencies.STEPS * max(0.0, rarity)))
