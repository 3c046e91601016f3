"""Items of a JSON Feed, and the document that holds them."""

import io
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsreader.cli.article_json import Item, item_to_json, time_to_json, write_feed
from newsreader.cli.output import Output, OutputClosedError
from newsreader.errors import StoreError
from newsreader.model.article import Article
from newsreader.model.bookmark import Bookmark
from newsreader.model.entry import Author, Enclosure, Entry

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Pipe(io.TextIOWrapper):
    """Standard output that counts writes, and may be closed by its reader after some."""

    def __init__(self, closes_after=None):
        super().__init__(io.BytesIO())
        self.closes_after = closes_after
        self.writes = 0

    @property
    def buffer(self):
        return self

    def write(self, data):
        self.writes += 1
        if self.closes_after is not None and self.writes > self.closes_after:
            raise BrokenPipeError(32, "Broken pipe")
        return super().buffer.write(data)

    def text(self):
        return super().buffer.getvalue().decode()


def item(number=1, **more):
    return Item(str(number), "s1", Entry(key=f"k{number}", title=f"Title {number}"), **{"text": "", **more})


def document(items, **head):
    pipe = Pipe()
    write_feed(Output(pipe, None, {}), items, **head)
    return json.loads(pipe.text())


def test_a_document_without_items_is_one_too():
    assert document([], title="Empty", language="", home_page_url=None) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Empty",
        "items": [],
    }


@pytest.mark.parametrize("count", [1, 2, 3000])
def test_items_come_in_their_order(count):
    found = document(map(item, range(count)), title="T")["items"]
    assert [each["id"] for each in found] == [str(number) for number in range(count)]


def test_items_are_written_while_others_are_still_made():
    pipe = Pipe()
    written = []

    def items():
        for number in range(2000):
            written.append(pipe.writes)
            yield item(number, text="word " * 40)

    write_feed(Output(pipe, None, {}), items(), title="T")
    assert written[0] == 0
    assert written[1000] > 0


@pytest.mark.parametrize("before", [0, 1, 500])
def test_an_error_between_items_leaves_json_or_nothing(before):
    def items():
        for number in range(before):
            yield item(number)
        raise StoreError("the disk is gone")

    pipe = Pipe()
    with pytest.raises(StoreError):
        write_feed(Output(pipe, None, {}), items(), title="T")
    assert (pipe.text() == "") if before == 0 else len(json.loads(pipe.text())["items"]) == before


def test_a_closed_pipe_stops_the_work():
    made = []

    def items():
        for number in range(100_000):
            made.append(number)
            yield item(number, text="word " * 40)

    with pytest.raises(OutputClosedError):
        write_feed(Output(Pipe(closes_after=2), None, {}), items(), title="T")
    assert len(made) < 2000


def test_every_field_of_an_entry_is_there():
    entry = Entry(
        key="k",
        guid="g",
        title="Title",
        url="https://a.example/1",
        authors=(Author("Ada"), Author("Lin", "https://lin.example/")),
        published=NOON,
        updated=NOON + timedelta(days=1),
        html="<p>Words</p>",
        summary="Short",
        tags=("port",),
        enclosures=(
            Enclosure("https://a.example/1.mp3", "audio/mpeg", 12, 3.5),
            Enclosure("https://a.example/x"),
        ),
        language="en",
        place="OSLO",
        agency="Coastwire",
        site="Coast Online",
        see_also=("Another", "Third"),
        image="https://a.example/1.png",
        external_url="https://b.example/",
        comments_url="https://a.example/1#c",
    )
    kept = Bookmark(Article("a1", "s1", entry, NOON), "Source", "a note", ("x", "y"))
    made = Item(
        "a1", "s1", entry, "Words", NOON, changed=True, read=True, bookmark=kept, score=1.234567, story="s9"
    )
    assert item_to_json(made) == {
        "id": "a1",
        "url": "https://a.example/1",
        "external_url": "https://b.example/",
        "title": "Title",
        "content_html": "<p>Words</p>",
        "content_text": "Words",
        "summary": "Short",
        "image": "https://a.example/1.png",
        "date_published": "2026-03-02T12:00:00Z",
        "date_modified": "2026-03-03T12:00:00Z",
        "authors": [{"name": "Ada"}, {"name": "Lin", "url": "https://lin.example/"}],
        "tags": ["port"],
        "language": "en",
        "attachments": [
            {
                "url": "https://a.example/1.mp3",
                "mime_type": "audio/mpeg",
                "size_in_bytes": 12,
                "duration_in_seconds": 3.5,
            },
            {"url": "https://a.example/x", "mime_type": "application/octet-stream"},
        ],
        "_newsreader": {
            "guid": "g",
            "source": "s1",
            "first_seen": "2026-03-02T12:00:00Z",
            "changed": True,
            "place": "OSLO",
            "agency": "Coastwire",
            "site": "Coast Online",
            "see_also": ["Another", "Third"],
            "comments_url": "https://a.example/1#c",
            "read": True,
            "bookmarked": True,
            "note": "a note",
            "tags": ["x", "y"],
            "kept_at": "1970-01-01T00:00:00Z",
            "source_title": "Source",
            "score": 1.2346,
            "story": "s9",
        },
    }


def test_what_is_empty_is_left_out_and_what_is_ours_is_null():
    assert item_to_json(Item("a1", "s1", Entry(key="k"), "")) == {
        "id": "a1",
        "_newsreader": {
            "guid": "k",
            "source": "s1",
            "first_seen": None,
            "changed": False,
            "place": None,
            "agency": None,
            "site": None,
            "see_also": [],
            "comments_url": None,
            "read": False,
            "bookmarked": False,
            "note": None,
            "tags": [],
            "story": None,
        },
    }


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_have_never_appear(odd):
    entry = Entry(key="k", enclosures=(Enclosure("https://a.example/", "a/b", 10**30, odd),))
    found = item_to_json(Item("a1", "s1", entry, "", score=odd))
    assert found["attachments"] == [{"url": "https://a.example/", "mime_type": "a/b"}]
    assert "score" not in found["_newsreader"]


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (None, None),
        (NOON, "2026-03-02T12:00:00Z"),
        (NOON.replace(microsecond=999_999), "2026-03-02T12:00:00Z"),
        (NOON.astimezone(timezone(timedelta(hours=5, minutes=30))), "2026-03-02T12:00:00Z"),
    ],
)
def test_times_are_rfc_3339_in_utc(at, text):
    assert time_to_json(at) == text
