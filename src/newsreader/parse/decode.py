"""Bytes of plain text to characters."""

from __future__ import annotations

import codecs
import re

__all__ = ["decode_text"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = (
    "utf-8",
    "gb18030",
    "shift_jis",
    "euc_jp",
    "big5",
    "euc_kr",
    "windows-1251",
    "koi8-r",
    "windows-1252",
)
_SAMPLE = 20_000
_HAN = re.compile("[\u4e00-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_CYRILLIC = re.compile("[\u0430-\u044f]")
_COMMON = re.compile("[оеаинтсрвлкм]")


def decode_text(data: bytes, declared: str = "") -> str:
    """The text in *data*: by its byte order mark, as *declared*, as UTF-8, else by what makes most sense.

    Bytes that fit nothing become U+FFFD.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    if utf16 := _utf16_without_mark(data):
        return data.decode(utf16, "replace")
    for codec in (declared, "utf-8"):
        try:
            if codec:
                return data.decode(codec)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return _guessed(data)


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


def _guessed(data: bytes) -> str:
    sample = data[:_SAMPLE]
    best = max(_GUESSES, key=lambda codec: _sense(sample, codec))
    return data.decode(best, "replace")


def _sense(sample: bytes, codec: str) -> float:
    """How much *sample* looks like text in *codec*; about 1 for what is."""
    text = sample.decode(codec, "replace")
    foreign = [character for character in text if not character.isascii()]
    if not foreign:
        return 0.0
    joined = "".join(foreign)
    bad = joined.count("\ufffd") / len(foreign)
    if codec == "utf-8":
        return 1.2 - 4 * bad
    if codec in ("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"):
        script = {"euc_kr": _HANGUL, "shift_jis": _KANA, "euc_jp": _KANA}.get(codec, _HAN)
        return len(script.findall(joined)) / len(foreign) * 1.05 - 4 * bad
    if codec in ("windows-1251", "koi8-r"):
        lower = _CYRILLIC.findall(joined)
        return (len(lower) + 0.5 * len(_COMMON.findall(joined))) / len(foreign) / 1.2 - 4 * bad
    letters = sum(character.isalpha() or character in "’‘“”–—…«»°" for character in foreign)
    return 0.6 * letters / len(foreign) - 4 * bad
