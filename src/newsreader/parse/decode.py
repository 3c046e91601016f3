"""Bytes of plain text to characters."""

from __future__ import annotations

import codecs
import re

from newsreader.parse.declared import as_declared
from newsreader.parse.guess import guessed
from newsreader.text.beginning import MARKS

__all__ = ["decode_text"]

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), *MARKS)
_JAPANESE = re.compile(rb"\x1b\$[@B]")
_SAMPLE = 20_000


def decode_text(data: bytes, declared: str = "") -> str:
    """The text in *data*: by its byte order mark, as *declared*, as UTF-8, else by what makes most sense.

    Bytes that fit nothing become U+FFFD.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    if unmarked := _utf16_without_mark(data) or _japanese_by_escapes(data):
        return data.decode(unmarked, "replace")
    found = (as_declared(data, name) for name in (declared, "utf-8") if name)
    return next((text for text in found if text is not None), "") or guessed(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """Every other byte of Latin text in UTF-16 is 0."""
    sample = data[:_SAMPLE]
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _japanese_by_escapes(data: bytes) -> str | None:
    """ISO-2022-JP is ASCII, and so UTF-8, in which escapes say that pairs of letters are Japanese from there."""
    escape = _JAPANESE.search(data)
    return "iso2022_jp_ext" if escape and b"\x1b(" in data[escape.end() :] and data.isascii() else None
