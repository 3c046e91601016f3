"""The words that searches find: those of the articles as they are now, whenever they were put there."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.index import Index
from newsreader.index.writer import AddedRecords
from newsreader.model.query import ListQuery
from support.records import NEWS, STAMP, record, source

WORDS = ("harbour", "glacier", "parliament")


def found(index: Index, word: str) -> set[int]:
    return {int(row.id, 16) for row in index.search(word, limit=100)}


def put(index: Index, number: int, word: str) -> None:
    file = AddedRecords("articles-1", STAMP, NEWS, 1, [record(number, title=word, text=f"About a {word}.")])
    index.writer.add_records([file])


def waiting(index: Index) -> int:
    with sqlite3.connect(index.path) as other:
        return int(other.execute("SELECT count(*) FROM unsearchable").fetchone()[0])


def test_new_articles_wait_until_somebody_searches(index: Index) -> None:
    put(index, 1, "harbour")
    assert waiting(index) == 1
    assert found(index, "harbour") == {1}
    assert waiting(index) == 0


def test_who_has_time_makes_them_ready_before(index: Index) -> None:
    put(index, 1, "harbour")
    index.make_searchable()
    assert waiting(index) == 0
    assert found(index, "harbour") == {1}


def test_a_list_and_a_headline_search_too(index: Index) -> None:
    put(index, 1, "harbour")
    assert len(index.rows.window(ListQuery(text="harbour"), 10)) == 1
    put(index, 2, "glacier")
    assert index.find_title("Glacier") is not None


def test_more_wait_than_are_made_ready_at_once(index: Index) -> None:
    records = [record(number, text="A glacier.") for number in range(1, 1000)]
    index.writer.add_records([AddedRecords("articles-1", STAMP, NEWS, 1, records)])
    assert len(index.search("glacier", limit=2000)) == 999


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("put"), st.integers(1, 4), st.sampled_from(WORDS)),
            st.tuples(st.just("keep"), st.integers(1, 4), st.just("")),
            st.tuples(st.sampled_from(("search", "sweep", "ready")), st.just(0), st.just("")),
        ),
        max_size=12,
    )
)
def test_whatever_happens_in_whatever_order_the_words_are_those_of_now(
    steps: list[tuple[str, int, str]],
) -> None:
    with TemporaryDirectory() as folder:
        index = Index(Path(folder) / "index.sqlite")
        index.writer.put_sources("library.json", STAMP, [source()])
        there: dict[int, str] = {}
        for what, number, word in steps:
            if what == "put":
                put(index, number, word)
                there[number] = word
            elif what == "keep":
                there = {each: word for each, word in there.items() if each == number}
                kept = [record(each, title=word, text=f"About a {word}.") for each, word in there.items()]
                index.writer.put_chunk("articles-1", STAMP, NEWS, 1, kept)
            elif what == "sweep":
                index.writer.sweep(2)
            elif what == "ready":
                index.make_searchable()
            else:
                found(index, "harbour")
        for word in WORDS:
            assert found(index, word) == {number for number, each in there.items() if each == word}
        with sqlite3.connect(index.path) as other:
            # A word that was taken out with other letters than it was put with would be left there.
            index.writer.sweep(100)
            rows = other.execute(
                "SELECT DISTINCT rowid FROM words WHERE words MATCH 'harbour OR glacier OR parliament'"
            ).fetchall()
            assert len(rows) == len(there)
        index.close()
