"""Search: what is found, in which order, and what a wrong query says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.errors import UsageError
from newsreader.index import Index, QueryError
from newsreader.index.writer import AddedRecords
from newsreader.model.article import ArticleState
from newsreader.model.query import ListQuery
from newsreader.model.row import ArticleRow
from support.records import NEWS, STAMP, TECH, bookmark, record

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)

# Number: (source, days before NOW, title, text, more)
ARTICLES = {
    1: (
        NEWS,
        1,
        "Ports reopen after strike",
        "Crane drivers are back.",
        {"author": "Joost Brand", "place": "ROTTERDAM"},
    ),
    2: (
        NEWS,
        2,
        "A quiet day",
        "The port was running as usual; the dock workers said so.",
        {"language": "en-GB"},
    ),
    3: (
        NEWS,
        3,
        "Portrait of a painter",
        "She painted workers on a dock.",
        {"url": "https://a.example/arts/3"},
    ),
    4: (TECH, 4, "Grève générale à Élan", "Les grèves continuent.", {"language": "fr", "changed": True}),
    5: (TECH, 5, "港口工人结束罢工", "码头工人星期三返回工作岗位。", {"language": "zh"}),
    6: (TECH, 6, "Забастовка в порту", "Докеры вернулись к работе.", {"language": "ru"}),
    7: (TECH, 7, "คนงานท่าเรือยุติการประท้วง", "ภาษาไทยไม่เว้นวรรค", {"language": "th"}),
    8: (NEWS, 40, "한국은행이 금리를 올렸다", "항구 노동자", {"language": "ko"}),
}


@pytest.fixture
def filled(index: Index) -> Index:
    """`ARTICLES`, of which 3 is read and 2 bookmarked as "Tea time", tags "Ports" and "old news"."""
    for source in (NEWS, TECH):
        records = [
            record(n, of, title=title, text=text, lead="", at_ms=ms(days), **more)
            for n, (of, days, title, text, more) in ARTICLES.items()
            if of == source
        ]
        index.writer.put_chunk(source, STAMP, source, 1, records)
    index.writer.put_states("s", STAMP, NEWS, 1, {record(3).id: ArticleState(read=True, read_at=1)})
    index.writer.put_bookmarks("b", STAMP, [bookmark(2, "Tea time", ("Ports", "old news")), bookmark(99)])
    return index


def ms(days: float) -> int:
    return int((NOW - timedelta(days=days)).timestamp() * 1000)


def found(index: Index, query: str, *, typing: bool = False) -> set[int]:
    return {int(row.id, 16) for row in rows(index, ListQuery(text=query, typing=typing))}


def rows(index: Index, query: ListQuery) -> list[ArticleRow]:
    return index.rows.rows(index.rows.keys(query))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Forms of a word are one word; its beginnings are not.
        ("port", {1, 2}),
        ("PORTS", {1, 2}),
        ("run", {2}),
        ("port*", {1, 2, 3}),
        ("greve generale", {4}),
        ("забастовки", {6}),
        ("забастовку порт*", {6}),
        # Words are all wanted, wherever they stand; phrases as they stand.
        ("dock workers", {2, 3}),
        ('"dock workers"', {2}),
        ('"workers dock"', set()),
        ("port -quiet", {1}),
        ("-port -title:portrait is:unread source:harbour", {8}),
        ("strike or painter", {1, 3}),
        ("dock strike or painter", {3}),
        ("strike OR is:changed", {1, 4}),
        # Scripts that write without spaces.
        ("罢工", {5}),
        ("工罢", set()),
        ("工人返回", set()),
        ("工人 返回", {5}),
        ("ท่าเรือ", {7}),
        ("한국은행", {8}),
        ("금리", {8}),
        # Fields.
        ("title:port", {1}),
        ('title:"ports reopen"', {1}),
        ("author:brand", {1}),
        ("place:rotterdam", {1}),
        ("source:valley", {4, 5, 6, 7}),
        (f"source:{TECH}", {4, 5, 6, 7}),
        ("source:nobody", set()),
        ("lang:en", {2}),
        ("lang:EN-gb", {2}),
        ("lang:e", set()),
        ("url:example/ARTS", {3}),
        ("is:read", {3}),
        ("is:changed", {4}),
        ("tag:ports", {2}),
        ('tag:"old news"', {2}),
        ("tag:news", set()),
        ("note:TEA", {2}),
        ("is:bookmarked", {2, 99}),
        ("-is:bookmarked strike", {1}),
        ("newer:3d", {1, 2, 3}),
        ("older:2w", {8}),
        ("after:2026-11-18", {1, 2}),
        ("before:2026-11", {8}),
        ("before:2026-11-18 after:2026-11-15", {3, 4, 5}),
        # Neither a field nor a mistake.
        ("12:30", set()),
        ("https://a.example", set()),
        ("quiet:", {2}),
        ('"', None),
        ("-", None),
        ("strike !!!", {1}),
        ("", {1, 2, 3, 4, 5, 6, 7, 8}),
    ],
)
def test_finds(filled: Index, query: str, expected: set[int] | None) -> None:
    if expected is None:
        with pytest.raises(QueryError):
            found(filled, query)
    else:
        assert found(filled, query) == expected


@pytest.mark.parametrize(
    ("query", "at", "says"),
    [
        ('port "dock wor', 5, "quotation"),
        ("a " * 501, 1000, "more than 500 words"),
        ("port or", 5, '"or"'),
        ("or port", 0, '"or"'),
        ("port or or dock", 8, '"or"'),
        ("port sorce:harbour", 5, "sorce:"),
        ("is:red", 0, "is:"),
        ("port older:soon", 5, "older:"),
        ("after:2026-13-01", 0, "after:"),
        ("title:(", 0, "title:"),
        ("port -title:(", 5, "title:"),
        ("port or place:!", 8, "place:"),
        (" (", 1, "no word"),
        ("-( or !!!", 0, "no word"),
    ],
)
def test_a_wrong_query_says_where(filled: Index, query: str, at: int, says: str) -> None:
    for ask in (lambda: filled.search(query), lambda: filled.rows.keys(ListQuery(text=query))):
        with pytest.raises(QueryError, match=says) as caught:
            ask()
        assert caught.value.at == at
        assert isinstance(caught.value, UsageError)


def test_while_a_word_is_typed_its_beginning_counts(filled: Index) -> None:
    assert found(filled, "por") == set()
    assert found(filled, "por", typing=True) == {1, 2, 3}
    assert found(filled, "por strike", typing=True) == set()
    assert [int(row.id, 16) for row in filled.search("dock quie", typing=True)] == [2]
    everything = {1, 2, 3, 4, 5, 6, 7, 8}
    assert [found(filled, begun, typing=True) for begun in ("-", "title:(")] == [everything, everything]


def test_a_title_weighs_more_and_ties_come_newest_first(index: Index) -> None:
    text = "Nothing about it."
    records = [
        record(1, title="A quiet day", text="The strike is over. The strike was long. A strike!"),
        record(2, title="Strike over", text=text),
        record(3, title="Strike over", text=text),
    ]
    index.writer.put_chunk("n", STAMP, NEWS, 1, records)
    rows = index.search("strike")
    assert [int(row.id, 16) for row in rows] == [3, 2, 1]
    assert rows[0].score == rows[1].score > rows[2].score > 0
    assert [int(row.id, 16) for row in index.search("strike", limit=1)] == [3]


def test_a_search_obeys_the_rest_of_the_query(filled: Index) -> None:
    assert [int(row.id, 16) for row in filled.search("port is:bookmarked")] == [2]
    assert [int(row.id, 16) for row in filled.search("port -is:bookmarked newer:1w")] == [1]
    assert {int(row.id, 16) for row in filled.search("newer:2d -port")} == set()


def test_a_list_takes_words_beside_everything_else(filled: Index) -> None:
    assert [int(r.id, 16) for r in rows(filled, ListQuery(text="workers", source_id=NEWS))] == [2, 3]
    assert [int(r.id, 16) for r in rows(filled, ListQuery(text="workers", unread=True, folder="News"))] == [2]
    assert [int(r.id, 16) for r in rows(filled, ListQuery(text="port", bookmarked=True))] == [2]


def test_changed_words_are_found_and_old_ones_not(filled: Index) -> None:
    filled.writer.add_records(
        [AddedRecords("n", STAMP, NEWS, 1, [record(1, title="Bridge opens", text="At last.")])]
    )
    assert found(filled, "strike") == set()
    assert found(filled, "bridge") == {1}


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Ports reopen after strike", 1),
        ("  PORTS REOPEN  after strike ", 1),
        ("Ports reopen", None),
        ("Greve generale a elan", 4),
        ("港口工人结束罢工", 5),
        ("Crane drivers are back.", None),
        ("", None),
        ("?!", None),
        ("Ports\x00 \udc80", None),
        ('"', None),
    ],
)
def test_a_headline_is_found_whole(filled: Index, headline: str, expected: int | None) -> None:
    row = filled.find_title(headline)
    assert (row and int(row.id, 16)) == expected


def test_of_two_articles_with_one_headline_the_newest_is_found(filled: Index) -> None:
    filled.writer.add_records(
        [AddedRecords("n", STAMP, NEWS, 1, [record(50, title="A Quiet Day", at_ms=ms(1))])]
    )
    row = filled.find_title("A quiet day")
    assert row is not None
    assert int(row.id, 16) == 50


@given(query=st.text(alphabet=st.sampled_from("ab \"-*:()^{}+é港ก.,or\n\x00\udc80'"), max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # it is only read
def test_any_query_finds_or_says_what_is_wrong(filled: Index, query: str) -> None:
    for typing in (False, True):
        try:
            filled.search(query, typing=typing)
        except QueryError as error:
            place = error.at
        else:
            place = 0
        assert 0 <= place <= len(query)
