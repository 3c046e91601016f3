"""Any bytes: every parser reads them, or says in one line why not. A longer run is in docs/development.md."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ParseError, SourceError
from newsreader.index.errors import QueryError
from newsreader.index.grammar import parse as parse_query
from newsreader.model.codec import feed_from_json, feed_to_json
from newsreader.parse.discover import feed_links
from newsreader.parse.document import parse
from newsreader.parse.opml import parse_source_list
from newsreader.text.blocks import blocks_of_html
from newsreader.text.dates import parse_date
from newsreader.text.urls import clean_url

ODD = st.sampled_from(
    "\x00|\x1b[2J|\x9b|\u202e|\ud800|&|&#0;|&#55357;|&nope;|<|>|<![CDATA[|]]>|<!--|<!DOCTYPE x [<!ENTITY a 'b'>]>|\n\n"
    "|1e999|é|漢|\ufeff|https://a.example/|javascript:x()|//|%00|2026-02-30T25:61:00Z|Mon, 99 Foo 26 1:2:3 +9999".split(
        "|"
    )
)
WORDS = st.lists(ODD | st.text(max_size=6), max_size=4).map("".join)
NAMES = (
    "rss feed rdf:RDF channel item entry title link description content content:encoded summary author name pubDate"
    " dc:date updated guid id enclosure media:content media:group media:thumbnail itunes:duration itunes:image category"
    " comments source image url language opml body outline html head p article table td li a img iframe video math"
).split()
KEYS = (
    "version title items id url content_html content_text summary authors name tags attachments mime_type"
    " size_in_bytes duration_in_seconds date_published date_modified language image external_url home_page_url"
).split()


def _element(inside):
    attributes = st.dictionaries(
        st.sampled_from("href rel type url src length duration xmlUrl text xml:base xml:lang".split()),
        WORDS,
        max_size=3,
    )
    return st.builds(
        lambda name, given, parts, end: "".join(
            [
                f"<{name}",
                *(f" {key}={value!r}" for key, value in given.items()),
                ">",
                *parts,
                f"</{name}>" * end,
            ]
        ),
        st.sampled_from(NAMES),
        attributes,
        st.lists(inside, max_size=4),
        st.booleans() | st.just(True),
    )


XML = st.builds(
    lambda root, parts: f"<{root}>{''.join(map(str, parts))}",
    st.sampled_from(["rss", "feed", "rdf:RDF", "html", "opml", "?xml version='1.0'?><rss"]),
    st.lists(st.recursive(WORDS, _element, max_leaves=12), max_size=5),
).map(lambda text: text.encode("utf-8", "surrogatepass"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inside, max_size=5),
    max_leaves=15,
)
JSON = st.builds(
    lambda items, head: json.dumps({**head, "items": items}).encode(),
    st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8), max_size=3),
    st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=3),
)
PLAIN = st.lists(
    WORDS | st.sampled_from(["OSTBY, March 3 (NN) - ", "By Edda Storm", "See also", "- - -"]), max_size=12
).map(lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass"))
NEWSBOAT = st.lists(
    WORDS | st.sampled_from(['"query:a:b"', "exec:x", "https://a.example/ tag ~t", '"~']), max_size=6
).map(lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass"))
DOCUMENTS = st.binary(max_size=400) | XML | JSON | PLAIN


def _lines(value):
    """Every text of a feed that stands in one line."""
    yield value.title
    yield value.problem
    for entry in value.entries:
        yield from (entry.title, entry.place, entry.agency, entry.language, *entry.tags, *entry.see_also)
        yield from (author.name for author in entry.authors)
        yield from (enclosure.media_type for enclosure in entry.enclosures)


@given(
    DOCUMENTS, st.sampled_from(["", "a.txt", "b.html", "c.xml"]), st.none() | st.just("https://a.example/b/")
)
def test_any_document_is_clean_or_refused_in_one_line(data, name, address):
    try:
        feed = parse(data, name=name, address=address)
    except ParseError as error:
        assert error.message
        assert "\n" not in error.message
        return
    assert len({entry.key for entry in feed.entries}) == len(feed.entries)
    for line in _lines(feed):
        assert not [c for c in line if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")], line
    for entry in feed.entries:
        addresses = (
            entry.url,
            entry.image,
            entry.external_url,
            entry.comments_url,
            *(e.href for e in entry.enclosures),
        )
        assert all(each is None or each.startswith(("http://", "https://")) for each in addresses)
        blocks_of_html(entry.html)
    assert feed_from_json(json.loads(json.dumps(feed_to_json(feed)))) == feed


@given(st.binary(max_size=400) | XML | NEWSBOAT)
def test_any_list_of_sources_is_read_or_refused(data):
    try:
        found = parse_source_list(data)
    except SourceError as error:
        assert "\n" not in error.message
        return
    assert found is not None


@given(XML.map(lambda data: data.decode("utf-8", "replace")), st.none() | WORDS)
def test_any_page_names_feeds_of_the_web_alone(page, address):
    assert all(link.url.startswith(("http://", "https://")) for link in feed_links(page, address))


PARTS = (
    'title: source: is: is:unread after: before:2026-13-45 older:3d newer:-1 story:>3 story: " - or OR ( ) * -" lang:de'
).split()


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=5), max_size=8), st.sampled_from(["", " "]))
def test_any_query_is_understood_or_refused_with_its_place(parts, between):
    query = between.join(parts)
    try:
        parse_query(query)
    except QueryError as error:
        assert 0 <= error.at <= len(query)


@pytest.mark.parametrize("read", [parse_date, clean_url])
@given(WORDS)
def test_any_date_and_address(read, text):
    read(text)
