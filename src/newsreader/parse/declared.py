"""Bytes read as the encoding that somebody declared them to be, which is not always what they are."""

from __future__ import annotations

import codecs
import re

__all__ = ["as_declared", "codec_for"]

# Names under which other encodings are meant, as every browser takes them (encoding.spec.whatwg.org).
_MEANT = {
    "iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252",
    "ascii": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "shift_jis": "cp932",
    "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
    "big5": "big5hkscs", "iso-8859-9": "windows-1254", "tis-620": "cp874", "iso-8859-11": "cp874",
}  # fmt: skip
_LATIN = re.compile(r"iso8859-(?:1|2|3|4|9|10|13|14|15|16)|cp125[02478]|mac-roman|mac-latin2")


def codec_for(name: str) -> str:
    """The codec that is meant by *name*, which Python may know or not."""
    return _MEANT.get(name.lower(), name)


def as_declared(data: bytes, name: str) -> str | None:
    """*data* in the encoding *name*, or in UTF-8 where *name* is a Latin one and the bytes say otherwise.

    None where Python does not know the name, or the bytes are not in that encoding.
    """
    codec = codec_for(name)
    try:
        if _LATIN.fullmatch(codecs.lookup(codec).name) and (text := _as_utf8(data)):
            return text
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _as_utf8(data: bytes) -> str | None:
    """*data* in UTF-8 where characters of several bytes are in it, and next to nothing that is none.

    Latin letters stand beside ASCII, or beside other letters, which is no character in UTF-8: hardly a word of any
    language is valid in it by accident. What was cut inside a character is let through.
    """
    if data.isascii():
        return None
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(not character.isascii() for character in text) - bad
    return text if good > 10 * bad else None
