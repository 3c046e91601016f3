"""Words as search and likeness see them: without capitals, accents, and for scripts that write without spaces too."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

__all__ = ["FOLD_VERSION", "fold", "is_cjk", "is_unspaced", "spaced", "units"]

FOLD_VERSION = 1
"""Changes whenever `fold` gives anything else for any text: an index made by another version is made anew."""

# Han, kana, bopomofo and Hangul: one character is one unit of sense. Korean has blanks, but writes particles onto its
# words, so that a word is found only if its syllables are searched.
_CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f"
    "\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uffdc"
    "\U0001b000-\U0001b16f\U00020000-\U000323af"
)
# Thai, Lao, Myanmar, Khmer: consonants and whatever can begin a syllable; signs stay with what they stand on.
_UNSPACED = (
    "\u0e01-\u0e30\u0e32-\u0e33\u0e3f-\u0e46\u0e81-\u0eb0\u0eb2-\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf"
    "\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3\u17dc"
)
_UNSPACED_BLOCKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_BREAK_BEFORE = f"(?=[{_CJK}{_UNSPACED}])|(?<=[{_CJK}{_UNSPACED_BLOCKS}])(?=\\w)"
_WITH_BLANK = re.compile(r"\S+\s*|\s+")
_ONE_CJK = f"[{_CJK}]"
_ONE_UNSPACED = f"[{_UNSPACED_BLOCKS}]"
# Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs: readers leave them out.
_ACCENTS = "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640]"
# Compiled when they are first needed: together they take 8 ms, which no list and no start has to wait for.
_compiled = cache(re.compile)


def is_cjk(character: str) -> bool:
    """Whether *character* is Han, kana, bopomofo or Hangul."""
    return _compiled(_ONE_CJK).match(character) is not None


def is_unspaced(character: str) -> bool:
    """Whether *character* is Thai, Lao, Khmer or Myanmar."""
    return _compiled(_ONE_UNSPACED).match(character) is not None


def spaced(text: str) -> str:
    """*text* with a blank between the characters of scripts that write without spaces (Han, kana, Hangul, Thai, Lao,
    Khmer, Myanmar), so that each counts as a word; signs above and below stay with their letter.
    """
    return text if text.isascii() else _compiled(_BREAK_BEFORE).sub(" ", text)


def units(text: str) -> list[str]:
    """The words of *text*, each with the blank behind it, and the characters of scripts without spaces one by one:
    joined again they are *text*.
    """
    breaks = _compiled(_BREAK_BEFORE)
    return [unit for word in _WITH_BLANK.findall(text) for unit in breaks.split(word) if unit]


def fold(text: str) -> str:
    """*text* without differences that readers do not mean: capitals, accents, full width and ligatures (NFKC)."""
    if text.isascii():
        return text.lower()
    return normalize("NFC", _compiled(_ACCENTS).sub("", normalize("NFKD", text).casefold()))
