"""In which articles a term weighs much: packed, a row for a term and some thousand articles.

A row for each term of each article takes three times the space, and SQLite half a microsecond to read each.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

__all__ = ["add", "newest", "remove"]

_BLOCK = (
    14  # bits of an article's key within a row: a common term's row stays small enough to be written again
)
_SHARE = 8
_IN_BLOCK = (1 << _BLOCK) - 1
_IN_SHARE = (1 << _SHARE) - 1
# What SQLite joins it takes for text.
_ADD = """
INSERT INTO postings VALUES (?, ?, ?)
ON CONFLICT (term, block) DO UPDATE SET packed = CAST(packed || excluded.packed AS BLOB)
"""
_READ = "SELECT block, packed FROM postings WHERE term = ? ORDER BY block DESC"
_READ_ONE = "SELECT packed FROM postings WHERE term = ? AND block = ?"

Posting = tuple[int, int, int]


def add(sqlite: sqlite3.Connection, postings: Iterable[Posting]) -> None:
    """Add (term, key of an article, share of the term in it up to 255); newer articles have larger keys."""
    blocks: dict[tuple[int, int], array[int]] = defaultdict(lambda: array("I"))
    for term, key, share in postings:
        blocks[term, key >> _BLOCK].append((key & _IN_BLOCK) << _SHARE | share)
    sqlite.executemany(_ADD, [(*place, packed.tobytes()) for place, packed in blocks.items()])


def remove(sqlite: sqlite3.Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Remove (term, key of an article)."""
    blocks: dict[tuple[int, int], set[int]] = defaultdict(set)
    for term, key in pairs:
        blocks[term, key >> _BLOCK].add(key & _IN_BLOCK)
    for place, gone in blocks.items():
        for (packed,) in sqlite.execute(_READ_ONE, place).fetchall():
            left = array("I", (each for each in array("I", packed) if each >> _SHARE not in gone))
            sqlite.execute(
                "UPDATE postings SET packed = ?3 WHERE term = ?1 AND block = ?2", (*place, left.tobytes())
            )


def newest(sqlite: sqlite3.Connection, term: int, most: int) -> Iterator[tuple[int, array[int]]]:
    """The newest articles in which a term weighs much, *most* as far as there are so many, in blocks.

    Yields:
        The first key of the block, and entries of it: each is the distance from that key, times 256, and the share.
    """
    for block, packed in sqlite.execute(_READ, (term,)):
        entries = array("I", packed)
        yield block << _BLOCK, entries[-most:]
        most -= len(entries)
        if most <= 0:
            break
