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
        (_rss, "<dc:date>2026-03-02T14:00:00+02:00</dc:date>", NOON, None),
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
        ('url="{}" length="-1"/>', Enclosure(AUDIO, "audio/mpeg")),
        (
            'url="{}" length="12,5"/><itunes:duration>1:02:03</itunes:duration>',
            Enclosure(AUDIO, "audio/mpeg", duration=3723),
        ),
        ('url="{}"/><itunes:duration>long</itunes:duration>', Enclosure(AUDIO, "audio/mpeg")),
        (
            'url="{0}"/><enclosure url="{0}"/><enclosure url="file:///ice.mp3"/>',
            Enclosure(AUDIO, "audio/mpeg"),
        ),
    ],
)
def test_enclosures(inside: str, enclosure: Enclosure):
    assert _rss(f"<enclosure {inside.format(AUDIO)}").enclosures == (enclosure,)


def test_pictures_are_no_enclosures():
    found = _rss('<media:content url="ice.jpg" medium="image"/>')
    assert (found.image, found.enclosures) == (BASE + "ice.jpg", ())


def _media(name: str, **attributes: str) -> str:
    return f"<media:{name} " + " ".join(f'{key}="{value}"' for key, value in attributes.items()) + "/>"


@pytest.mark.parametrize(
    ("inside", "image"),
    [
        (_media("content", url="a.jpg", medium="image"), "a.jpg"),
        (_media("content", url="a.png", width="5", height="5"), "a.png"),
        (
            _media("content", url="a", type="image/webp", width="9")
            + _media("content", url="b.jpg", width="10"),
            "b.jpg",
        ),
        (_media("thumbnail", url="a.jpg", width="9") + _media("thumbnail", url="b.jpg", width="75"), "b.jpg"),
        (_media("thumbnail", url="a.jpg", width="9") + _media("content", url="b.jpg"), "b.jpg"),
        (_media("thumbnail", url="a.jpg") + '<enclosure url="b.jpg" type="image/jpeg"/>', "b.jpg"),
        ('<itunes:image href="a.jpg"/>', "a.jpg"),
        (
            f"<media:group>{_media('content', url='f.mp4')}{_media('thumbnail', url='a.jpg')}</media:group>",
            "a.jpg",
        ),
        (_media("content", url="data:image/png;base64,AA", medium="image"), None),
        (_media("content", url="f.mp4"), None),
    ],
)
def test_the_picture(inside: str, image: str | None):
    found = _rss(inside)
    assert found.image == (image and BASE + image)
    assert found.image not in [enclosure.href for enclosure in found.enclosures]


@pytest.mark.parametrize(
    ("inside", "hrefs"),
    [
        (
            _media("content", url="a.mp4", type="video/mp4") + _media("content", url="b.webm"),
            ["a.mp4", "b.webm"],
        ),
        (_media("content", url="a.mp4") + _media("content", url="b.mp4", isDefault="true"), ["b.mp4"]),
        (_media("content", url="a", medium="audio") + _media("content", url="b", medium="document"), ["a"]),
        ('<enclosure url="a.jpg" type="image/jpeg"/><enclosure url="b.jpg" type="image/jpeg"/>', ["b.jpg"]),
        ('<enclosure url="a.mp3"/>' + _media("content", url="a.mp3", type="audio/mpeg"), ["a.mp3"]),
        ('<enclosure url="a.torrent" type="application/x-bittorrent"/>', ["a.torrent"]),
    ],
)
def test_what_is_played_or_kept(inside: str, hrefs: list[str]):
    assert [enclosure.href for enclosure in _rss(inside).enclosures] == [BASE + href for href in hrefs]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("90", 90), ("1:30", 90), ("01:01:30", 3690), ("90.5", 90.5), ("PT1H1M30S", 3690), ("pt2m", 120), ("0", None),
        ("1:2:3:4", None), ("-5", None), ("1:-5", None), ("nan", None), ("1e999", None), ("ages", None), ("", None),
    ],
)  # fmt: skip
def test_how_long_it_plays(written: str, seconds: float | None):
    spoken = _rss(f'<enclosure url="a.mp3"/><itunes:duration>{written}</itunes:duration>').enclosures[0]
    filmed = _rss(_media("content", url="a.mp4", duration=written)).enclosures[0]
    assert (spoken.duration, filmed.duration) == (seconds, seconds)


