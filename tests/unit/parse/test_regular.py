"""Regular feeds are read without feedparser, and to the same effect."""

from unittest.mock import patch
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.errors import ParseError
from newsreader.parse.feed import parse_feed
from newsreader.parse.regular import read_regular
from support.altered import ADDRESSES, altered

BLOG = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
 xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>
<title>Salt &amp; Tide</title><atom:link href="https://tide.example/feed" rel="self" type="application/rss+xml"/>
<link>https://tide.example</link><description>Of the coast</description>
<lastBuildDate>Fri, 20 Nov 2026 08:00:00 +0000</lastBuildDate><language>en-GB</language>
<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency><generator>by hand</generator>
<image><url>https://tide.example/a.png</url><title>Salt &amp; Tide</title><link>https://tide.example</link></image>
<item><title>The ferry &#8220;Wren&#8221; &amp;amp; its crew</title><link>https://tide.example/wren/?a=1&amp;b=2</link>
<comments>/wren/#respond</comments><dc:creator><![CDATA[Edda Storm]]></dc:creator>
<pubDate>Fri, 20 Nov 2026 07:30:00 +0100</pubDate><category><![CDATA[Ships]]></category><category>Crews</category>
<guid isPermaLink="false">https://tide.example/?p=7</guid><description><![CDATA[<p>In short &#8230;</p>]]></description>
<content:encoded><![CDATA[<p>At length, <a href="/crew">with links</a>, and more of it.</p>]]></content:encoded>
<wfw:commentRss>https://tide.example/wren/feed</wfw:commentRss><slash:comments>3</slash:comments></item>
</channel></rss>"""
PODCAST = """<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Low Water</title><link>https://low.example/</link><itunes:author>Ida</itunes:author><itunes:image href="l.png"/>
<itunes:owner><itunes:name>Ida</itunes:name><itunes:email>ida@low.example</itunes:email></itunes:owner>
<itunes:category text="Science"><itunes:category text="Nature"/></itunes:category><podcast:locked>yes</podcast:locked>
<item><title>Eels</title><guid>https://low.example/1</guid><pubDate>Thu, 19 Nov 2026 07:30:00 GMT</pubDate>
<author>ida@low.ex (Ida Reed)</author><enclosure url="https://low.example/1.mp3" length="123" type="audio/mpeg"/>
<itunes:duration>12:30</itunes:duration><itunes:image href="https://low.example/1.png"/><itunes:summary>Of eels.
</itunes:summary><podcast:person role="host">Ida</podcast:person><media:content url="https://low.example/1.mp4"
 type="video/mp4" medium="video"><media:thumbnail url="https://low.example/t.png" width="90"/></media:content></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv-SE" xmlns:thr="http://purl.org/syndication/thread/1.0">
<title type="text">Fyren</title><link rel="self" href="https://fyren.example/atom"/><id>tag:fyren.example,2026:1</id>
<link href="https://fyren.example/"/><updated>2026-11-20T08:00:00Z</updated><author><name>Redaktionen</name></author>
<entry><title type="html">Sju &amp;lt; &lt;b&gt;åtta&lt;/b&gt;</title><id>tag:fyren.example,2026:2</id>
<link rel="alternate" type="text/html" href="a/7?x=1&amp;y=2"/><link rel="replies" href="https://fyren.example/7/c"/>
<link rel="enclosure" type="audio/ogg" length="9" href="https://fyren.example/7.ogg"/><thr:total>4</thr:total>
<published>2026-11-20T08:00:00.5+01:00</published><updated>2026-11-20T09:00:00Z</updated><category term="sjö"/>
<author><name>Ulla</name><uri>/ulla</uri><email>ulla@fyren.example</email></author>
<summary>Kort.</summary><content type="html" xml:base="https://fyren.example/7/" xml:lang="nb">&lt;p&gt;&lt;a
 href="b"&gt;Mer&lt;/a&gt; &#228;n s&#229;.&lt;/p&gt;</content></entry></feed>"""
ADDRESS = "https://feeds.example.net/a/feed.xml"


def _by(reader, text, address):
    with patch("newsreader.parse.feed.read_regular", reader):
        try:
            return parse_feed(text.encode(), address=address)
        except ParseError as error:
            return str(error)


def _same(text, address):
    """Compare both readers, unless the document is left to feedparser alone."""
    taken = []

    def regular(document, base):
        taken.append(read_regular(document, base))
        return taken[0]

    found = _by(regular, text, address)
    if taken and taken[0] is not None:
        assert found == _by(lambda *_: None, text, address)
    return bool(taken and taken[0] is not None)


@pytest.mark.parametrize("address", [ADDRESS, None])
@pytest.mark.parametrize("text", [BLOG, PODCAST, ATOM], ids=["blog", "podcast", "atom"])
def test_feeds_as_most_are_need_no_feedparser(text, address):
    # Without an address feedparser does not leave off a base that one text has.
    assert _same(text, address) == (address is not None or text is not ATOM)


