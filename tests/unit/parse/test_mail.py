"""Pages that browsers saved in one file, and letters."""

import json
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ParseError
from newsreader.model.codec import feed_from_json, feed_to_json
from newsreader.parse.detect import detect
from newsreader.parse.document import parse

SAVED = b"""From: <Saved by a browser>\r
Snapshot-Content-Location: https://vale.example/2026/mill\r
Subject: =?utf-8?Q?The_mill_reopens_=E2=80=93_Vale?=\r
Date: Mon, 16 Nov 2026 08:00:00 +0000\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html"; boundary="--abc"\r
\r
----abc\r
Content-Type: text/html; charset=windows-1252\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://vale.example/2026/mill\r
\r
<html lang=3D"en"><head><title>The mill reopens</title></head><body><h1>The mill reopens</h1>\r
<p>The old mill =96 closed for eleven years =96 reopened on Tuesday, with a new wheel and a bak=\r
ery in the grain store. <a href=3D"/bread">Bread</a></p></body></html>\r
----abc\r
Content-Type: image/png\r
Content-Transfer-Encoding: base64\r
\r
iVBORw0KGgo=\r
----abc--\r
"""


def letter(**parts):
    made = EmailMessage()
    made["From"] = "Jürgen Holm <jh@lakes.example>"
    made["Subject"] = "Žlutá loď"
    made["Date"] = "Mon, 16 Nov 2026 08:00:00 +0000"
    made["Message-ID"] = "<1@lakes.example>"
    made.set_content(parts.get("plain", "Ice holds.\n\nBoats wait.\n"))
    if "html" in parts:
        made.add_alternative(parts["html"], subtype="html")
    return made.as_bytes()


def test_a_saved_page_is_the_page():
    feed = parse(SAVED, name="mill.mht")
    (entry,) = feed.entries
    assert (feed.kind, entry.title, entry.url) == (
        "page",
        "The mill reopens",
        "https://vale.example/2026/mill",
    )
    assert "mill – closed for eleven years – reopened" in entry.html
    assert "a bakery in" in entry.html
    assert 'href="https://vale.example/bread"' in entry.html
    assert "iVBOR" not in entry.html


@pytest.mark.parametrize(
    "more", [{}, {"html": "<p>Ice <b>holds</b>.</p><p>Boats wait.</p><script>x()</script>"}]
)
def test_a_letter_is_a_letter(more):
    (entry,) = parse(letter(**more)).entries
    assert (entry.title, entry.guid) == ("Žlutá loď", "<1@lakes.example>")
    assert [author.name for author in entry.authors] == ["Jürgen Holm"]
    assert entry.published == datetime(2026, 11, 16, 8, tzinfo=UTC)
    assert (entry.html or entry.text).startswith("<p>Ice <b>holds</b>" if more else "Ice holds.")
    assert "x()" not in entry.html


@pytest.mark.parametrize(
    "text",
    [
        "Lake: frozen\n\nIt froze.",
        "Note: MIME-Version: 1.0 is a header\n\nIt is.",
        "The mill\nMIME-Version: 1.0\n\nx",
    ],
)
def test_a_text_with_colons_is_no_letter(text):
    assert detect(text.encode()) == "plain"


def test_a_letter_without_words_is_refused():
    with pytest.raises(ParseError, match="without words"):
        parse(b"MIME-Version: 1.0\nContent-Type: image/png\n\nxx")


def test_deep_parts_end_nothing():
    deep = b"MIME-Version: 1.0\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(2000)
    )
    with pytest.raises(ParseError):
        parse(deep + b"\nx")


@given(
    st.lists(st.sampled_from(SAVED.splitlines(keepends=True)) | st.binary(max_size=30), max_size=30).map(
        b"".join
    )
)
def test_any_letter_is_read_or_refused(lines):
    try:
        feed = parse(b"MIME-Version: 1.0\n" + lines)
    except ParseError as error:
        assert "\n" not in error.message
        return
    assert feed_from_json(json.loads(json.dumps(feed_to_json(feed)))) == feed
