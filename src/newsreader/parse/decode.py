"""Bytes of plain text to characters."""

from __future__ import annotations

import codecs
import re

from newsreader.parse.declared import as_declared

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
_PUNCTUATION = "\u3000-\u303f\uff01-\uff5e"
_HAN = re.compile(f"[\u4e00-\u9fff{_PUNCTUATION}]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile(f"[\uac00-\ud7a3{_PUNCTUATION}]")
# Whole words: Cyrillic in the middle of Latin letters is an accented letter, taken wrongly.
_CYRILLIC = re.compile("(?<![A-Za-z\u0430-\u044f])[\u0430-\u044f]++(?![A-Za-z])")
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
    found = (as_declared(data, name) for name in (declared, "utf-8") if name)
    return next((text for text in found if text is not None), "") or _guessed(data)


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
    # GB 18030 gives nearly any bytes a meaning, most of them characters that nobody writes.
    text = sample.decode("gb2312" if codec == "gb18030" else codec, "replace")
    foreign = "".join(character for character in text if not character.isascii())
    if not foreign:
        return 0.0
    bad = foreign.count("\ufffd") / len(foreign)
    if codec == "utf-8":
        return 1.2 - 4 * bad
    if codec in ("windows-1251", "koi8-r"):
        lower = "".join(_CYRILLIC.findall(text))
        return (len(lower) + 0.5 * len(_COMMON.findall(lower))) / len(foreign) / 1.2 - 4 * bad
    if codec == "windows-1252":
        letters = sum(character.isalpha() or character in "’‘“”–—…«»°" for character in foreign)
        return 0.6 * letters / len(foreign) - 4 * bad
    return _east_asian(foreign, codec) / len(foreign) - 4 * bad


def _east_asian(foreign: str, codec: str) -> float:
    """How many of the characters belong to the script of *codec*, kana and Hangul counting a little more.

    Korean and Japanese bytes are Han in other encodings as well; Chinese ones are not all kana or Hangul in theirs.
    """
    han = len(_HAN.findall(foreign))
    if codec == "euc_kr":
        return 1.1 * len(_HANGUL.findall(foreign))
    if codec in ("shift_jis", "euc_jp"):
        kana = len(_KANA.findall(foreign))
        return 1.1 * (kana + han if kana > 0.2 * len(foreign) else kana)
    return 1.05 * han