@pytest.mark.parametrize(
    "text",
    [
        BLOG.replace("</channel>", ""),
        BLOG.replace("<item>", "<item>&lt;<p>"),
        BLOG.replace("<rss", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss"),
        BLOG.replace("<comments>", "<title>Another</title><comments>"),
        BLOG.replace("<comments>", "<comments xml:base='https://a.example/'>"),
        BLOG.replace("Edda Storm", "Edda at edda@storm.museum"),
        BLOG.replace('xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:dc="https://dc.example/"'),
        BLOG.replace("<dc:creator>", '<dc:creator xmlns:dc="http://search.yahoo.com/mrss/">'),
        BLOG.replace("<item>", "<item><description>One</description>"),
        BLOG.replace("<description>", "<description type='xhtml'>"),
        PODCAST.replace("<channel>", "<channel><media:title>A</media:title>"),
        ATOM.replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
        ATOM.replace("<name>Ulla</name>", ""),
        ATOM.replace('type="html" xml:base', 'type="xhtml" xml:base'),
        ATOM.replace("<feed ", "<feed xml:base='a/' "),
        *(BLOG.replace('"2.0"', f'"2.0" xmlns="{address}"') for address in ADDRESSES),
    ],
)
def test_the_rest_is_left_to_feedparser(text):
    assert not _same(text, ADDRESS)


MODULES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "atom": "http://www.w3.org/2005/Atom",
    "georss": "http://www.georss.org/georss",
    "x": "https://modules.example.org/x",
    "Y": "https://modules.example.org/y",
}
LEAVES = (
    "title link description guid id pubDate published updated author name email uri category comments source summary"
    " content:encoded content dc:creator dc:date dc:subject dc:language language itunes:duration itunes:summary"
    " itunes:keywords itunes:author itunes:image itunes:subtitle media:title media:thumbnail media:content enclosure"
    " slash:comments atom:link x:title Y:link x:y post-id rights media:credit ttl sy:updatePeriod georss:point"
).split()
ENTRIES = "title link description guid pubDate category author dc:creator content:encoded enclosure".split()
ENTRIES_OF_ATOM = "title link summary id updated category content published".split()
TEXTS = st.sampled_from(
    "|  |Plain words|<p>Some <b>marked</b> words</p>|AT&T &amp; more|&lt;i&gt;twice&lt;/i&gt;|</p>|1 < 2|a &nbsp; b"
    "|https://a.example/x|https://a.example/x?b=1&c=2|https://a.example/?b&amp;c;d|http:///a.example//b|/rel/x|a b|#f"
    "|tag:a.example,2026:7|http://[::1|javascript:x()|ida@low.ex|ida@low.ex (Ida)|(Ida) ida@low.ex"
    "|Ida <ida@low.museum>|Fri, 20 Nov 2026 07:30:00 +0100|20 Nov 2026 07:30:00 GMT|Fri, 31 Feb 2026 25:00:00 GMT"
    "|2026-11-20T08:00:00Z|2026-11-20T08:00:00.25-03:30|2026-11-20|yesterday|Thu, 01 Jan 1970 00:00:60 EST|12:30|60"
    "|Ã¥ngstrÃ¶m|caf\x92s|Ågren|漢字|one, two,,three|\n padded \n|en_GB|daily|true|false|0".split("|")
) | st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cn"]), max_size=8)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        "href rel type url term label scheme domain isPermaLink text length xml:lang medium width isDefault x:a".split()
    ),
    TEXTS
    | st.sampled_from(
        "alternate self enclosure related replies html text TEXT/HTML xhtml image/png false".split()
    ),
    max_size=2,
)


@st.composite
def _leaf(draw, names):
    name = draw(st.sampled_from(names * 4 + LEAVES))
    attributes = draw(st.sampled_from([ATTRIBUTES, *[st.just({})] * 5]).flatmap(lambda found: found))
    if name == "link" and draw(st.booleans()):
        attributes = {**attributes, "href": draw(TEXTS)}
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    text = escape(draw(TEXTS)) if draw(st.booleans()) or name != "link" or not attributes else ""
    return f"<{name}{written}>{text}</{name}>"


@st.composite
def _person(draw):
    parts = draw(st.lists(st.sampled_from(["name", "uri", "email", "x:y"]), max_size=3))
    inside = "".join(f"<{part}>{escape(draw(TEXTS))}</{part}>" for part in parts)
    return f"<author>{inside}</author>"


@st.composite
def _feeds(draw):
    is_atom = draw(st.booleans())
    names = ENTRIES_OF_ATOM if is_atom else ENTRIES
    parts = _leaf(names) | _person() if is_atom else _leaf(names)
    tag = "entry" if is_atom else "item"
    entry = st.lists(parts, max_size=6).map(lambda found: f"<{tag}>{' '.join(found)}</{tag}>")
    inside = "".join(draw(st.lists(entry | entry | parts, max_size=5)))
    declared = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in MODULES.items())
    language = draw(
        st.sampled_from(["", ' xml:lang="de_AT"', ' xml:lang=""', ' xml:base="https://b.example/c/"'])
    )
    if is_atom:
        return f'<feed xmlns="http://www.w3.org/2005/Atom"{declared}{language}>{inside}</feed>'
    return f'<rss version="2.0"{declared}{language}><channel>{inside}</channel></rss>'


@given(_feeds(), st.sampled_from([ADDRESS, None, "http://a.example", "http://a.example//b"]))
@example(BLOG, "https://a.example/b?c=%C3%A5#d")
def test_both_readers_find_the_same(text, address):
    _same(text, address)


@given(altered([BLOG, PODCAST, ATOM]), st.sampled_from([ADDRESS, None]))
def test_both_readers_find_the_same_in_what_is_other_than_usual(text, address):
    _same(text, address)
