"""RSS and Atom of every age, whole and broken."""

import pytest

from newsreader.errors import ParseError
from newsreader.model.entry import Entry
from newsreader.parse.feed import parse_feed

SITE = "https://courier.example/news/feed.xml"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lakes.example/a/"><title>Lakes</title>'


def _item(inside: str) -> Entry:
    found = parse_feed(
        '<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><item>{inside}</item></channel></rss>".encode(),
        address=SITE,
    )
    return found.entries[0]


def _entry(inside: str) -> Entry:
    return parse_feed(f"{ATOM}<entry>{inside}</entry></feed>".encode(), address=SITE).entries[0]


RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    "<channel><title>Lakes</title><link>https://lakes.example/</link></channel>"
    "<item><title>Ice</title><link>/1</link></item></rdf:RDF>"
)
CHANNEL = (
    "<title>Lakes</title><link>https://lakes.example/</link><item><title>Ice</title><link>/1</link></item>"
)
ITEM = '<entry><title>Ice</title><link href="/1"/></entry>'


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (f'<rss version="0.91"><channel>{CHANNEL}</channel></rss>', "rss"),
        (f'<rss version="0.92"><channel>{CHANNEL}</channel></rss>', "rss"),
        (f'<rss version="2.0"><channel>{CHANNEL}</channel></rss>', "rss"),
        (f"<rss><channel>{CHANNEL}</channel></rss>", "rss"),
        (RDF, "rss"),
        (f'{ATOM}<link href="https://lakes.example/"/>{ITEM}</feed>', "atom"),
        # Half a feed, and feeds that break off.
        (f'<rss version="2.0"><channel>{CHANNEL}<item><title>Bo', "rss"),
        (f'{ATOM}<link href="https://lakes.example/"/>{ITEM}<entry><tit', "atom"),
        (RDF.partition("</rdf")[0] + "<item><", "rss"),
        # Names of nobody's, tags that do not match, an ampersand.
        (f'<rss version="2.0"><channel>{CHANNEL}<x>&lakeice; & <b></x></channel></rss>', "rss"),
    ],
)
def test_feeds_of_every_age_say_the_same(document: str, kind: str):
    found = parse_feed(document.encode())
    assert (found.kind, found.title, found.url) == (kind, "Lakes", "https://lakes.example/")
    assert (found.entries[0].title, found.entries[0].url) == ("Ice", "https://lakes.example/1")


@pytest.mark.parametrize("document", ["<rss", "<channel></channel>"])
def test_what_is_no_feed_is_refused(document: str):
    with pytest.raises(ParseError):
        parse_feed(document.encode())


@pytest.mark.parametrize("document", ["<rss/>", "<feed/>", f"{ATOM}</feed>"])
def test_a_feed_may_be_empty(document: str):
    assert parse_feed(document.encode()).entries == ()


@pytest.mark.parametrize(
    ("inside", "html", "text"),
    [
        ("<description>Ice &lt;b>holds&lt;/b>.</description>", "Ice <b>holds</b>.", ""),
        ("<description><![CDATA[Ice <b>holds</b>.]]></description>", "Ice <b>holds</b>.", ""),
        ("<description>Ice holds &amp;amp; boats rest.</description>", "", "Ice holds & boats rest."),
        ("<description>4 &lt; 5 boats</description>", "", "4 < 5 boats"),
        ("<description>Ice&lt;script>x()&lt;/script></description>", "", "Ice"),
        ("<description>Bad &lakeice; name</description>", "", "Bad &lakeice; name"),
    ],
)
def test_what_a_description_holds(inside: str, html: str, text: str):
    found = _item(inside)
    assert (found.html, found.text) == (html, text)


@pytest.mark.parametrize(
    ("inside", "html", "text"),
    [
        ('<content type="html">Ice &lt;b>holds&lt;/b>.</content>', "Ice <b>holds</b>.", ""),
        ('<content type="text">4 &lt; 5 &amp;amp; boats</content>', "", "4 < 5 &amp; boats"),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ice <b>holds</b>.</div></content>',
            "Ice <b>holds</b>.",
            "",
        ),
        ('<content type="html">Boats &amp;amp; ice</content>', "", "Boats & ice"),
    ],
)
def test_what_content_of_each_type_holds(inside: str, html: str, text: str):
    found = _entry(inside)
    assert (found.html, found.text) == (html, text)


def test_the_longest_text_is_the_text_and_another_its_summary():
    body = "<content:encoded>&lt;p>Ice holds at Ostby, and boats rest.&lt;/p></content:encoded>"
    found = _item(f"<description>A cold week.</description>{body}")
    assert "<p>Ice holds at Ostby, and boats rest.</p>" in found.html
    assert found.summary == "A cold week."
    assert _item(f"<description>Ice holds at…</description>{body}").summary == ""


def test_of_two_that_say_the_same_the_one_with_its_paragraphs_is_the_text():
    body = "<content:encoded>&lt;p>Ice holds at Ostby.&lt;/p>&lt;p>Boats rest.&lt;/p></content:encoded>"
    found = _item(f"<description>Ice holds at Ostby. Boats rest. Read on.</description>{body}")
    assert "<p>Boats rest.</p>" in found.html


def test_what_stands_deeper_inside_an_item_is_not_the_item_s():
    inside = "<title>Ice</title><description>Boats rest.</description>"
    by = "<author><name>Edda</name><title>Mayor</title><description>Of Ostby.</description></author>"
    found = _item(f"{inside}<og><title>Ice, again</title></og>{by}")
    assert (found.title, found.text) == ("Ice", "Boats rest.")
    found = _item(f"{inside}<author><title></title><description></description></author>")
    assert (found.title, found.text) == ("Ice", "Boats rest.")


def test_a_player_in_a_text_is_a_link():
    found = _item('<description>&lt;iframe src="/e/1" title="Ice">&lt;/iframe></description>')
    assert '<a href="https://courier.example/e/1">▶ Ice</a>' in found.html


def test_an_author_as_long_as_a_book_is_cut():
    feed = f"<rss version='2.0'><channel><item><title>t</title><author>{'a' * 150_000}</author></item></channel></rss>"
    (entry,) = parse_feed(feed.encode()).entries
    assert len(entry.authors[0].name) == 200


# Where feedparser gives up the whole feed.
ODD = '<textInput url="/t"><media:thumbnail url="/t.png"/></textInput>'
PLACE = '<gml:posList xmlns:gml="http://www.opengis.net/gml">59.3 18.1</gml:posList>'
MEDIA = '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Lakes</title>'


def test_what_an_entry_says_where_nobody_expects_it_costs_no_other_entry():
    items = [f"<item><title>{number}</title>{ODD * (number % 3 == 0)}</item>" for number in range(10)]
    found = parse_feed(f"{MEDIA}{''.join(items)}</channel></rss>".encode())
    assert found.title == "Lakes"
    assert [entry.title for entry in found.entries] == [str(number) for number in range(10)]


def test_what_a_feed_says_where_nobody_expects_it_costs_no_entry():
    found = parse_feed(
        f"{MEDIA}{PLACE}<item><title>Ice</title><link>/1</link></item></channel></rss>".encode()
    )
    assert [entry.title for entry in found.entries] == ["Ice"]


def test_a_feed_that_says_nothing_else_is_told_of():
    with pytest.raises(ParseError, match="where nobody expects"):
        parse_feed(f"{MEDIA}{PLACE}</channel></rss>".encode())
