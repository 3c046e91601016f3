"""Lists, windows and counts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsreader.index import Index
from newsreader.model.article import ArticleState
from newsreader.model.query import ListQuery
from newsreader.model.row import ArticleRow
from newsreader.model.source import Health
from support.records import NEWS, STAMP, TECH, bookmark, record, source

ALL = ListQuery()


@pytest.fixture
def filled(index: Index) -> Index:
    """Five articles of Harbour Daily, the second read; two of Dry Valley Wire, one as new as the fourth; 4 kept."""
    index.writer.put_chunk("n1", STAMP, NEWS, 1, [record(n) for n in (3, 1, 5, 2, 4)])
    wire = [record(n, TECH, at_ms=record(at).at_ms) for n, at in ((14, 4), (16, 6))]
    index.writer.put_chunk("t1", STAMP, TECH, 1, wire)
    index.writer.put_states("s1", STAMP, NEWS, 1, {record(2).id: ArticleState(read=True, read_at=1)})
    index.writer.put_bookmarks("bookmarks.json", STAMP, [bookmark(4)])
    return index


def numbers(rows: list[ArticleRow]) -> list[int]:
    return [int(row.id, 16) for row in rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ALL, [16, 5, 4, 14, 3, 2, 1]),  # 4 and 14 are of one minute: by id
        (ListQuery(unread=True), [16, 5, 4, 14, 3, 1]),
        (ListQuery(source_id=NEWS), [5, 4, 3, 2, 1]),
        (ListQuery(source_id=NEWS, unread=True), [5, 4, 3, 1]),
        (ListQuery(source_id="nobody"), []),
        (ListQuery(folder="Tech"), [16, 14]),
        (ListQuery(folder="News", unread=True), [5, 4, 3, 1]),
        (ListQuery(folder=""), []),
        (ListQuery(bookmarked=True), [4]),
        (ListQuery(bookmarked=True, source_id=TECH), []),
        (ListQuery(bookmarked=True, unread=True, folder="News"), [4]),
    ],
)
def test_shows_what_is_asked_newest_first_then_by_id(
    filled: Index, query: ListQuery, expected: list[int]
) -> None:
    assert numbers(filled.rows.rows(filled.rows.keys(query))) == expected


def test_a_window_is_a_part_of_the_whole(filled: Index) -> None:
    whole = filled.rows.rows(filled.rows.keys(ALL))
    assert filled.rows.window(ALL, 3) == whole[:3]
    assert filled.rows.window(ALL, 3, 2) == whole[2:5]
    assert filled.rows.window(ALL, 3, 7) == []


def test_a_row_has_all_that_a_list_shows(index: Index) -> None:
    made = record(
        1, author="Joost Brand", url="https://a.example/1", place="ROTTERDAM", agency="HD", changed=True
    )
    index.writer.put_chunk("n1", STAMP, NEWS, 1, [made])
    (row,) = index.rows.window(ALL, 10)
    assert row == ArticleRow(
        key=row.key,
        id=made.id,
        source_id=NEWS,
        source_title="Harbour Daily",
        title="Dock workers end strike 1",
        lead="Crane drivers went back to wor…",
        author="Joost Brand",
        at=datetime(2026, 11, 18, 11, 7, 40, tzinfo=UTC),
        changed=True,
        url="https://a.example/1",
        place="ROTTERDAM",
        agency="HD",
    )


def test_rows_come_in_the_order_of_the_keys_without_those_that_are_gone(filled: Index) -> None:
    keys = list(filled.rows.keys(ALL))
    assert [row.key for row in filled.rows.rows([keys[3], 999_999, keys[0]])] == [keys[3], keys[0]]


def test_counts_are_what_the_lists_hold(filled: Index) -> None:
    counts = filled.rows.counts()
    assert (counts.articles, counts.unread, counts.bookmarks) == (7, 6, 1)
    assert counts.by_source == {NEWS: (5, 4), TECH: (2, 2)}


def test_an_article_is_found_by_its_id_and_says_which_file_holds_it(filled: Index) -> None:
    row = filled.rows.row(record(3).id)
    assert row is not None
    assert row.title == "Dock workers end strike 3"
    assert filled.rows.row("nobody") is None
    assert filled.rows.row("\udcff\x00") is None
    assert filled.rows.locate([record(3).id, "nobody", record(14).id]) == {
        record(3).id: (NEWS, 1),
        record(14).id: (TECH, 1),
    }
    assert filled.rows.keys_of([record(3).id, "nobody"]) == {record(3).id: row.key}


def test_texts_come_back_as_they_were_put(filled: Index) -> None:
    (key,) = filled.rows.keys_of([record(3).id]).values()
    assert filled.rows.texts([key, 999_999]) == {key: record(3).text}


def test_to_mark_names_what_a_mark_would_change(filled: Index) -> None:
    keys = filled.rows.keys(ALL)
    assert filled.rows.to_mark(keys, read=False) == {NEWS: {1: (record(2).id,)}}
    assert filled.rows.to_mark(keys, read=True)[TECH].keys() == {1}
    assert set(filled.rows.to_mark(keys, read=True)[TECH][1]) == {record(14).id, record(16).id}


def test_bookmarks_come_newest_kept_first(filled: Index) -> None:
    filled.writer.set_bookmarks("bookmarks.json", STAMP, [bookmark(1), bookmark(5)])
    assert numbers(filled.rows.rows(filled.rows.kept_keys())) == [5, 4, 1]


def test_sources_come_by_folder_then_title_with_health_and_counts(filled: Index) -> None:
    health = Health(status="error", error="no answer", failures=2)
    filled.writer.put_sources(
        "library.json",
        STAMP,
        [source(TECH, "dry valley wire", "News"), source(NEWS), source("c" * 12, "Zebra", "")],
    )
    filled.writer.put_health("health.json", STAMP, {TECH: health})
    rows = filled.rows.sources()
    assert [(row.source.title, row.articles, row.unread) for row in rows] == [
        ("Zebra", 0, 0),
        ("dry valley wire", 2, 2),
        ("Harbour Daily", 5, 4),
    ]
    assert rows[1].health == health
    assert rows[2].health == Health()
    assert rows[2].source == source(NEWS)
