"""When things were."""

import time
from datetime import UTC, datetime

import pytest

from newsreader.text.ages import moment


@pytest.fixture
def _elsewhere(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 3, 3, 14, 5, tzinfo=UTC), "3 March 2026, 09:05"),
        (datetime(2026, 3, 3, 2, 0, tzinfo=UTC), "2 March 2026, 21:00"),
        (datetime(2026, 3, 3, tzinfo=UTC), "3 March 2026"),
    ],
)
@pytest.mark.usefixtures("_elsewhere")
def test_a_moment_is_told_in_local_time_and_a_day_stays_that_day(at, said):
    assert moment(at) == said
