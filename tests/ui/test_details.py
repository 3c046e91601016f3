"""How a source fares, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from newsreader.model.source import Health, Source, SourceRow
from newsreader.ui.details import details_of

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def row(**health):
    source = Source(
        "aa", "https://h.example/feed", "feed", "Harbour", False, "News", NOW - 30 * DAY, "https://h.example/"
    )
    return SourceRow(source, Health(**health), 40, 3)


def told(**health):
    return dict(details_of(row(**health), NOW))


def test_a_source_that_fares_well():
    found = told(
        status="ok",
        last_success=NOW - DAY / 24,
        last_attempt=NOW - DAY / 24,
        next_due=NOW + DAY / 12,
        rhythm=86400,
    )
    assert found["Status"].startswith("well")
    assert "To do" not in found
    assert found["Last read"].startswith("1 h ago")
    assert found["Next"].startswith("in 2 h")
    assert found["Rhythm"] == "some 7 entries a week"
    assert found["Articles"] == "40, 3 unread"


@pytest.mark.parametrize("status", ["error", "gone", "throttled", "never"])
def test_what_to_do_is_said_of_every_trouble(status):
    found = told(status=status, error="why", last_attempt=NOW)
    assert found["To do"]
    assert found["Error"] == "why"


def test_a_week_of_failure_is_long():
    for days, long in ((6, False), (8, True)):
        found = row(status="error", last_attempt=NOW, last_success=NOW - days * DAY)
        assert found.is_long_in_trouble is long
    assert "once a day" in told(status="error", last_attempt=NOW, last_success=NOW - 8 * DAY)["To do"]
    assert row(status="error", last_attempt=NOW).is_long_in_trouble
    assert row(status="gone", last_attempt=NOW).is_long_in_trouble
    assert not row(status="throttled", last_attempt=NOW, last_success=NOW - 9 * DAY).is_long_in_trouble


def test_a_redirect_is_offered():
    assert told(status="ok", redirect="https://new.example/feed")["Moving to"] == "https://new.example/feed"


async def test_a_long_line_goes_on_under_its_beginning(drive):
    async with drive(size=(50, 24)) as news:
        await news.press("i")
        texts = [each for each in news.app.screen.query(".details Static") if not each.has_class("name")]
        assert max(each.region.height for each in texts) > 1
        assert len({each.region.x for each in texts}) == 1
        assert max(each.region.right for each in texts) <= news.app.screen.query_one(".details").region.right


async def test_an_article_has_its_link(drive):
    async with drive(size=(120, 40)) as news:
        await news.press("i")
        assert news.main.articles.current.url in news.shown
