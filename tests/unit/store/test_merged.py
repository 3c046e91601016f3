"""Of two copies of one thing the same one comes out, whichever is named first, and again changes nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.article import Article, FullText, Revision
from newsreader.model.change import Change, Deletion, Mark, Step
from newsreader.model.entry import Entry
from newsreader.model.retention import Retention
from newsreader.model.source import Health
from newsreader.store.copies import copy_of
from newsreader.store.merged import merged_article, merged_bookmark, merged_health, merged_source
from newsreader.store.steps import merged_steps, rehomed
from support.making import NOON, kept, source

times = st.integers(0, 5).map(lambda minutes: NOON + timedelta(minutes=minutes))
entries = st.builds(
    lambda text, url: Entry(key="k", title="T", text=text, url=url),
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from([None, "https://x.example/"]),
)


@st.composite
def articles(draw):
    """As a library makes them: each text other than the one before, and later."""
    seen = draw(times)
    at = sorted({draw(times) + timedelta(minutes=6) for _ in range(draw(st.integers(0, 2)))})
    texts = draw(st.lists(entries, min_size=len(at) + 1, max_size=len(at) + 1))
    texts = [replace(entry, text=f"{entry.text} {place % 2}") for place, entry in enumerate(texts)]
    revisions = tuple(Revision(entry, until) for entry, until in zip(texts, at, strict=False))
    pages = st.sampled_from(
        [None, FullText(NOON, "<p>x</p>"), FullText(NOON + timedelta(hours=1), problem="no")]
    )
    revisions = tuple(replace(revision, full=draw(pages)) for revision in revisions)
    return Article("a", "s", texts[-1], seen, revisions, draw(pages))


@given(articles(), articles())
def test_articles(one, other):
    both = merged_article(one, other)
    assert merged_article(other, one) == both
    assert merged_article(both, one) == both
    assert merged_article(both, other) == both
    said = {each.entry.text for each in both.revisions} | {both.entry.text}
    for article in (one, other):
        assert {each.entry.text for each in article.revisions} | {article.entry.text} <= said


@given(
    *[st.builds(lambda note, at, gone: replace(kept("a", note=note), changed_at=at, removed=gone),
                st.sampled_from("xy"), st.integers(0, 3), st.booleans())] * 2
)  # fmt: skip
def test_bookmarks(one, other):
    both = merged_bookmark(one, other)
    assert merged_bookmark(other, one) == both
    assert both.changed_at == max(one.changed_at, other.changed_at)


SOURCES = st.builds(
    lambda title, at, kind, url, days: replace(
        source(), title=title, changed_at=at, kind=kind, url=url, retention=Retention(days=days)
    ),
    st.sampled_from("xy"),
    st.integers(0, 2),
    st.sampled_from(["", "feed"]),
    st.sampled_from([None, "https://x.example/"]),
    st.sampled_from([None, 3]),
)


@given(SOURCES, SOURCES)
def test_sources(one, other):
    both = merged_source(one, other)
    assert merged_source(other, one) == both
    assert merged_source(both, one) == both
    assert both.kind == (one.kind or other.kind)
    if one.changed_at != other.changed_at:
        assert both.title == max(one, other, key=lambda each: each.changed_at).title


def test_health_is_that_of_the_last_attempt():
    never, once = Health(), Health("ok", last_attempt=NOON)
    later = Health("error", last_attempt=NOON + timedelta(hours=1))
    for one, other, wanted in ((never, once, once), (once, later, later)):
        assert merged_health(one, other) == merged_health(other, one) == wanted


def mark(number, name, chunk=1, **how):
    return Step(number, Change("mark", (Mark("read", True, {"s": {chunk: (name,)}}),)), touched=number, **how)


def test_steps_of_both_once_in_order():
    ours, theirs = [mark(1, "a"), mark(3, "c")], [mark(1, "a", chunk=2), mark(2, "b")]
    assert merged_steps(theirs, ours) == merged_steps(ours, theirs)
    assert [rehomed(step, {"s": {"a": 1}}) for step in merged_steps(ours, theirs)] == [
        mark(1, "a"),
        mark(2, "b"),
        mark(3, "c"),
    ]


def test_of_a_step_the_last_undo_or_redo_counts():
    undone = replace(mark(1, "a"), undone=True, touched=9)
    assert merged_steps([mark(1, "a")], [undone]) == merged_steps([undone], [mark(1, "a")]) == [undone]


@pytest.mark.parametrize("again", range(3))
def test_steps_of_one_number_stay_apart_however_often_they_meet(again):
    ours, theirs = [mark(1, "a"), mark(2, "c")], [mark(1, "b")]
    merged = merged_steps(ours, theirs)
    assert [(step.number, step.was) for step in merged] == [(1, 0), (2, 1), (3, 2)]
    assert merged_steps(theirs, ours) == merged
    for _ in range(again):
        merged = merged_steps(merged, theirs)
        merged = merged_steps(ours, merged)
    assert [(step.number, step.was) for step in merged] == [(1, 0), (2, 1), (3, 2)]


def test_a_deletion_that_went_on_is_one():
    def deletion(touched, *names):
        return Step(1, Change("delete", (Deletion({"s": {1: names}}),)), touched=touched)

    (step,) = merged_steps([deletion(1, "a")], [deletion(5, "a", "b")])
    assert step == deletion(5, "a", "b")


def test_marks_follow_their_articles():
    step = rehomed(mark(1, "a", chunk=7), {"s": {"a": 2, "b": 3}})
    assert step.change.operations == (Mark("read", True, {"s": {2: ("a",)}}),)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("library.sync-conflict-20261123-120000-ABCDEF7.json", "library.json"),
        ("articles-0007.sync-conflict-20261123-120000-ABCDEF7.json", "articles-0007.json"),
        ("states-10007 (Ada's conflicted copy 2026-11-23).json", "states-10007.json"),
        ("health (Конфликтующая копия с устройства Ada 2026-11-23).json", "health.json"),
        ("bookmarks (conflicted copy 2026-11-23 120000).json", "bookmarks.json"),
        ("1795421560000.open.sync-conflict-20261123-120000-ABCDEF7.json", "1795421560000.open.json"),
        ("1795421560000 (1).json", "1795421560000.json"),
        ("library.json", None),
        ("articles-0007.json", None),
        ("1795421560000.open.json", None),
        ("notes (mine).json", None),
        ("library (old).txt", None),
        ("library.sync-conflict.json", None),
    ],
)
def test_copies_are_known_by_their_names(name, wanted):
    assert copy_of(name) == wanted
