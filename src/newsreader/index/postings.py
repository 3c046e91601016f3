"""In which articles a term weighs much: packed, a row for a term and some thousand articles.

A row for each term of each article takes three times the space, and SQLite half a microsecond to read each. Keys and
shares stand apart, so that both are read without a step of Python's for each.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["add", "newest", "remove"]

_BLOCK = 14  # bits of a key within a row: a common term's row stays small enough to be written again
# What SQLite joins it takes for text.
_ADD = """
INSERT INTO postings VALUES (?, ?, ?, ?) ON CONFLICT (term, block) DO UPDATE
SET keys = CAST(keys || excluded.keys AS BLOB), shares = CAST(shares || excluded.shares AS BLOB)
"""
_READ = "SELECT keys, shares FROM postings WHERE term = ? ORDER BY block DESC"
_READ_ONE = "SELECT keys, shares FROM postings WHERE term = ? AND block = ?"
_REPLACE = "UPDATE postings SET keys = ?3, shares = ?4 WHERE term = ?1 AND block = ?2"

Posting = tuple[int, int, int]


def add(sqlite: sqlite3.Connection, postings: Iterable[Posting]) -> None:
    """Add (term, key of an article, share of the term in it up to 255); newer articles have larger keys."""
    blocks: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for term, key, share in postings:
        blocks[term, key >> _BLOCK].append((key, share))
    # In the order of the table, so that rows on one page are written one after another.
    sqlite.executemany(_ADD, [(*place, *_packed(blocks[place])) for place in sorted(blocks)])


def remove(sqlite: sqlite3.Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Remove (term, key of an article)."""
    blocks: dict[tuple[int, int], set[int]] = defaultdict(set)
    for term, key in pairs:
        blocks[term, key >> _BLOCK].add(key)
    for place, gone in blocks.items():
        for keys, shares in sqlite.execute(_READ_ONE, place).fetchall():
            left = [pair for pair in zip(array("I", keys), shares, strict=True) if pair[0] not in gone]
            sqlite.execute(_REPLACE, (*place, *_packed(left)))


def newest(sqlite: sqlite3.Connection, term: int, most: int) -> Iterator[tuple[Sequence[int], bytes]]:
    """The newest articles in which a term weighs much, *most* as far as there are so many, in blocks.

    Yields:
        Keys, and the share of the term in each article.
    """
    for keys, shares in sqlite.execute(_READ, (term,)):
        yield array("I", keys)[-most:], shares[-most:]
        most -= len(shares)
        if most <= 0:
            break


def _packed(entries: Sequence[tuple[int, int]]) -> tuple[bytes, bytes]:
    return array("I", [key for key, _ in entries]).tobytes(), bytes(share for _, share in entries)
