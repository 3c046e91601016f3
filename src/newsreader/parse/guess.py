"""The encoding that bytes make most sense in, where nobody says which it is."""

from __future__ import annotations

import re

__all__ = ["guessed"]

_SAMPLE = 20_000
_PUNCTUATION = "\u3000-\u303f\uff01-\uff5e"
_HAN = re.compile(f"[\u4e00-\u9fff{_PUNCTUATION}]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile(f"[\uac00-\ud7a3{_PUNCTUATION}]")
_EASTERN = ("gb18030", "shift_jis", "euc_jp", "big5", "euc_kr")
# Letters of a script, and the dozen that make three quarters of its texts: the same bytes are letters in each of these.
_LETTERS = {
    "windows-1251": ("\u0430-\u044f", "оеаинтсрвлкм"),
    "koi8-r": ("\u0430-\u044f", "оеаинтсрвлкм"),
    "windows-1253": ("\u03ac-\u03ce", "αοιετσνηυρπκς"),
    "windows-1255": ("\u05d0-\u05ea", "יוהלאתרבמשנם"),
    "windows-1256": ("\u0621-\u064a", "اليموننترسعب"),
    "cp874": ("\u0e01-\u0e3a\u0e40-\u0e4e", "านรกอเงมยลวทด่้ัี"),
}


def _whole_words(letters: str) -> re.Pattern[str]:
    """Words of nothing but *letters*: one in the middle of Latin ones is an accented letter, taken wrongly."""
    return re.compile(f"(?<![A-Za-z{letters}])[{letters}]++(?![A-Za-z])")


_WORDS = {codec: _whole_words(letters) for codec, (letters, _) in _LETTERS.items()}
_GUESSES = ("utf-8", *_EASTERN, *_LETTERS, "windows-1252")


def guessed(data: bytes) -> str:
    """*data* as text, by what of its beginning makes most sense."""
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
    if codec in _LETTERS:
        return _of_letters(text, codec) / len(foreign) - 4 * bad
    if codec in _EASTERN:
        return _east_asian(foreign, codec) / len(foreign) - 4 * bad
    letters = sum(character.isalpha() or character in "’‘“”–—…«»°" for character in foreign)
    return 0.6 * letters / len(foreign) - 4 * bad


def _of_letters(text: str, codec: str) -> float:
    found = "".join(_WORDS[codec].findall(text))
    common = _LETTERS[codec][1]
    return (len(found) + 0.5 * sum(letter in common for letter in found)) / 1.2


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
