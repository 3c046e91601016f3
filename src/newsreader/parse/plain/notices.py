"""Sentences in which a page speaks to its reader about itself, or says who helped to make a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.parse.plain.cues import CALLS, MAKING, PAGE_STEMS, READER, READER_OR_OTHERS, REPORTS
from newsreader.parse.plain.lines import ends_sentence, is_spaceless, width
from newsreader.parse.plain.names import is_all_caps, is_caseless
from newsreader.text.words import fold

__all__ = ["is_notice", "names_page", "speaks_to_reader"]

_WORD = re.compile(r"[^\s|｜·•:：,;!()\[\]\"“”«»]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_QUOTE = re.compile('["“”„«»‟「『]')
_LONGEST, _LONGEST_ADDRESSED, _LONGEST_LABELLED = 240, 400, 110
_SHORT_STEM, _FEW_WORDS = 3, 3
_AT_THE_START = 2
_LONG_WORD = 7
_SHORT_NOTICE, _FEW_TO_READER, _COUNTED_WORDS = 5, 8, 9
# Who is to be written to may be part of the news; then it is told in a whole sentence.
_TOLD_WORDS = 10
_STEMS = tuple(stem for stem in PAGE_STEMS if len(stem) > _SHORT_STEM)
_CASELESS_STEMS = tuple(stem for stem in PAGE_STEMS if is_caseless(stem))
_CASELESS_READER = tuple(word for word in READER if is_caseless(word))
# German writes these with a capital where it speaks to its reader, and small where it means her or them.
_POLITE = frozenset(("sie", "ihr", "ihre", "ihren"))
_CLAUSE = "(?:^|[，。！？；、：\\s])"


def is_notice(text: str) -> bool:
    """Whether *text* is a short sentence in which the page speaks to its reader about itself; no speech of others."""
    longest = _LONGEST_ADDRESSED if _ADDRESS.search(text) else _LONGEST
    if width(text) > longest or _QUOTE.search(text):
        return False
    if _is_about_its_making(text):
        return True
    written = [word.strip(".,") for word in _WORD.findall(text)]
    if _MAIL.search(text) and not (ends_sentence(text) and len(written) >= _TOLD_WORDS):
        return True
    words = [fold(word) for word in written]
    about = any(_is_about_pages(word) for word in words)
    if is_caseless(text):
        about = about or any(stem in text for stem in _CASELESS_STEMS)
        return about and any(_is_said(word, text) for word in _CASELESS_READER)
    speaks = _are_to_reader(text) and not is_all_caps(text)
    if _is_call(text, written, words):
        return True
    addressed = _ADDRESS.search(text) is not None
    labelled = text.split()[0].endswith(":") or (len(words) <= _SHORT_NOTICE and not ends_sentence(text))
    if ":" in text and _is_about_pages(words[0]) and labelled:
        return True  # "Newsletter: ...", "Subscribe to: Posts"
    return (addressed and about) or ((about or addressed) and speaks) or _is_own_label(text, words)


def speaks_to_reader(text: str) -> bool:
    """Whether *text* has a word by which a page speaks to its reader, outside speech of others."""
    return not _QUOTE.search(text) and _are_to_reader(text)


def names_page(text: str) -> bool:
    """Whether *text* has a word by which a page speaks of itself."""
    return any(_is_about_pages(fold(word.strip(".,"))) for word in _WORD.findall(text))


def _is_call(text: str, written: Sequence[str], words: Sequence[str]) -> bool:
    """Whether few words ask the reader for something: `Your comment`, `Share your thoughts`."""
    if not words or len(words) > _FEW_TO_READER:
        return False
    if not ends_sentence(text):
        if len(words) <= _FEW_WORDS and words[0] in READER:
            return True
        if len(words[0]) > _LONG_WORD and words[0] in READER and _is_about_pages(words[0]):
            return True  # a verb that can only be to the reader
        if len(words) <= _SHORT_NOTICE and sum(map(_is_about_pages, words)) > 1:
            return True
    told = sum(_speaks(word, at) for at, word in enumerate(written))
    return (words[0] in READER and told > 1) or (words[0] in CALLS and told > 0)


def _are_to_reader(text: str) -> bool:
    at = 0
    for word in _WORD.findall(text):
        if _speaks(word.strip(".,"), at):
            return True
        at = 0 if word.endswith((".", "?")) else at + 1
    return False


def _speaks(word: str, at: int) -> bool:
    """Whether the word at that place of a sentence can only be to its reader."""
    folded = fold(word)
    # One word cannot be both: "takip" follows a ball as well as a page. "US" is a country.
    if folded not in READER or _is_about_pages(folded) or is_all_caps(word):
        return False
    if folded in READER_OR_OTHERS:
        return at < _AT_THE_START or (word[0].isupper() and folded in _POLITE)
    return True


def _is_said(word: str, text: str) -> bool:
    """Whether a word of a script without capitals is said in *text*: one sign alone is a part of many other words."""
    if len(word) == 1:
        return re.search(_CLAUSE + word, text) is not None
    return word in text if is_spaceless(word[0]) else word in text.split()


def _is_about_its_making(text: str) -> bool:
    """`Some information for this report came from ...`"""
    folded = fold(text)
    if not (name := next((name for name in REPORTS if name in folded), "")):
        return False
    # "Bu haber 312 defa okunmuştur.", "This article has been read 312 times"
    counted = (
        folded.startswith(name) and any(map(str.isdigit, folded)) and len(folded.split()) <= _COUNTED_WORDS
    )
    return counted or any(stem in folded for stem in MAKING)


def _is_about_pages(word: str) -> bool:
    return word in PAGE_STEMS or word.startswith(_STEMS)


def _is_own_label(text: str, words: list[str]) -> bool:
    """`Our Standards: ...`: the page names something of its own."""
    label = text.partition(":")[0].split()
    return (
        2 <= len(label) <= _FEW_WORDS
        and ":" in text
        and words[0] in READER
        and width(text) <= _LONGEST_LABELLED
    )
