"""Bytes to characters: marks, declared encodings, wrong ones, and guesses."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.parse.decode import decode_text
from newsreader.parse.mend import decode_xml

GERMAN = "Der See bei Ostby gefror früh, sagte die Bürgermeisterin Jana Kröger; Straßen blieben geöffnet."
POLISH = "Jezioro zamarzło wcześnie, a łódki zostały przy brzegu. Żeglarze są źli."
RUSSIAN = "Озеро замерзло рано утром, и лодки остались у берега до самой весны."
CHINESE = "湖面在星期一清晨结冰，渔民把船留在岸边，等到春天再出发。"
JAPANESE = "みずうみは月曜日の朝にこおりました。ふねは春まできしにのこります。"
KOREAN = "호수는 월요일 아침에 얼었고 배들은 봄까지 물가에 남아 있습니다."
TEXTS = [GERMAN, POLISH, RUSSIAN, CHINESE, JAPANESE, KOREAN]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_decides_against_whatever_is_declared(text: str, mark: bytes, codec: str):
    assert decode_text(mark + text.encode(codec), "iso-8859-1") == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (GERMAN, "iso-8859-1"),
        (POLISH, "iso-8859-2"),
        (POLISH, "windows-1250"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc-kr"),
    ],
)
def test_what_is_declared_and_true_is_believed(text: str, codec: str):
    assert decode_text(text.encode(codec), codec) == text
    assert decode_xml(text.encode(codec), f"text/xml; charset={codec}") == text
    declaration = f'<?xml version="1.0" encoding="{codec}"?>'
    assert decode_xml((declaration + text).encode(codec)) == declaration + text


@pytest.mark.parametrize("declared", ["", "ascii", "no-such-encoding", "utf-16", "koi8-\x00", "hex"])
@pytest.mark.parametrize("text", TEXTS)
def test_utf8_is_found_whatever_nonsense_is_declared(text: str, declared: str):
    # An even number of bytes, which UTF-16 would take as well.
    text += "." * (len(text.encode()) % 2)
    assert decode_xml(text.encode(), f"text/xml; charset={declared}") == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (GERMAN, "windows-1252"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
        ("湖面在星期一清晨結冰，漁民把船留在岸邊，等到春天再出發。", "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
        ("Η λίμνη πάγωσε νωρίς το πρωί και οι βάρκες έμειναν στην όχθη.", "windows-1253"),
        ("האגם קפא מוקדם בבוקר והסירות נשארו ליד החוף.", "windows-1255"),
        ("تجمدت البحيرة في الصباح الباكر وبقيت القوارب قرب الشاطئ.", "windows-1256"),
        ("ทะเลสาบกลายเป็นน้ำแข็งในตอนเช้า และเรือยังคงอยู่ริมฝั่ง", "tis-620"),
        (JAPANESE, "iso2022_jp"),
        (POLISH, "windows-1250"),
        (POLISH, "iso-8859-2"),
        (POLISH, "cp852"),
        ("Jezero zamrzlo brzy ráno a čluny zůstaly u břehu, říkají rybáři.", "windows-1250"),
        ("A tó korán befagyott, és a csónakok a parton maradtak; a hőmérséklet csökkent.", "iso-8859-2"),
        ("Lacul a îngheţat devreme, iar bărcile au rămas la mal până în primăvară.", "windows-1250"),
        ("Jezero se zaledilo rano ujutro, a čamci su ostali uz obalu; kiše više neće biti.", "iso-8859-2"),
        ("Göl sabah erkenden dondu ve kayıklar ilkbahara kadar kıyıda kalacak.", "windows-1254"),
        ("Ežeras anksti užšalo, ir valtys liko prie kranto, sakė žvejai.", "windows-1257"),
        ("Озеро замерзло рано вранці, і човни залишилися біля берега.", "windows-1251"),
        ("Озеро замерзло рано вранці, і човни залишилися біля берега.", "koi8-u"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso-8859-5"),
        ("Sjön frös tidigt på morgonen, och båtarna ligger kvar.", "windows-1252"),
        ("Søen frøs tidligt, og bådene blev liggende på land.", "iso-8859-1"),
        ("Le lac a gelé tôt ; les bateaux sont restés près de la rive, où rien ne bouge.", "windows-1252"),
        ("The lake isn’t open – “not yet”, said the mayor.", "windows-1252"),
        ("The lake isn’t open – “not yet”, said the mayor.", "mac-roman"),
        ("A day on the lake is £5.", "iso-8859-1"),
        ("The lake froze early.", "utf-16-le"),
        ("The lake froze early.", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("declared", ["", "utf-8"])
def test_what_nobody_declares_is_guessed(text: str, codec: str, declared: str):
    assert decode_text(text.encode(codec), declared) == text


def test_the_words_of_a_page_decide_and_not_those_of_its_menu():
    menu = "<a href='/home'>Home</a> <a>About us</a> <a>All the news</a> " * 500
    page = f"<html><body>{menu}<p>{POLISH}</p></body></html>"
    assert decode_text(page.encode("iso-8859-2")) == page


def test_escapes_of_terminals_are_not_japanese():
    text = "\x1b[31mred\x1b[0m costs \x1b$5"
    assert decode_text(text.encode()) == text


def test_the_server_is_believed_before_the_document_and_either_only_where_it_fits():
    data = ('<?xml version="1.0" encoding="koi8-r"?>' + RUSSIAN).encode("windows-1251")
    assert RUSSIAN in decode_xml(data, "text/xml; charset=windows-1251")
    assert RUSSIAN in decode_xml(data.replace(b"koi8-r", b"windows-1251"), "text/xml; charset=us-ascii-x")
    assert RUSSIAN in decode_xml(data.replace(b"koi8-r", b"windows-1251"), "text/xml; charset=utf-8")


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "us-ascii"])
def test_names_mean_what_browsers_take_them_for(declared: str):
    assert (
        decode_xml("“Lake” – 5 €".encode("windows-1252"), f"text/xml; charset={declared}") == "“Lake” – 5 €"
    )


def test_a_few_bad_bytes_do_not_cost_the_declared_encoding():
    data = f'<?xml version="1.0" encoding="utf-8"?>{CHINESE}'.encode() + b"\xff" + CHINESE.encode()
    assert decode_xml(data).endswith(CHINESE + "\ufffd" + CHINESE)


@given(
    st.binary(max_size=300), st.sampled_from(["", "utf-8", "utf-7", "idna", "punycode", "base64", "x" * 99])
)
def test_no_bytes_and_no_name_are_too_bad(data: bytes, declared: str):
    assert isinstance(decode_text(data, declared), str)
    assert isinstance(decode_xml(data, f"text/xml; charset={declared}"), str)


@given(st.text(max_size=200).filter(lambda text: "\x00" not in text and not text.startswith("\ufeff")))
def test_utf8_comes_back_as_it_was(text: str):
    assert decode_text(text.encode()) == text
