"""JSON Feed 1.0 and 1.1, and JSON that only nearly is one."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ParseError
from newsreader.model.entry import Author, Enclosure, Entry
from newsreader.parse.jsonfeed import parse_jsonfeed

VERSION = "https://jsonfeed.org/version/1.1"
SITE = "https://lakes.example/feed.json"
NAMES = (
    "url title content_html content_text summary date_published date_modified tags authors attachments image"
)


def _item(**values: Any) -> Entry:
    document = {"version": VERSION, "items": [{"id": "1", **values}]}
    return parse_jsonfeed(json.dumps(document).encode(), address=SITE).entries[0]


def test_a_feed():
    document = {"version": VERSION, "title": "Lakes", "home_page_url": "/", "language": "de-AT", "items": []}
    found = parse_jsonfeed(json.dumps(document).encode(), address=SITE)
    assert (found.kind, found.title, found.url) == ("json", "Lakes", "https://lakes.example/")
    assert (found.language, found.entries) == ("de-AT", ())


def test_an_item():
    found = _item(
        url="/ice",
        external_url="https://courier.example/ice",
        title="Ice\nholds",
        content_html="<p>Ice <b>holds</b>.<script>x()</script></p>",
        summary="A cold week.",
        date_published="2026-03-02T13:00:00+01:00",
        date_modified="2026-03-03",
        tags=["Ice", "", 4, "Boats"],
        image="/ice.jpg",
        language="en",
    )
    assert (found.key, found.guid, found.title) == ("1", "1", "Ice holds")
    assert (found.url, found.external_url) == ("https://lakes.example/ice", "https://courier.example/ice")
    assert (found.html, found.text, found.summary) == ("<p>Ice <b>holds</b>.</p>", "", "A cold week.")
    assert found.published == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert found.updated == datetime(2026, 3, 3, tzinfo=UTC)
    assert (found.tags, found.image, found.language) == (
        ("Ice", "Boats"),
        "https://lakes.example/ice.jpg",
        "en",
    )


@pytest.mark.parametrize(
    ("values", "html", "text", "summary"),
    [
        ({"content_text": "4 < 5 & <b>"}, "", "4 < 5 & <b>", ""),
        ({"content_text": "Ice", "content_html": "<p>Ice</p>"}, "<p>Ice</p>", "", ""),
        ({"summary": "A cold week."}, "", "A cold week.", ""),
        ({"summary": "Ice holds.", "content_html": "<p>Ice holds.</p>"}, "<p>Ice holds.</p>", "", ""),
        ({"content_html": 7, "content_text": None}, "", "", ""),
    ],
)
def test_texts(values: dict[str, Any], html: str, text: str, summary: str):
    found = _item(**values)
    assert (found.html, found.text, found.summary) == (html, text, summary)


@pytest.mark.parametrize(
    ("values", "authors"),
    [
        ({"author": {"name": "Edda Storm"}}, [Author("Edda Storm")]),
        (
            {"authors": [{"name": "Edda Storm", "url": SITE}, {"url": SITE}, "Farr"]},
            [Author("Edda Storm", SITE)],
        ),
        ({"author": "Edda Storm"}, []),
    ],
)
def test_authors_of_either_version(values: dict[str, Any], authors: list[Author]):
    assert list(_item(**values).authors) == authors


SIZES = [None, True, -1, "900", 1e300, float("nan"), float("inf")]


@pytest.mark.parametrize(("size", "length"), [(900, 900), *((size, None) for size in SIZES)])
def test_an_attachment_has_the_size_that_can_be(size: Any, length: int | None):
    attached = {"url": "a", "mime_type": "audio/mpeg", "size_in_bytes": size, "duration_in_seconds": 1.5}
    found = _item(attachments=[attached, {"url": "file:///ice"}, 3]).enclosures
    assert found == (Enclosure("https://lakes.example/a", "audio/mpeg", length, 1.5),)


@pytest.mark.parametrize(
    ("written", "guid"),
    [('"a b"', "a b"), ("7", "7"), ("7.5", "7.5"), ("true", ""), ("null", ""), ("NaN", "")],
)
def test_ids(written: str, guid: str):
    document = f'{{"items": [{{"id": {written}, "title": "Ice"}}]}}'
    assert parse_jsonfeed(document.encode()).entries[0].guid == guid


def test_an_item_that_is_none_is_passed_over():
    found = parse_jsonfeed(json.dumps({"items": [None, 3, {}, {"id": ""}, {"title": "Ice"}]}).encode())
    assert [entry.title for entry in found.entries] == ["Ice"]


NONE = ["{", "[]", "{}", '{"items": []}', '{"items": [1]}', '{"items": {}}', "[" * 99_999]


@pytest.mark.parametrize("document", NONE)
def test_what_is_no_feed_is_refused(document: str):
    with pytest.raises(ParseError):
        parse_jsonfeed(document.encode())


WRONG = st.recursive(st.none() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3))


@given(WRONG)
def test_values_of_the_wrong_kind_cost_no_more_than_themselves(value: Any):
    found = _item(**dict.fromkeys(NAMES.split(), value))
    assert found.guid == "1"
