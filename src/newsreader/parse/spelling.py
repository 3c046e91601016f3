"""How much characters look like a language that is written in letters: by those beyond ASCII, and by small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from newsreader.parse.alphabets import COMMON, LETTERS
from newsreader.text.language_words import WORDS

__all__ = ["spelt"]

_PIECE = re.compile("[A-Za-z\u0080-\U0010ffff]+")
_BETWEEN = re.compile("[’–—…\xa0]+")
_QUOTES = "“”„‘‚«»‹›"
_BEFORE = "¿¡"
_SIGNS = "§°•·€£©®™№"
_MARK = re.compile(f"[’–—…\xa0{_QUOTES}{_BEFORE}{_SIGNS}]")
_LETTER = "[^\\W\\d_]"
# Dashes and signs stand between blanks, dashes within words too, quotation marks at the ends of words.
_PLACED = re.compile(
    f"(?<!{_LETTER})[–—«»‹›{_SIGNS}](?!{_LETTER})|(?<={_LETTER})[–—](?={_LETTER})|[…\xa0]|(?<={_LETTER})’|’(?={_LETTER})"
    f"|(?<!{_LETTER})[{_QUOTES}](?=[\\w(\\[])|(?<=[^\\s({_QUOTES}])[’{_QUOTES}](?!{_LETTER})"
)
# Of what counts 1 for a letter that the language has.
_CAPITALS, _RARE, _FREQUENT, _ALONE = 0.5, 0.65, 1.2, 0.2
_MOST_SMALL = 0.4
_ALPHABETS = {language: frozenset(letters + letters.upper()) for language, letters in LETTERS.items()}
_USUAL = {language: frozenset(letters + letters.upper()) for language, letters in COMMON.items()}
_SMALL = {language: frozenset(WORDS.get(language, "").split()) for language in LETTERS}


def spelt(text: str, languages: Iterable[str]) -> float:
    """How much *text*, not all of it ASCII, looks like that of *languages* which it looks most like.

    Returns:
        1 to 1.6 for a text of a sentence or more; less than 0 for one that was read in a wrong encoding.
    """
    words = _words(text)
    small: Counter[str] = Counter()
    for word, count in words.items():
        small[word.lower()] += count
    foreign = [(_Foreign(word), count) for word, count in words.items() if not word.isascii()]
    marks = sum(_PLACED.match(text, mark.start()) is not None for mark in _MARK.finditer(text))
    characters = len(text) - len(text.encode("ascii", "ignore"))

    def likeness(language: str) -> float:
        letters = sum(count * word.spelt(language) for word, count in foreign)
        placed = marks * (_RARE if language in COMMON else 1)
        return (letters + placed) / characters + _small_words(small, language)

    return max(map(likeness, languages))


def _words(text: str) -> Counter[str]:
    """The words of *text* without the marks around them; marks that stand within one are left in it."""
    words: Counter[str] = Counter()
    for piece, count in Counter(_PIECE.findall(text)).items():
        for part in [piece] if piece.isascii() else _BETWEEN.split(piece):
            word = part.strip(_QUOTES).lstrip(_BEFORE)
            bare = word.strip(_SIGNS)
            if word := bare if bare.isascii() else word:
                words[word] += count
    return words


def _small_words(words: Counter[str], language: str) -> float:
    """The share of small words, a little less where there are few words at all."""
    return min(_MOST_SMALL, sum(words[word] for word in _SMALL[language]) / (1 + words.total()))


class _Foreign:
    """A word with letters beyond ASCII."""

    __slots__ = ("_is_capitals", "_is_misspelt", "_is_mixed", "_letters", "_word")

    def __init__(self, word: str) -> None:
        self._word = word
        self._letters = [letter for letter in word if not letter.isascii()]
        self._is_mixed = len(self._letters) < len(word)
        self._is_capitals = word[1:] != word[1:].lower()
        self._is_misspelt = self._is_capitals and word != word.upper()

    def spelt(self, language: str) -> float:
        """How many of the letters are right in *language*, less those that are wrong."""
        if self._is_misspelt or (self._is_mixed and language in COMMON):
            return -float(len(self._letters))
        right = sum(_letter(letter, language) for letter in self._letters)
        if right > 0 and len(self._word) == 1:
            return min(right, _alone(self._word, language))
        return _CAPITALS * right if right > 0 and self._is_capitals else right


def _letter(letter: str, language: str) -> float:
    if letter not in _ALPHABETS[language]:
        return -1.0
    if language not in COMMON:
        return 1.0
    return _FREQUENT if letter in _USUAL[language] else _RARE


def _alone(letter: str, language: str) -> float:
    """What a *letter* counts that stands alone, which proves little: one accented letter is a word in many scripts."""
    if language in COMMON:
        return _ALONE if letter in _SMALL[language] else 0.0
    return 1.0 if letter.lower() in _SMALL[language] else _ALONE
