"""Parsing in a process of its own: what takes more than it may costs one line, and the next document is read."""

import json

import pytest

from newsreader.errors import ParseError
from newsreader.fetch.fetched import Fetched
from newsreader.refresh.parser import Parser
from support.feeds import THREE, feed, rss

GOOD = Fetched(feed(THREE).encode(), name="good.json")
MORE = "more time or memory than a document may take"
# feedparser takes the author apart in a time that grows with the square of its length: minutes for this one.
# It is given feeds that are not as most are, such as with two titles.
SLOW = Fetched(rss(f"<title>Slow</title><title/><author>{'a' * 800_000}</author>").encode(), name="slow.xml")
# 15 MB of JSON that Python needs some 400 MB for.
LARGE = Fetched(b'{"items": [' + b'{"a": []},' * 1_500_000 + b'{"id": "1"}]}', name="large.json")
DEEP = Fetched(b'{"items": [{"id": "1", "x": ' + b"[" * 300_000 + b"]" * 300_000 + b"}]}", name="deep.json")


@pytest.fixture(scope="module")
def parser():
    with Parser(seconds=0.6) as made:
        yield made


def test_what_needs_more_time_than_it_may_is_ended(parser):
    with pytest.raises(ParseError, match=MORE):
        parser.parse(SLOW)
    assert len(parser.parse(GOOD).entries) == 3


def test_what_needs_more_memory_than_it_may_is_ended():
    with Parser(memory_bytes=250 * 1024 * 1024) as parser:
        with pytest.raises(ParseError, match=MORE):
            parser.parse(LARGE)
        assert len(parser.parse(GOOD).entries) == 3


def test_time_is_counted_for_each_document_anew(parser):
    # Together they take longer than one may.
    item = {"id": "1", "content_html": "<p>words <b>and</b> words</p>" * 3000}
    large = Fetched(json.dumps({"items": [item] * 3}).encode())
    for _ in range(12):
        assert parser.parse(large).entries


def test_what_is_too_deep_costs_one_line(parser):
    with pytest.raises(ParseError, match="cannot be read"):
        parser.parse(DEEP)
    assert len(parser.parse(GOOD).entries) == 3


def test_a_process_that_dies_is_begun_again(parser):
    parser.parse(GOOD)
    parser.stop()
    with pytest.raises(ParseError, match=MORE):
        parser.parse(GOOD)
    assert len(parser.parse(GOOD).entries) == 3


def test_names_of_any_bytes_and_no_bytes_at_all(parser):
    assert parser.parse(Fetched(b"Ice holds.", name="\udcff\n\x00.txt")).kind == "plain"
    with pytest.raises(ParseError, match="nothing in it"):
        parser.parse(Fetched(b""))
