"""Broken XML, made such that a parser takes it."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.parse.mend import mended


def _title(written: str) -> str:
    return ElementTree.fromstring(mended(f"<rss><title>{written}</title></rss>"))[0].text or ""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Boats & ice", "Boats & ice"),
        ("Boats &amp; ice", "Boats & ice"),
        ("Boats &amp;amp; ice", "Boats &amp; ice"),
        ("R&D, A&B and &", "R&D, A&B and &"),
        ("caf&eacute;&nbsp;&mdash; open", "café\xa0— open"),
        ("&lt;b&gt; &quot;&apos;", "<b> \"'"),
        ("&LT;b> &AMP; &NotEqualTilde;", "<b> & ≂̸"),
        ("100&#37; &#x2014; &#x1F9CA;", "100% — 🧊"),
        ("&#1;a&#x0B;b&#xFFFE;c", "abc"),
        ("&#146;tis &#x85;", "’tis …"),
        ("&#xD83E;&#xDDCA;", "🧊"),
        ("&#55358;&#56778;", "🧊"),
        ("&#xD83E;&#xd83e;", "\ufffd\ufffd"),
        ("&#x110000;&#9999999999;", "\ufffd\ufffd"),
        ("a\x00b\x0cc\ufffed", "abcd"),
        ("<![CDATA[Boats & ice &mdash; <b>]]>", "Boats & ice &mdash; <b>"),
    ],
)
def test_references(written: str, read: str):
    assert _title(written) == read


def test_a_name_that_nobody_knows_stays_for_the_parser():
    assert "&lakeice;" in mended("<rss><title>&lakeice;</title></rss>")


def test_a_comment_is_left_alone():
    assert "<!-- a & b -->" in mended("<rss><!-- a & b --><title>c & d</title></rss>")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("\ufeff\n ", "\n\n"),
        ("Notice: no cache in line 3\n", ""),
        ('<?xml version="1.0" encoding="koi8-r"?>', "<!-- 0.02 s -->"),
        ('\n<?xml version="1.0"?>', "<html><body>Bye</body></html>"),
        ("", "</rss>"),
    ],
)
def test_what_stands_around_the_feed_goes(before: str, after: str):
    found = mended(f"{before}<rss><title>Lakes</title></rss>{after}")
    assert found.startswith("<rss>")
    assert found.count("<title>Lakes</title></rss>") == 1
    assert "koi8-r" not in found
    assert "Bye" not in found
    assert "0.02" not in found


@pytest.mark.parametrize("root", ["rss", "feed", "rdf:RDF", "atom:feed", "channel"])
def test_the_feed_begins_at_its_root_or_its_doctype(root: str):
    assert mended(f"oops <{root}><title>Lakes</title>").startswith(f"<{root}>")
    assert mended(f"oops <!DOCTYPE {root}><{root}>").startswith("<!DOCTYPE")


def test_what_has_no_root_keeps_all_but_its_declaration():
    assert (
        mended('<?xml version="1.0"?>\n<item><title>Lakes</title></item>')
        == "<item><title>Lakes</title></item>"
    )


def test_half_a_feed_keeps_its_half():
    assert mended("<rss><channel><item><title>Lakes") == "<rss><channel><item><title>Lakes"


@given(st.text(max_size=80))
def test_any_text_between_tags_can_be_read(text: str):
    escaped = text.replace("<", "&lt;").replace(">", "&gt;").replace("]]", "")
    document = mended(f"<rss><title>{escaped}</title></rss>")
    try:
        ElementTree.fromstring(document)
    except ElementTree.ParseError as error:
        # Names of nobody's are the parser's to judge.
        assert "undefined entity" in str(error)


@given(st.text("&#x;0123456789abcdefDamp\x01 é", max_size=60))
def test_mending_twice_is_mending_once(text: str):
    once = mended(f"<rss><title>{text}</title></rss>")
    assert mended(once) == once
