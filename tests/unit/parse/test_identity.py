"""Keys: one for each entry, the same whatever the order and whenever the document is read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.entry import Enclosure, Entry
from newsreader.parse.identity import with_keys

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LINK = "https://lakes.example/1"

# Few values, so that entries often share some of them.
ENTRIES = st.lists(
    st.builds(
        Entry,
        key=st.just(""),
        guid=st.sampled_from(["", " ", "1", "2", "1 Ice"]),
        title=st.sampled_from(["", "Ice", "Boats"]),
        url=st.sampled_from([None, LINK, "https://lakes.example/2"]),
        published=st.sampled_from([None, NOON]),
        html=st.sampled_from(["", "<p>Ice</p>"]),
        text=st.sampled_from(["", "Ice", "Boats"]),
    ),
    max_size=8,
)


def _keys(*entries: Entry) -> list[str]:
    return [entry.key for entry in with_keys(entries)]


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        (Entry("", guid=" 7 ", url=LINK, title="Ice"), "7"),
        (Entry("", guid="  ", url=LINK, title="Ice"), LINK),
        (Entry("", title="Ice", published=NOON), "Ice 2026-03-02T12:00:00+00:00"),
        (Entry("", title="Ice"), "Ice"),
    ],
)
def test_what_a_key_is_made_of(entry: Entry, key: str):
    assert _keys(entry) == [key]


@pytest.mark.parametrize(
    "other",
    [
        Entry("", text="Boats"),
        Entry("", html="Ice"),
        Entry("", summary="Ice"),
        Entry("", text="Ice", enclosures=(Enclosure("https://lakes.example/ice.mp3"),)),
    ],
)
def test_what_has_only_a_text_has_a_key_of_its_text(other: Entry):
    first, second = _keys(Entry("", text="Ice"), other)
    assert first.startswith("text ")
    assert first != second


@pytest.mark.parametrize(
    ("others", "keys"),
    [
        ([{"url": LINK}, {"url": LINK + "0"}], [f"1 {LINK}", f"1 {LINK}0"]),
        (
            [{"url": LINK, "title": "Ice"}, {"url": LINK, "title": "Boats"}],
            [f"1 {LINK} Ice", f"1 {LINK} Boats"],
        ),
    ],
)
def test_an_id_that_several_carry_is_none(others: list[dict[str, str]], keys: list[str]):
    shared = Entry("", guid="1")
    assert _keys(*(replace(shared, **other) for other in others), Entry("", guid="2")) == [*keys, "2"]


def test_what_changes_in_an_entry_with_an_id_of_its_own_leaves_its_key():
    entry = Entry("", guid="1", title="Ice", text="Ice holds.")
    assert _keys(entry) == _keys(
        replace(entry, title="Ice breaks", text="No more.", url=LINK, published=NOON)
    )


def test_twice_the_same_entry_is_one_and_the_first_stays():
    entry = Entry("", guid="1", title="Ice", tags=("first",))
    found = with_keys([entry, replace(entry, tags=("second",))])
    assert [each.tags for each in found] == [("first",)]


@given(ENTRIES)
def test_keys_are_unique_and_never_empty(entries: list[Entry]):
    keys = _keys(*entries)
    assert len(set(keys)) == len(keys)
    assert all(keys)


@given(ENTRIES)
def test_the_entries_keep_their_order_and_all_but_their_key(entries: list[Entry]):
    found = [replace(entry, key="") for entry in with_keys(entries)]
    rest = iter(entries)
    assert all(entry in rest for entry in found)


@given(ENTRIES.flatmap(lambda entries: st.tuples(st.just(entries), st.permutations(entries))))
def test_keys_do_not_depend_on_the_order(both: tuple[list[Entry], list[Entry]]):
    entries, shuffled = both
    assert sorted(_keys(*entries)) == sorted(_keys(*shuffled))


@given(ENTRIES)
def test_no_entry_is_lost_that_differs_in_what_keys_are_made_of(entries: list[Entry]):
    told_apart = {(each.guid.strip(), each.url, each.title, each.html, each.text) for each in entries}
    assert len(with_keys(entries)) >= len(told_apart)
