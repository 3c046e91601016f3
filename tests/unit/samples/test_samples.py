"""The bundled samples are whole, lively enough for RELATED, and of today."""

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsreader import samples
from newsreader.errors import SourceError
from newsreader.model.entry import Entry, ParsedFeed
from newsreader.parse.document import parse
from newsreader.samples import SamplesMissingError, sample_files, sample_names
from newsreader.samples.dates import NEWEST

NOW = datetime(2031, 7, 4, 9, 41, 7, tzinfo=UTC)
HOUR_BEFORE = datetime(2031, 7, 4, 8, tzinfo=UTC)


def feeds(now: datetime = NOW) -> dict[str, list[ParsedFeed]]:
    return {
        name: [parse(data, name=file) for file, data in sample_files(name, now)] for name in sample_names()
    }


def entries(found: dict[str, list[ParsedFeed]]) -> list[Entry]:
    return [entry for documents in found.values() for feed in documents for entry in feed.entries]


@pytest.fixture(scope="module")
def opened() -> dict[str, list[ParsedFeed]]:
    return feeds()


def test_there_are_many_sources_of_all_kinds(opened):
    assert len(opened) >= 10
    assert {feed.kind for documents in opened.values() for feed in documents} >= {
        "rss",
        "atom",
        "json",
        "plain",
    }
    assert any(len(documents) > 1 for documents in opened.values())
    assert len(entries(opened)) >= 80
    assert not [feed.problem for documents in opened.values() for feed in documents if feed.problem]


def test_they_speak_several_languages_in_several_scripts(opened):
    languages = {feed.language for documents in opened.values() for feed in documents}
    assert languages >= {"en", "de", "fr", "ru", "ja", "ar"}


def test_every_article_has_a_headline_and_a_text(opened):
    for entry in entries(opened):
        assert entry.title
        assert len(entry.html or entry.text) > 60


def test_no_two_articles_are_one(opened):
    keys = Counter(
        (name, entry.key)
        for name, documents in opened.items()
        for feed in documents
        for entry in feed.entries
    )
    assert not [key for key, count in keys.items() if count > 1]


def test_the_newest_article_is_an_hour_old(opened):
    dates = sorted(date for entry in entries(opened) if (date := entry.published or entry.updated))
    assert dates[-1] <= HOUR_BEFORE
    assert HOUR_BEFORE - dates[-1] < timedelta(hours=1)
    assert HOUR_BEFORE - dates[0] < timedelta(days=11)


def test_articles_keep_their_distance_in_time(opened):
    by = timedelta(days=100, hours=5)
    pairs = zip(entries(opened), entries(feeds(NOW + by)), strict=True)
    moved = Counter(
        after.published - before.published for before, after in pairs if before.published and after.published
    )
    # Days without a time move by whole days.
    assert set(moved) == {by, timedelta(days=100)}
    assert moved[by] > 50


def test_no_date_in_the_files_is_newer_than_the_newest():
    dates = [entry.published or entry.updated for entry in entries(feeds(NEWEST + timedelta(hours=1)))]
    assert max(date for date in dates if date) <= NEWEST


def test_days_in_texts_move_with_the_dates():
    moved = dict(sample_files("costa-wire", NEWEST + timedelta(days=20, hours=1)))["costa-wire.txt"].decode()
    assert "1 de abril de 2026 (Costa)" in moved
    assert "marzo" in moved
    page = dict(sample_files("avery-wire", NEWEST + timedelta(days=20, hours=1)))["avery-wire.txt"].decode()
    assert "PORT AVERY, April 3, 2026 (Avery Wire)" in page
    # 14 March 2026 was a Saturday; twenty days on it is a Friday.
    assert "the union said on Friday after a count" in page


@pytest.mark.parametrize("offset", [-11, 0, 13])
def test_where_one_lives_makes_no_difference(offset: int):
    there = NOW.astimezone(timezone(timedelta(hours=offset)))
    assert sample_files("meridian", there) == sample_files("meridian", NOW)


def test_an_unknown_sample_is_told_by_the_names_of_the_others():
    with pytest.raises(SourceError, match="harbour-post"):
        sample_files("nowhere", NOW)


def test_missing_samples_are_an_error(monkeypatch, tmp_path):
    monkeypatch.setattr(samples, "_PLACES", (tmp_path / "none", tmp_path))
    with pytest.raises(SamplesMissingError):
        sample_names()


def test_samples_inside_the_package_come_first(monkeypatch, tmp_path):
    (tmp_path / "one.txt").write_text("Lamps go out\n\nIt was dark.\n", encoding="utf-8")
    monkeypatch.setattr(samples, "_PLACES", (tmp_path, *samples._PLACES))
    assert sample_names() == ("one",)