def test_atom_may_have_a_sound_for_its_text():
    found = _atom('<content type="audio/mpeg" src="a.mp3"/>', base=BASE)
    assert [enclosure.media_type for enclosure in found.enclosures] == ["audio/mpeg"]


@pytest.mark.parametrize(
    ("read", "inside", "comments", "about"),
    [
        (_rss, '<comments href="/1#c">/1#c</comments>', None, None),
        (_rss, "<comments>/1#c</comments>", "https://courier.example/1#c", None),
        (_atom, '<link rel="replies" type="text/html" href="/c"/>', "https://courier.example/c", None),
        (_atom, '<link rel="replies" type="application/atom+xml" href="/c"/>', None, None),
        (
            _atom,
            '<link href="/1"/><link rel="related" href="https://o.example/"/>',
            None,
            "https://o.example/",
        ),
        (_atom, '<link href="/1"/><link rel="related" href="/1"/>', None, None),
    ],
)
def test_where_it_is_talked_of_and_what_it_is_about(
    read: Reader, inside: str, comments: str | None, about: str | None
):
    found = read(inside)
    assert (found.comments_url, found.external_url) == (comments, about)


@pytest.mark.parametrize(
    ("above", "inside", "names"),
    [
        ("<author><name>Edda</name></author>", "", ["Edda"]),
        ("<author><name>Edda</name></author>", "<author><name>Niels</name></author>", ["Niels"]),
        ("<author><name>Edda</name></author>", "<source><author><name>Ole</name></author></source>", ["Ole"]),
        ("", "<contributor><name>Edda</name></contributor>", []),
    ],
)
def test_an_entry_of_atom_is_by_those_above_it(above: str, inside: str, names: list[str]):
    document = f'<feed xmlns="http://www.w3.org/2005/Atom">{above}<entry><id>1</id>{inside}</entry></feed>'
    assert [author.name for author in parse_feed(document.encode()).entries[0].authors] == names


def test_the_date_of_dublin_core_is_when_it_came_out_unless_another_says_so():
    both = "<pubDate>Mon, 02 Mar 2026 12:00:00 GMT</pubDate><dc:date>2026-03-03T12:00:00Z</dc:date>"
    found = _rss(both)
    assert (found.published, found.updated) == (NOON, NOON.replace(day=3))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (
            "&lt;a href='/find/1'&gt;Ida Holm&lt;/a&gt;, &lt;a href='/find/2'&gt;Per Lie&lt;/a&gt;",
            "Ida Holm, Per Lie",
        ),
        ("ida at lakes.example (Ida Holm)", "Ida Holm"),
        ("Holm &amp;amp; Lie", "Holm & Lie"),
        ("Holm &amp; Lie", "Holm & Lie"),
    ],
)
def test_names_of_authors_are_words(written: str, name: str):
    assert [author.name for author in _rss(f"<dc:creator>{written}</dc:creator>").authors] == [name]


def test_tags_are_words():
    assert _rss("<category><![CDATA[Ice &amp; boats]]></category>").tags == ("Ice & boats",)


def test_words_in_angle_brackets_stay():
    entry = _rss(
        "<description>See &lt;lake&gt; or write to &lt;ida@lakes.example&gt;.&lt;br&gt;</description>"
    )
    assert entry.words == "See <lake> or write to <ida@lakes.example>."
    summary = '<summary type="text">Is a &lt;bowline&gt; safe?</summary>'
    assert _atom(summary).text == "Is a <bowline> safe?"


def test_soft_hyphens_go():
    assert _rss("<description>Eis&#173;kante &amp;shy;am See</description>").text == "Eiskante am See"
