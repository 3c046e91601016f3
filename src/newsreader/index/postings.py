"""In which articles a term weighs much: packed, a row for a term and some thousand articles.

A row for each term of each article takes three times the space, and SQLite half a microsecond to read each. Keys and
shares stand apart, so that both are read without a step of Python's for each.

What is new stands in a table of its own, `fresh_postings`, until there is enough of it: the terms of one article are
all over the large table, and each would write a page of it again.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

__all__ = ["add", "fresh", "newest", "remove", "settle"]

_BLOCK = 14  # bits of a key within a row: a common term's row stays small enough to be written again
# What SQLite joins it takes for text.
_ADD = """
ON CONFLICT (term, block) DO UPDATE
SET keys = CAST(keys || excluded.keys AS BLOB), shares = CAST(shares || excluded.shares AS BLOB)
"""
_ADD_FRESH = f"INSERT INTO fresh_postings VALUES (?, ?, ?, ?) {_ADD}"  # noqa: S608
_SETTLE = f"INSERT INTO postings SELECT * FROM fresh_postings WHERE TRUE {_ADD}"  # noqa: S608
_READ = "SELECT block, keys, shares FROM postings WHERE term = ? ORDER BY block DESC"
_READ_FRESH = "SELECT block, keys, shares FROM fresh_postings WHERE term = ? ORDER BY block"
_TABLES = ("postings", "fresh_postings")
_READ_ONE = "SELECT keys, shares FROM {} WHERE term = ? AND block = ?"
_REPLACE = "UPDATE {} SET keys = ?3, shares = ?4 WHERE term = ?1 AND block = ?2"

Posting = tuple[int, int, int]


def add(sqlite: sqlite3.Connection, postings: Iterable[Posting]) -> None:
    """Add (term, key of an article, share of the term in it up to 255); newer articles have larger keys."""
    blocks: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for term, key, share in postings:
        blocks[term, key >> _BLOCK].append((key, share))
    # In the order of the table, so that rows on one page are written one after another.
    sqlite.executemany(_ADD_FRESH, [(*place, *_packed(blocks[place])) for place in sorted(blocks)])


def fresh(sqlite: sqlite3.Connection) -> int:
    """How many postings wait to be put where they belong."""
    return int(sqlite.execute("SELECT coalesce(sum(length(shares)), 0) FROM fresh_postings").fetchone()[0])


def settle(sqlite: sqlite3.Connection) -> None:
    """Put them there."""
    sqlite.execute(_SETTLE)
    sqlite.execute("DELETE FROM fresh_postings")


def remove(sqlite: sqlite3.Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Remove (term, key of an article)."""
    blocks: dict[tuple[int, int], set[int]] = defaultdict(set)
    for term, key in pairs:
        blocks[term, key >> _BLOCK].add(key)
    for table, (place, gone) in product(_TABLES, blocks.items()):
        for keys, shares in sqlite.execute(_READ_ONE.format(table), place).fetchall():
            left = [pair for pair in zip(array("I", keys), shares, strict=True) if pair[0] not in gone]
            sqlite.execute(_REPLACE.format(table), (*place, *_packed(left)))


def newest(sqlite: sqlite3.Connection, term: int, most: int) -> Iterator[tuple[Sequence[int], bytes]]:
    """The newest articles in which a term weighs much, *most* as far as there are so many, in blocks.

    Yields:
        Keys, and the share of the term in each article.
    """
    for packed, shares in _blocks(sqlite, term):
        yield array("I", packed)[-most:], shares[-most:]
        most -= len(shares)
        if most <= 0:
            break


def _blocks(sqlite: sqlite3.Connection, term: int) -> Iterator[tuple[bytes, bytes]]:
    """Keys and shares, newest block first; in each what is fresh comes last."""
    fresh = sqlite.execute(_READ_FRESH, (term,)).fetchall()
    for block, keys, shares in sqlite.execute(_READ, (term,)):
        while fresh and fresh[-1][0] > block:
            yield fresh.pop()[1:]
        if fresh and fresh[-1][0] == block:
            _, new_keys, new_shares = fresh.pop()
            yield keys + new_keys, shares + new_shares
        else:
            yield keys, shares
    yield from ((keys, shares) for _, keys, shares in reversed(fresh))


def _packed(entries: Sequence[tuple[int, int]]) -> tuple[bytes, bytes]:
    return array("I", [key for key, _ in entries]).tobytes(), bytes(share for _, share in entries)
