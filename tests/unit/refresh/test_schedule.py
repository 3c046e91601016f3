"""When a source is asked again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.entry import Entry
from newsreader.refresh.schedule import after_failure, after_success, max_age, rhythm

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def wait(**about):
    return after_success(NOW, **{"rhythm": None, "chance": 0.0, **about}) - NOW


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("max-age=60", 60),
        ("public, MAX-AGE=14400, must-revalidate", 14400),
        ('max-age="90"', 90),
        ("s-maxage=60", None),
        ("no-cache", None),
        ("", None),
        ("max-age=-5", None),
    ],
)
def test_cache_control(header: str, seconds: int | None):
    found = max_age(header)
    assert (found and found.total_seconds()) == seconds


def entries(*hours: float) -> list[Entry]:
    return [Entry(str(hour), published=NOW - hour * HOUR) for hour in hours]


@pytest.mark.parametrize(
    ("ages", "hours"),
    [((0, 2, 4, 6), 2), ((100, 101, 102), 50), ((1,), None), ((), None), ((-30, 0, 2), 2)],
)
def test_the_rhythm_of_a_source_is_that_of_its_newest_entries_or_its_silence(
    ages: tuple[float, ...], hours: float | None
):
    found = rhythm(entries(*ages), NOW)
    assert found == (None if hours is None else hours * 3600)


@pytest.mark.parametrize(
    ("pace", "asked", "expected"),
    [
        (None, (), 30 * MINUTE),
        (60, (), 15 * MINUTE),
        (4 * 3600, (), 2 * HOUR),
        (90 * 86400, (), DAY),
        (60, (timedelta(minutes=50),), 50 * MINUTE),
        (90 * 86400, (timedelta(hours=4),), 8 * HOUR),
        (60, (None, timedelta(days=3)), 3 * DAY),
        (60, (timedelta(days=90),), 7 * DAY),
    ],
)
def test_between_a_quarter_of_an_hour_and_a_day_unless_the_source_asks(pace, asked, expected):
    assert wait(rhythm=pace, asked=asked) == expected


@given(
    st.none() | st.integers(0, 10**9),
    st.lists(st.none() | st.timedeltas(timedelta(0), timedelta(days=400)), max_size=2),
    st.floats(0, 0.999),
)
def test_never_sooner_than_asked_for_within_a_week_and_never_in_a_rush(pace, asked, chance):
    found = after_success(NOW, rhythm=pace, asked=asked, chance=chance) - NOW
    assert 15 * MINUTE <= found <= 8 * DAY
    assert all(found >= min(each, 7 * DAY) for each in asked if each)


def test_trouble_is_asked_later_each_time_up_to_a_day():
    waits = [after_failure(NOW, failures=count) - NOW for count in range(12)]
    assert waits[0] == 15 * MINUTE
    assert waits == sorted(waits)
    assert waits[-1] == DAY


@pytest.mark.parametrize(
    ("asked", "expected"), [(HOUR, HOUR), (timedelta(0), 5 * MINUTE), (400 * DAY, 31 * DAY)]
)
def test_a_busy_server_is_obeyed_within_reason(asked: timedelta, expected: timedelta):
    assert after_failure(NOW, failures=9, wait=asked) - NOW == expected


def test_after_a_week_once_a_day():
    assert after_failure(NOW, failures=1, since=NOW - 8 * DAY) - NOW == DAY


@pytest.mark.parametrize(
    ("asked", "expected"),
    [((), 2 * HOUR), ((MINUTE,), 2 * HOUR), ((None, 5 * HOUR), 5 * HOUR), ((99 * DAY,), 7 * DAY)],
)
def test_what_its_reader_wants_goes_before_its_rhythm_and_not_before_its_server(
    asked: tuple[timedelta | None, ...], expected: timedelta
):
    for pace in (None, 60, 90 * 86400):
        assert wait(rhythm=pace, asked=asked, every=2 * HOUR) == expected
