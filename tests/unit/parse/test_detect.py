"""What a document is taken for, by its bytes and only then by its name."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ParseError
from newsreader.parse.detect import detect
from newsreader.parse.document import parse

RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Norhaven Courier</title></channel></rss>'


@pytest.mark.parametrize(
    "data",
    [
        RSS.encode(),
        b"\n\n  " + RSS.encode(),
        RSS.encode("utf-8-sig"),
        RSS.encode("utf-16"),
        RSS.encode("utf-16-le"),
        RSS.encode("utf-16-be"),
        RSS.encode("utf-32"),
        codecs.BOM_UTF32_BE + RSS.encode("utf-32-be"),
        b'<feed xmlns="http://www.w3.org/2005/Atom"/>',
        b'<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"/>',
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
        b"<RSS version='0.91'><channel/></RSS>",
        b"<!-- made by hand --><rss/>",
        b"<!-- of <html> and <svg> --><?xml-stylesheet href='<opml'?><rss/>",
        b"<item><title>Lake freezes</title></item>",
        b"<entry><title>Lake freezes</title></entry>",
        b"Warning: disk full\n<rss><channel><item><title>Lake freezes</title></item></channel></rss>",
    ],
)
def test_a_feed(data: bytes):
    assert detect(data) == "feed"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'{"version": "https://jsonfeed.org/version/1.1"}', "json"),
        (b"\n [1, 2]", "json"),
        (b"<!DOCTYPE html><title>Lake freezes</title>", "html"),
        (b"<html><body><p>The lake froze.", "html"),
        (b"<p>The lake froze.</p>", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html><html/>', "html"),
        (b'<opml version="2.0"><body/></opml>', "opml"),
        (b'<?xml version="1.0"?><timetable><stop/></timetable>', "xml"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "xml"),
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x00" * 64, "empty"),
        (b"\x89PNG\r\n\x1a\n and so on", "binary"),
        (b"%PDF-1.7 and so on", "binary"),
        (b"\x01\x02\x03\x04 words" * 20, "binary"),
        (b"The lake froze on Monday.", "plain"),
        (b"Lakes < rivers > ponds", "plain"),
        ("Das Wasser gefror.\n".encode("latin-1"), "plain"),
        ("湖面结冰。".encode("gb18030"), "plain"),
    ],
)
def test_other_kinds(data: bytes, kind: str):
    assert detect(data) == kind


@pytest.mark.parametrize(
    ("data", "as_text", "otherwise"),
    [
        (b"[Ostby] The lake froze.", "plain", "json"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "json", "json"),
        (b"How to write <rss>, and <item> inside it", "plain", "feed"),
        (RSS.encode(), "feed", "feed"),
        (b"The lake\x01 froze" + b"." * 8, "plain", "binary"),
    ],
)
def test_a_name_decides_only_in_doubt(data: bytes, as_text: str, otherwise: str):
    assert detect(data, "lake.TXT") == as_text
    assert detect(data, "lake.xml") == otherwise


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "nothing in it"),
        (b"\x89PNG\r\n", "neither text nor a feed"),
        (b"<?xml version='1.0'?><timetable/>", "but no feed"),
        (b"{}", "no JSON Feed"),
    ],
)
def test_what_is_refused_is_refused_in_one_line(data: bytes, reason: str):
    with pytest.raises(ParseError, match=reason) as raised:
        parse(data)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (RSS.encode(), "rss"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Lakes</title></feed>', "atom"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "json"),
        (b"<html><title>Lakes</title><p>The lake froze.</html>", "page"),
        (b"Lake freezes\n\nThe lake froze on Monday.\n", "plain"),
    ],
)
def test_each_kind_has_its_parser(data: bytes, kind: str):
    assert parse(data).kind == kind


@given(st.binary(max_size=200), st.sampled_from(["", "a.txt", "a.xml"]))
def test_whatever_the_bytes_the_document_is_read_or_refused(data: bytes, name: str):
    try:
        found = parse(data, name=name)
    except ParseError as error:
        assert str(error)
    else:
        assert len({entry.key for entry in found.entries}) == len(found.entries)
