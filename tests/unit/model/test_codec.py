"""What is written is what is read, for any value."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model import codec, codec_sources, codec_steps
from newsreader.model.article import Article, ArticleState, Revision
from newsreader.model.bookmark import Bookmark
from newsreader.model.change import BookmarkChange, Change, Mark, SourceChange, Step
from newsreader.model.entry import Author, Enclosure, Entry, ParsedFeed
from newsreader.model.source import Health, Source, Validators

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAME = TEXT.filter(bool)
TIME = st.datetimes(min_value=datetime(1971, 1, 1), timezones=st.just(UTC))
ADDRESS = st.none() | st.builds("https://x.example/{}".format, st.integers(0, 99))
ENTRIES = st.builds(
    Entry,
    key=NAME,
    guid=TEXT,
    title=TEXT,
    url=ADDRESS,
    authors=st.lists(st.builds(Author, NAME, ADDRESS), max_size=2).map(tuple),
    published=st.none() | TIME,
    updated=st.none() | TIME,
    html=TEXT,
    text=TEXT,
    summary=TEXT,
    tags=st.lists(TEXT, max_size=2).map(tuple),
    enclosures=st.lists(
        st.builds(Enclosure, NAME, TEXT, st.none() | st.integers(1, 10**15), st.none() | st.floats(0.1, 1e6)),
        max_size=2,
    ).map(tuple),
    language=TEXT,
    place=TEXT,
    agency=TEXT,
    site=TEXT,
    see_also=st.lists(TEXT, max_size=2).map(tuple),
    image=ADDRESS,
    external_url=ADDRESS,
    comments_url=ADDRESS,
)
ARTICLES = st.builds(
    Article,
    id=NAME,
    source_id=NAME,
    entry=ENTRIES,
    first_seen=TIME,
    revisions=st.lists(st.builds(Revision, ENTRIES, TIME), max_size=2).map(tuple),
)
EXTRA = st.dictionaries(NAME, TEXT, max_size=3).map(lambda extra: tuple(extra.items()))
SOURCES = st.builds(Source, NAME, NAME, TEXT, NAME, st.booleans(), TEXT, TIME, ADDRESS, extra=EXTRA)
BOOKMARKS = st.builds(
    Bookmark,
    article=ARTICLES,
    source_title=TEXT,
    note=TEXT,
    tags=st.lists(NAME, max_size=3).map(tuple),
    kept_at=st.integers(0, 10**13),
    changed_at=st.integers(0, 10**13),
    removed=st.booleans(),
)
HEALTHS = st.builds(
    Health,
    status=NAME,
    error=TEXT,
    http_status=st.none() | st.integers(100, 599),
    last_success=st.none() | TIME,
    last_attempt=st.none() | TIME,
    next_due=st.none() | TIME,
    validators=st.builds(Validators, TEXT, TEXT),
    failures=st.integers(0, 99),
)
STATES = st.builds(
    ArticleState,
    read=st.booleans(),
    read_at=st.integers(1, 9),
    hidden=st.booleans(),
    hidden_at=st.integers(1, 9),
)
MARKS = st.builds(
    Mark,
    field=st.sampled_from(["read", "hidden"]),
    value=st.booleans(),
    ids=st.dictionaries(
        NAME,
        st.dictionaries(st.integers(1, 9), st.lists(NAME, max_size=2).map(tuple), max_size=2),
        max_size=2,
    ),
)
OPERATIONS = (
    MARKS
    | st.builds(BookmarkChange, st.none() | BOOKMARKS, st.none() | BOOKMARKS)
    | st.builds(SourceChange, st.none() | SOURCES, st.none() | SOURCES)
)
STEPS = st.builds(
    Step,
    number=st.integers(0, 10**13),
    change=st.builds(Change, TEXT, st.lists(OPERATIONS, max_size=3).map(tuple)),
    undone=st.booleans(),
    open=st.just(False),
    touched=st.integers(0, 10**13),
)


def through_json(value):
    return json.loads(json.dumps(value))


@given(ENTRIES)
def test_entries(entry):
    assert codec.entry_from_json(through_json(codec.entry_to_json(entry))) == entry


@given(ARTICLES)
def test_articles(article):
    written = through_json(codec.article_to_json(article))
    assert codec.article_from_json(written, article.source_id) == article


@given(st.builds(ParsedFeed, NAME, TEXT, ADDRESS, st.lists(ENTRIES, max_size=2).map(tuple), TEXT, TEXT))
def test_feeds(feed):
    assert codec.feed_from_json(through_json(codec.feed_to_json(feed))) == feed


def test_words_of_an_entry_go_through_the_pipe_and_into_no_file():
    entry = Entry("k", html="<p>A <b>b</b></p>", words="A b")
    feed = ParsedFeed("rss", entries=(entry,))
    assert codec.feed_from_json(through_json(codec.feed_to_json(feed))).entries[0].words == "A b"
    assert "words" not in codec.entry_to_json(entry)


@given(SOURCES)
def test_sources(source):
    assert codec_sources.source_from_json(through_json(codec_sources.source_to_json(source))) == source


@given(BOOKMARKS)
def test_bookmarks(bookmark):
    assert codec.bookmark_from_json(through_json(codec.bookmark_to_json(bookmark))) == bookmark


@given(NAME, HEALTHS)
def test_healths(name, health):
    written = through_json(codec_sources.health_to_json(name, health))
    assert written["id"] == name
    assert codec_sources.health_from_json(written) == health


@given(NAME, STATES)
def test_states(name, state):
    assert codec.state_from_json(through_json(codec.state_to_json(name, state))) == state


@given(STEPS)
def test_steps(step):
    assert codec_steps.step_from_json(through_json(codec_steps.step_to_json(step))) == step


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"key": 7},
        {"key": "a", "title": ["x"]},
        {"key": "a", "published": "yesterday"},
        {"key": "a", "published": "2026-11-23T08:00:00"},
        {"key": "a", "tags": "x"},
        {"key": "a", "authors": [{"url": "x"}]},
    ],
)
def test_what_is_no_entry_is_refused(value):
    with pytest.raises((KeyError, TypeError, ValueError)):
        codec.entry_from_json(value)
