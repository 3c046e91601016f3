"""UTF-8 under the name of a Latin encoding, and Latin encodings under their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.parse.feed import parse_feed
from newsreader.parse.mend import decode_xml
from newsreader.parse.page import parse_page

NAMES = [
    "iso-8859-1",
    "ISO-8859-15",
    "latin1",
    "us-ascii",
    "windows-1252",
    "windows-1250",
    "cp1254",
    "iso-8859-2",
]
KOREAN = "호수는 월요일 아침에 얼었고 배들은 봄까지 물가에 남아 있습니다."
TEXTS = [KOREAN, "Früh gefror der See.", "“Ice” holds – for now", "Озеро замерзло рано.", "湖面结冰。"]


def _feed(title: str, name: str) -> str:
    return f'<?xml version="1.0" encoding="{name}"?><rss><channel><title>{title}</title></channel></rss>'


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", TEXTS)
def test_utf8_under_a_latin_name_is_utf8(text: str, name: str):
    assert parse_feed(_feed(text, name).encode()).title == text
    assert parse_feed(_feed(text, "utf-8").encode(), media_type=f"text/xml; charset={name}").title == text
    assert parse_page(f'<meta charset="{name}"><p>{text}'.encode()).entries[0].html == f"<p>{text}</p>"


@pytest.mark.parametrize("name", NAMES)
def test_a_character_that_was_cut_does_not_make_utf8_latin(name: str):
    cut = KOREAN.encode()[:-2] + b"... " + KOREAN.encode()
    assert decode_xml(cut, f"text/xml; charset={name}").endswith(KOREAN)
    assert decode_xml((KOREAN * 2).encode()[:-5], f"text/xml; charset={name}").startswith(KOREAN)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Früh gefror der See, sagte Jana Kröger.", "iso-8859-1"),
        ("Ein Café", "iso-8859-1"),
        ("é", "iso-8859-1"),
        ("ÃO PAULO, SÃO JOÃO", "iso-8859-1"),
        ("5 €, “Ice” – it’s", "windows-1252"),
        ("Jezioro zamarzło, żeglarze śpią.", "iso-8859-2"),
        ("Göl dondu, kayıklar kıyıda kaldı.", "windows-1254"),
        # What a Latin feed quotes of somebody else's mishap is no reason to take the rest for one.
        ("Aus „früh“ wurde frÃ¼h, aus „schön“ schÃ¶n, aus „Äste“ Ã„ste", "windows-1252"),
    ],
)
def test_true_latin_stays_latin(text: str, name: str):
    assert parse_feed(_feed(text, name).encode(name)).title == text
    assert decode_xml(text.encode(name), f"text/xml; charset={name}") == text
    assert parse_page(f"<p>{text}".encode(name), media_type=f"text/html; charset={name}").entries[0].html == (
        f"<p>{text}</p>"
    )


def test_pages_mean_what_browsers_take_a_name_for():
    page = '<meta charset="iso-8859-1"><p>“Ice” – 5 €'.encode("windows-1252")
    assert parse_page(page).entries[0].html == "<p>“Ice” – 5 €</p>"


LETTERS = "abc äöüéèàçñßÄÖÜÉøåæ.,"


@given(st.text(LETTERS, max_size=60))
def test_words_in_latin_letters_come_back_from_either(text: str):
    assert decode_xml(text.encode("windows-1252"), "text/xml; charset=iso-8859-1") == text
    assert decode_xml(text.encode(), "text/xml; charset=iso-8859-1") == text
