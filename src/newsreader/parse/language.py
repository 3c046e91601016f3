"""The language of an entry: as its source declares it, else as its script and its small words tell.

Why not a library: docs/decisions/language-detection.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from newsreader.model.entry import Entry, ParsedFeed
from newsreader.text.blocks import plain_text
from newsreader.text.language_words import LETTERS, WORDS

__all__ = ["detected_language", "language_tag", "with_languages"]

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*\Z", re.IGNORECASE)
# By what parts words, since vowel signs of Indian scripts are no letters.
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~«»“”„‘’…।–—]+")
_SAMPLE = 600
_HTML = 4 * _SAMPLE
"""So many characters of HTML hold as many of text as are looked at, mostly."""
# Where a script begins, and its language where it has but one that news are written in.
_SCRIPTS = (
    (0x0000, ""), (0x0041, "latin"), (0x0250, ""), (0x0370, "el"), (0x0400, "cyrillic"), (0x0530, "hy"), (0x0590, "he"),
    (0x0600, "arabic"), (0x0700, ""), (0x0900, "devanagari"), (0x0980, "bn"), (0x0A00, "pa"), (0x0A80, "gu"),
    (0x0B00, "or"), (0x0B80, "ta"), (0x0C00, "te"), (0x0C80, "kn"), (0x0D00, "ml"), (0x0D80, "si"), (0x0E00, "th"),
    (0x0E80, "lo"), (0x0F00, "bo"), (0x1000, "my"), (0x10A0, "ka"), (0x1100, "ko"), (0x1200, "am"), (0x13A0, ""),
    (0x1780, "km"), (0x1800, "mn"), (0x18B0, ""), (0x1E00, "latin"), (0x2000, ""), (0x3040, "ja"), (0x3100, ""),
    (0x3400, "han"), (0xA000, ""), (0xAC00, "ko"), (0xD7B0, ""), (0x20000, "han"), (0x40000, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _SCRIPTS]
_OF_SCRIPT = {
    "cyrillic": "ru uk be bg mk sr".split(),
    "arabic": "ar fa ur ps".split(),
    "devanagari": "hi mr ne".split(),
}
_KANA = 0.05
_LETTER = 0.4
_ENOUGH, _SHARE, _LEAD = 1.2, 0.05, 0.4


def with_languages(feed: ParsedFeed) -> ParsedFeed:
    """*feed*, each of its entries with a language where one is declared or clear."""
    entries = tuple(_with_language(entry) for entry in feed.entries)
    return replace(feed, entries=entries, language=language_tag(feed.language))


def _with_language(entry: Entry) -> Entry:
    language = _language_of(entry)
    return entry if entry.language == language else replace(entry, language=language)


def _language_of(entry: Entry) -> str:
    if declared := language_tag(entry.language):
        return declared
    text = entry.words or (_beginning(entry.html) if entry.html else entry.text or entry.summary)
    return detected_language(f"{entry.title}\n{text}")


def _beginning(html: str) -> str:
    text = _cut(html, _HTML // 2)
    return text if len(text) > _SAMPLE else _cut(html, _HTML)


def _cut(html: str, length: int) -> str:
    html = html[:length]
    begun = html.rfind("<")
    return plain_text(html[:begun] if begun > html.rfind(">") else html)


def language_tag(declared: str) -> str:
    """A BCP 47 tag as it is usually written (`en`, `pt-BR`, `zh-Hant`), or "" where *declared* is none."""
    parts = declared.strip().replace("_", "-")
    if not _TAG.match(parts):
        return ""
    first, *rest = parts.lower().split("-")
    return "-".join([first, *(_part(part) for part in rest)])


def _part(part: str) -> str:
    return (
        part.upper() if len(part) == 2 else part.capitalize() if len(part) == 4 and part.isalpha() else part
    )


def detected_language(text: str) -> str:
    """The two letters of the language that *text* is in, or "" where that is not clear. Some 0.03 ms."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _by_words(sample.casefold(), "latin")
    scripts = _scripts(sample)
    if not scripts:
        return ""
    if scripts["ja"] > _KANA * scripts.total():
        return "ja"
    script = scripts.most_common(1)[0][0]
    if script == "han":
        return "zh"
    if script == "latin" or script in _OF_SCRIPT:
        return _by_words(sample.casefold(), script)
    return script


def _scripts(sample: str) -> Counter[str]:
    found = Counter(
        _SCRIPTS[bisect_right(_STARTS, ord(letter)) - 1][1] for letter in sample if letter.isalpha()
    )
    del found[""]
    found["han"] *= 3  # a letter is about a word there
    return +found


def _by_words(sample: str, script: str) -> str:
    weights, letters = _weights(script)
    scores: dict[str, float] = {}
    words = _WORD.findall(sample)
    for word in filter(weights.__contains__, words):
        for language, weight in weights[word]:
            scores[language] = scores.get(language, 0.0) + weight
    if not sample.isascii():
        for letter in sample:
            for language in letters.get(letter, ()):
                scores[language] = scores.get(language, 0.0) + _LETTER
    ranked = sorted(((score, language) for language, score in scores.items()), reverse=True)
    if not ranked:
        return ""
    (score, best), (second, _) = [*ranked[:2], (0.0, "")][:2]
    return best if score >= max(_ENOUGH, _SHARE * len(words), _LEAD + second) else ""


@cache
def _weights(script: str) -> tuple[Mapping[str, list[tuple[str, float]]], Mapping[str, list[str]]]:
    """By word, the languages that have it, each counting for less the more they are; by letter, its languages."""
    others = {language for languages in _OF_SCRIPT.values() for language in languages}
    languages = _OF_SCRIPT.get(script) or [language for language in WORDS if language not in others]
    words: dict[str, list[str]] = {}
    letters: dict[str, list[str]] = {}
    for language in languages:
        for word in dict.fromkeys(WORDS[language].split()):
            words.setdefault(word, []).append(language)
        for letter in LETTERS.get(language, ""):
            letters.setdefault(letter, []).append(language)
    return {word: [(name, 1 / len(names)) for name in names] for word, names in words.items()}, letters
