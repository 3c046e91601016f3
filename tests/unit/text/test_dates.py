"""Dates as they are written."""

import pytest

from newsreader.text.dates import parse_date


@pytest.mark.parametrize(
    "text",
    ["3 hours ago", "Asked 3 years, 2 months ago", "8 Months Ago", "1 day ago at 10:30", "2 weeks  ago"],
)
def test_what_was_the_other_day_is_no_date(text):
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["3 ago 2026", "Lun, 03 ago 2026 00:00:00 GMT", "3 de ago de 2026"])
def test_ago_is_august_where_no_time_stands_before_it(text):
    assert parse_date(text).date().isoformat() == "2026-08-03"
