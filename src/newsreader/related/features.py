"""What an article is about, as terms that can be counted and compared.

One tokeniser for every language, with no list of words in it: words without capitals and accents, cut to five letters
(which does most of what a stemmer does, in any language that puts its endings last); two characters in a row for Han,
kana and Hangul, three for the other scripts that write without spaces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from unicodedata import normalize

from newsreader.text.language_words import WORDS
from newsreader.text.small_words import small_words
from newsreader.text.words import fold, is_cjk, is_unspaced, spaced

__all__ = ["FEATURES_VERSION", "Features", "features", "small_terms", "term_counts"]

FEATURES_VERSION = 2
"""Changes whenever `features` gives other terms for any text: stored ones are then made anew."""

_LETTERS = 5
_LONGEST = 100_000  # characters; what an article is about stands at its beginning, whatever is attached to it
_TITLE_COUNTS = 2
# Who and where tell two fires apart; what burns does not.
_NAME_COUNTS = 2
_MOST_CAPITALS = 0.6
_CJK_CHARACTERS = 2
_UNSPACED_SYLLABLES = 3
# Letters, digits, and the signs that many scripts hang on letters, which Python's \w leaves out. One class of
# characters takes half the time of two; the underline, which \w has besides, is a blank by then.
_WORD = re.compile(
    "[\\w\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0963\u0981-\u0983\u09bc-\u09e3\u0a01-\u0d63\u0d81-\u0ddf\u0e31-\u0e3a"
    "\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u0f18-\u0f39\u0f71-\u0f84\u102b-\u103e\u1056-\u109f\u17b4-\u17d3]+"
)

# Text of plain characters is cut into words in half the time, and most that is not has but these besides.
_TYPOGRAPHIC = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\xa0"
_PLAIN = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})


@dataclass(frozen=True, slots=True)
class Features:
    """An article as counted terms.

    Attributes:
        counts: term to how often it occurs, as `term_counts` has it.
        words: term to the written form that is commonest, with its capitals; not the terms of *runs*.
        runs: the terms of each stretch without spaces, of scripts that have none, in order: each begins a character
            or syllable after the one before.
    """

    counts: Mapping[str, int]
    words: Mapping[str, str]
    runs: tuple[tuple[str, ...], ...]


def features(title: str, text: str) -> Features:
    """The terms of an article, and how it writes them."""
    in_text, in_title = _tokens(text[:_LONGEST]), _tokens(title)
    runs = [run for token in {**in_text, **in_title} if _one_term(token) is None for run in _runs(token)]
    spaceless = tuple(dict.fromkeys(grams for size, grams in runs if size > 1))
    return Features(_counts(in_text, in_title), _written(in_text, in_title), spaceless)


def term_counts(title: str, text: str) -> dict[str, int]:
    """Term to how often an article has it; in the title it counts twice, and so does a name. Some 0.2 ms for 3 KB."""
    return _counts(_tokens(text[:_LONGEST]), _tokens(title))


@cache
def small_terms() -> Mapping[str, frozenset[str]]:
    """The terms of the small words of languages, by two letters of each."""
    return {language: frozenset(filter(None, map(_one_term, small_words(language)))) for language in WORDS}


def _tokens(text: str) -> Counter[str]:
    if not text.isascii():
        for mark in _TYPOGRAPHIC:
            text = text.replace(mark, " ")
    if text.isascii():
        return Counter(text.translate(_PLAIN).split())
    return Counter(_WORD.findall(normalize("NFKC", text).replace("_", " ")))


def _counts(in_text: Counter[str], in_title: Counter[str]) -> dict[str, int]:
    times: dict[str, int] = dict(in_text)
    for token, count in in_title.items():
        times[token] = times.get(token, 0) + _TITLE_COUNTS * count
    for token in _names(in_text) | _names(in_title):
        times[token] *= _NAME_COUNTS
    counts: dict[str, int] = {}
    for token, count in times.items():
        term = token.lower()[:_LETTERS] if token.isascii() else _one_term(token)
        if term is not None:
            counts[term] = counts.get(term, 0) + count
            continue
        for part in (part for _, run in _runs(token) for part in run):
            counts[part] = counts.get(part, 0) + count
    return counts


def _written(in_text: Counter[str], in_title: Counter[str]) -> dict[str, str]:
    """Term to the form that the text writes most."""
    written: dict[str, tuple[int, bool, int, str]] = {}
    for token in {**in_text, **in_title}:
        if (term := _one_term(token)) is not None:
            # Headlines capitalise what texts do not: for how a word is written they count only where no text has it.
            # Of forms as common the shortest is the one that other texts have most likely.
            worth = (in_text.get(token, 0), not token.isupper(), -len(token), token)
            written[term] = max(worth, written.get(term, worth))
    return {term: token for term, (*_, token) in written.items()}


def _names(tokens: Counter[str]) -> set[str]:
    """Those of the words that are written with a capital, and never without, where most others are.

    A headline in capitals, or with one at each word, tells nothing of names; nor does a script that has none.
    """
    capitals = {token for token in tokens if token[0].isupper()}
    if len(capitals) > _MOST_CAPITALS * len(tokens):
        return set()
    return {token for token in capitals if token.lower() not in tokens}


def _one_term(token: str) -> str | None:
    """The term of a word; None where it is of a script without spaces and has several."""
    folded = fold(token)
    return folded[:_LETTERS] if spaced(folded) == folded else None


def _runs(token: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The terms of a stretch without spaces, each stretch of one script with how many characters make a term."""
    for size, group in groupby(spaced(fold(token)).split(), key=_kind):
        units = list(group)
        yield size, tuple(unit[:_LETTERS] for unit in units) if size == 1 else _grams(units, size)


def _kind(unit: str) -> int:
    """How many such units in a row make a term."""
    if is_cjk(unit[0]):
        return _CJK_CHARACTERS
    return _UNSPACED_SYLLABLES if is_unspaced(unit[0]) else 1


def _grams(units: list[str], size: int) -> tuple[str, ...]:
    return tuple("".join(units[start : start + size]) for start in range(max(1, len(units) - size + 1)))
