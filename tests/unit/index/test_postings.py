"""Where terms weigh much: added at the end, read from the end, removed from the middle."""

import sqlite3
from contextlib import closing

import pytest

from newsreader.index.postings import add, fresh, newest, remove, settle
from newsreader.index.schema import TABLES

FAR = 40_000  # in another block


@pytest.fixture
def sqlite():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(TABLES)
        yield connection


def found(sqlite, term, most):
    return [pair for keys, shares in newest(sqlite, term, most) for pair in zip(keys, shares, strict=True)]


def test_what_was_added_is_found_newest_block_first(sqlite):
    add(sqlite, [(1, 5, 255), (1, 6, 0), (2, 5, 9)])
    add(sqlite, [(1, 7, 3), (1, FAR, 4)])
    assert found(sqlite, 1, 9) == [(FAR, 4), (5, 255), (6, 0), (7, 3)]
    assert found(sqlite, 2, 9) == [(5, 9)]
    assert found(sqlite, 3, 9) == []


def test_no_more_than_asked_for_is_read(sqlite):
    add(sqlite, [(1, key, 1) for key in (5, 6, 7, FAR)])
    assert [key for key, _ in found(sqlite, 1, 2)] == [FAR, 7]


def test_what_was_removed_is_not_found(sqlite):
    add(sqlite, [(1, key, 1) for key in (5, 6, 7, FAR)])
    remove(sqlite, [(1, 6), (1, FAR), (2, 5), (1, 99)])
    assert [key for key, _ in found(sqlite, 1, 9)] == [5, 7]


def test_every_number_comes_back_as_it_was(sqlite):
    for key in range(600):
        add(sqlite, [(1, key, key % 256)])
    assert found(sqlite, 1, 600) == [(key, key % 256) for key in range(600)]


def test_what_is_new_stands_behind_what_was_there_in_the_same_block(sqlite):
    add(sqlite, [(1, 5, 1), (1, FAR, 2), (2, 5, 9)])
    settle(sqlite)
    assert fresh(sqlite) == 0
    add(sqlite, [(1, 6, 3), (1, 2 * FAR, 4), (3, 7, 5)])
    assert fresh(sqlite) == 3
    both = [(2 * FAR, 4), (FAR, 2), (5, 1), (6, 3)]
    assert found(sqlite, 1, 9) == both
    assert found(sqlite, 1, 3) == [*both[:2], (6, 3)]
    assert found(sqlite, 3, 9) == [(7, 5)]
    settle(sqlite)
    assert (fresh(sqlite), found(sqlite, 1, 9), found(sqlite, 3, 9)) == (0, both, [(7, 5)])


def test_what_was_removed_is_gone_from_what_is_new_and_what_is_old(sqlite):
    add(sqlite, [(1, 5, 1), (1, 6, 1)])
    settle(sqlite)
    add(sqlite, [(1, 7, 1), (1, 8, 1)])
    remove(sqlite, [(1, 5), (1, 8)])
    assert [key for key, _ in found(sqlite, 1, 9)] == [6, 7]
