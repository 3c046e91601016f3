"""What an entry of RSS or Atom carries beside its text."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from newsreader.model.entry import Author, Enclosure, Entry
from newsreader.parse.feed import parse_feed

Reader = Callable[[str], Entry]
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)
SITE = "https://courier.example/news/feed.xml"
BASE = "https://lakes.example/a/"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
AUDIO = "https://lakes.example/ice.mp3"


def _rss(inside: str, *, address: str | None = SITE) -> Entry:
    item = f"<link>{BASE}</link><item><title>Ice</title>{inside}</item>"
    document = f"<rss version='2.0' {SPACES}><channel>{item}</channel></rss>"
    return parse_feed(document.encode(), address=address).entries[0]


def _atom(inside: str, *, base: str = SITE) -> Entry:
    entry = f"<entry><title>Ice</title>{inside}</entry>"
    document = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="{base}">{entry}</feed>'
    return parse_feed(document.encode(), address=SITE).entries[0]


@pytest.mark.parametrize(
    ("read", "inside", "url"),
    [
        (_rss, "<link>https://lakes.example/1</link>", "https://lakes.example/1"),
        (_rss, "<link>/1</link>", "https://courier.example/1"),
        (_rss, "<guid>https://lakes.example/1</guid>", "https://lakes.example/1"),
        (_rss, '<guid isPermaLink="false">https://lakes.example/1</guid>', None),
        (_rss, "<link>javascript:x()</link>", None),
        (_atom, '<link href="1"/>', "https://courier.example/news/1"),
        (_atom, '<link rel="self" href="/s"/><link rel="alternate" href="/1"/>', "https://courier.example/1"),
    ],
)
def test_links(read: Reader, inside: str, url: str | None):
    assert read(inside).url == url


def test_relative_links_have_the_base_that_stands_nearest():
    assert _rss("<link>1</link>", address=None).url == BASE + "1"
    assert _rss("<link>1</link>").url == "https://courier.example/news/1"
    assert _atom('<link href="1"/>', base=BASE).url == BASE + "1"
    assert _atom(f'<link xml:base="{BASE}b/" href="1"/>', base=BASE).url == BASE + "b/1"


def test_links_inside_a_text_are_whole():
    linked = f'<content type="html" xml:base="{BASE}b/">&lt;a href="2">Ice&lt;/a></content>'
    assert f'href="{BASE}b/2"' in _atom(linked).html
    described = '<description>&lt;a href="/2">Ice&lt;/a></description>'
    assert 'href="https://courier.example/2"' in _rss(described).html


@pytest.mark.parametrize(
    ("read", "inside", "published", "updated"),
    [
        (_rss, "<pubDate>Mon, 02 Mar 2026 12:00:00 GMT</pubDate>", NOON, None),
        (_rss, "<pubDate>2 mars 2026 13:00 +0100</pubDate>", NOON, None),
        (_rss, "<dc:date>2026-03-02T14:00:00+02:00</dc:date>", None, NOON),
        (_rss, "<pubDate>when the lake froze</pubDate>", None, None),
        (_rss, "<pubDate>Mon, 02 Mar 0026 12:00:00 GMT</pubDate>", None, None),
        (_atom, "<published>2026-03-02T12:00:00Z</published>", NOON, None),
        (_atom, "<updated>2026-03-02T07:00:00-05:00</updated>", None, NOON),
    ],
)
def test_dates(read: Reader, inside: str, published: datetime | None, updated: datetime | None):
    found = read(inside)
    assert (found.published, found.updated) == (published, updated)


@pytest.mark.parametrize(
    ("read", "inside", "authors"),
    [
        (_rss, "<dc:creator>Edda Storm</dc:creator>", [Author("Edda Storm")]),
        (_rss, "<author>edda@lakes.example (Edda Storm)</author>", [Author("Edda Storm")]),
        (_rss, "<author>edda@lakes.com (Edda Storm)</author>", [Author("Edda Storm")]),
        (_rss, "<author>Edda Storm &lt;edda@lakes.online&gt;</author>", [Author("Edda Storm")]),
        (_rss, "<author>edda@lakes.online</author>", [Author("edda@lakes.online")]),
        (
            _atom,
            "<author><name>Edda Storm</name><uri>https://lakes.example/edda</uri></author>"
            "<author><name>Niels Farr</name></author><author><name>Niels Farr</name></author>",
            [Author("Edda Storm", "https://lakes.example/edda"), Author("Niels Farr")],
        ),
        (_rss, "<author/>", []),
    ],
)
def test_authors(read: Reader, inside: str, authors: list[Author]):
    assert list(read(inside).authors) == authors


def test_categories_stand_once_and_by_their_label():
    assert _rss("<category>Ice</category><category> Boats </category><category>Ice</category>").tags == (
        "Ice",
        "Boats",
    )
    assert _atom('<category term="i" label="Ice"/><category term="boats"/>').tags == ("Ice", "boats")


@pytest.mark.parametrize(
    ("inside", "enclosure"),
    [
        ('url="{}" type="audio/mpeg" length="900"/>', Enclosure(AUDIO, "audio/mpeg", 900)),
        ('url="{}" length="-1"/>', Enclosure(AUDIO)),
        (
            'url="{}" length="12,5"/><itunes:duration>1:02:03</itunes:duration>',
            Enclosure(AUDIO, duration=3723),
        ),
        ('url="{}"/><itunes:duration>long</itunes:duration>', Enclosure(AUDIO)),
        ('url="{0}"/><enclosure url="{0}"/><enclosure url="file:///ice.mp3"/>', Enclosure(AUDIO)),
    ],
)
def test_enclosures(inside: str, enclosure: Enclosure):
    assert _rss(f"<enclosure {inside.format(AUDIO)}").enclosures == (enclosure,)


def test_pictures_are_no_enclosures():
    found = _rss('<media:content url="ice.jpg" medium="image"/>')
    assert (found.image, found.enclosures) == (BASE + "ice.jpg", ())
