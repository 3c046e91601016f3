"""The encoding that bytes make most sense in, where nobody says which it is."""

from __future__ import annotations

import re

from newsreader.parse.alphabets import LANGUAGES
from newsreader.parse.spelling import spelt

__all__ = ["guessed"]

_LOOKED_AT = 500_000
_SAMPLE = 8_000
_PUNCTUATION = "\u3000-\u303f\uff01-\uff5e"
_HAN = re.compile(f"[\u4e00-\u9fff{_PUNCTUATION}]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile(f"[\uac00-\ud7a3{_PUNCTUATION}]")
_GLUED = re.compile("(?<=[A-Za-z])[\u3040-\ud7a3]|[\u3040-\ud7a3](?=[a-z])")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_EASTERN = ("gb18030", "shift_jis", "euc_jp", "big5", "euc_kr")
# Where the half of the Chinese characters ends that is used most, and stands first.
_USUAL = {"gb18030": b"\xd7\xff", "big5": b"\xc6\xff"}
# Of two readings that make as much sense, the one in use on the web.
_OLD = frozenset(("mac-roman", "mac-cyrillic", "cp850", "cp852", "cp866"))
_SELDOM = 0.05
_GUESSES = ("utf-8", *_EASTERN, *LANGUAGES)


def guessed(data: bytes) -> str:
    """*data* as text, by what of its beginning makes most sense."""
    sample = _sample(data)
    best = max(_GUESSES, key=lambda codec: _sense(sample, codec))
    return data.decode(best, "replace")


def _sample(data: bytes) -> bytes:
    """What stands between tags and is not ASCII alone; `<` and `>` are a part of other characters in no encoding."""
    pieces = data[:_LOOKED_AT].replace(b">", b"<").split(b"<")
    return b"\n".join(piece for piece in pieces if not piece.isascii())[:_SAMPLE]


def _sense(sample: bytes, codec: str) -> float:
    """How much *sample* looks like text in *codec*; 1 and more for what is."""
    # GB 18030 gives nearly any bytes a meaning, most of them characters that nobody writes.
    text = sample.decode("gb2312" if codec == "gb18030" else codec, "replace")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if not foreign:
        return 0.0
    bad = text.count("\ufffd") / foreign
    if codec == "utf-8":
        return 1.5 - 4 * bad
    if codec in _EASTERN:
        return 1.2 * _east_asian(text, foreign, codec) * _usual(sample, codec) / foreign - 4 * bad
    return spelt(text, LANGUAGES[codec].split()) - 4 * bad - (_SELDOM if codec in _OLD else 0)


def _east_asian(text: str, foreign: int, codec: str) -> float:
    """How many of the characters belong to the script of *codec*, kana and Hangul counting a little more.

    Korean and Japanese bytes are Han in other encodings as well; Chinese ones are not all kana or Hangul in theirs.
    Within a Latin word none of them stands.
    """
    han, glued = len(_HAN.findall(text)), 2 * len(_GLUED.findall(text))
    if codec == "euc_kr":
        return 1.1 * len(_HANGUL.findall(text)) - glued
    if codec in ("shift_jis", "euc_jp"):
        kana = len(_KANA.findall(text))
        return 1.1 * (kana + han if kana > 0.2 * foreign else kana) - glued
    return 1.05 * han - glued


def _usual(sample: bytes, codec: str) -> float:
    """Which share of pairs of bytes are Chinese characters that are much used; 1 for what is not Chinese."""
    if codec not in _USUAL:
        return 1.0
    pairs: list[bytes] = _PAIR.findall(sample)
    return sum(pair < _USUAL[codec] for pair in pairs) / max(1, len(pairs))
