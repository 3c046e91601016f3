"""What a server may give in a feed's place, and feeds that are broken."""

import pytest

from newsreader.errors import SourceError
from support.feeds import THREE, feed
from support.server import Reply, serving

GOOD = feed(THREE).encode()
BROKEN = {
    "at once": b"<?xml version='1.0'?><rss version='2.0'><channel><<<>&&& <title",
    "in its first entry": b"<rss version='2.0'><channel><title>Harbour</title><item><title>Half a",
    "an Atom feed": b"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Har",
}
OTHER = {
    "a web page": b"<html><body><h1>Sold</h1><p>This name is for sale.</p></body></html>",
    "a text": b"Error: the database is asleep.\n",
}


@pytest.fixture
def server():
    with serving() as made:
        yield made


def imported(library, tmp_path, address):
    path = tmp_path / "list.opml"
    path.write_text(f'<opml><body><outline text="Harbour" xmlUrl="{address}"/></body></opml>')
    library.import_sources(path)


def read(library):
    ((outcome,), (row,)) = (list(library.refresh(force=True)), library.sources())
    assert outcome.error == row.health.error
    return row.health.status, row.health.error, row.articles


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_a_feed_that_is_broken_before_any_entry_is_in_trouble(empty, server, tmp_path, body):
    imported(empty, tmp_path, server.on("/feed", Reply(body=body)))
    status, error, articles = read(empty)
    assert (status, articles) == ("error", 0)
    assert "broken XML" in error
    server.on("/feed", Reply(body=GOOD))
    assert read(empty) == ("ok", "", 3)
    server.on("/feed", Reply(body=body))
    assert read(empty) == ("error", error, 3)


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_it_is_not_added(empty, server, body):
    with pytest.raises(SourceError):
        empty.add(server.on("/feed", Reply(body=body)))
    assert empty.sources() == []


def test_a_feed_without_entries_is_well_and_one_that_breaks_after_some_too(empty, server, tmp_path):
    whole = b"<rss version='2.0'><channel><title>Harbour</title></channel></rss>"
    imported(empty, tmp_path, server.on("/feed", Reply(body=whole)))
    assert read(empty) == ("ok", "", 0)
    some = b"<rss version='2.0'><channel><item><title>One</title></item><item><title>Tw"
    server.on("/feed", Reply(body=some))
    status, error, articles = read(empty)
    assert (status, error) == ("ok", "")
    assert articles >= 1


@pytest.mark.parametrize("what", OTHER)
def test_what_comes_in_place_of_a_feed_is_no_news(empty, server, tmp_path, what):
    imported(empty, tmp_path, server.on("/feed", Reply(body=OTHER[what])))
    status, error, articles = read(empty)
    assert (status, articles) == ("error", 0)
    assert error.startswith(f"{what} came instead of the feed")
    server.on("/feed", Reply(body=GOOD))
    assert read(empty) == ("ok", "", 3)
