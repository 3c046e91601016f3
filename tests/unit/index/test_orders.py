"""The orders of a list."""

from newsreader.index.orders import by_day, by_source, by_story, folded

HOUR = 3_600_000
DAY = 24 * HOUR
# key, story, source, when: newest first
FOUND = [(1, None, 1, DAY + HOUR), (2, 7, 2, DAY), (3, 7, 1, DAY - HOUR), (4, None, 2, HOUR), (5, 7, 3, HOUR)]


def keys(found):
    return [each[0] for each in found]


def test_within_a_day_the_higher_priority_comes_first():
    assert keys(by_day(FOUND, {2: 1}, 0)) == [2, 1, 4, 3, 5]
    assert keys(by_day(FOUND, {1: -1}, 0)) == [2, 1, 4, 5, 3]
    assert keys(by_day(FOUND, {}, 0)) == [1, 2, 3, 4, 5]


def test_a_day_is_one_where_the_reader_is():
    assert keys(by_day(FOUND, {1: 1}, 2 * HOUR)) == [1, 3, 2, 4, 5]


def test_the_first_day_is_known_before_the_last_is_read():
    def read():
        yield from FOUND
        raise AssertionError("read to the end")

    found = by_day(read(), {2: 1}, 0)
    assert [next(found)[0], next(found)[0]] == [2, 1]


def test_source_by_source_and_by_how_many_tell_it():
    assert keys(by_source(FOUND, {2: 0, 1: 1})) == [2, 4, 1, 3, 5]
    assert keys(by_story(FOUND)) == [2, 3, 5, 1, 4]
    assert keys(folded(by_story(FOUND))) == [2, 1, 4]
