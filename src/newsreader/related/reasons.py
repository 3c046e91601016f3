"""Why two articles are related: the words that they share, as people write them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise

from newsreader.related.features import Features
from newsreader.text.language_words import WORDS
from newsreader.text.small_words import said_in_passing

__all__ = ["common_from", "is_readable", "small_words", "why"]

_MOST, _FEWEST = 5, 3
_LEAST_PART = 0.04
_LONGEST = 10
_SAYING = 4
_TELLING = 3  # so many small words of a language tell that a text is in it
# A word of a tenth of all articles is no reason; in a small library it takes more than ten to say so.
_COMMON_SHARE, _COMMON = 0.1, 10


def common_from(total: int) -> float:
    """In how many of all articles a term may be to be a reason."""
    return max(_COMMON, total * _COMMON_SHARE)


def why(shared: Mapping[str, float], features: Features, small: Collection[str]) -> tuple[str, ...]:
    """The 3 to 5 heaviest of the shared terms, as words; fewer where fewer are fit to show.

    Args:
        shared: term to its part of the likeness.
        features: of the article in question, from its text; terms that it does not have are left out.
        small: its `small_words`.

    Returns:
        Heaviest first, in the commonest written form. No numbers alone, no words of fewer than four letters but
        initials, and none of the language's small words: in a library of a few articles "there" is rare too.
    """
    words = {features.words[term]: part for term, part in shared.items() if term in features.words}
    for run in features.runs:
        for stretch, part in _stretches(run, shared):
            words[stretch] = max(part, words.get(stretch, 0.0))
    whole = sum(part for term, part in shared.items() if term in features.counts)
    ranked = sorted(words.items(), key=lambda word: (-word[1], word[0]))
    readable = [
        (word, part)
        for word, part in ranked
        if is_readable(word) and (word.isupper() or word.lower() not in small)
    ]
    return tuple(
        word
        for place, (word, part) in enumerate(readable[:_MOST])
        if place < _FEWEST or part >= _LEAST_PART * whole
    )


def small_words(features: Features) -> frozenset[str]:
    """The small words of the language that most of an article's are of; takes as long as all else that `why` does."""
    own = {word.lower() for word in features.words.values()}
    found = max(_by_language(), key=lambda small: len(own & small))
    return found if len(own & found) >= _TELLING else frozenset()


@cache
def _by_language() -> tuple[frozenset[str], ...]:
    return tuple(map(said_in_passing, WORDS))


def is_readable(word: str) -> bool:
    """Whether *word* says something by itself: short words of scripts with capitals do only as initials (UN, EU)."""
    if len(word) < _SAYING and word.lower() != word.upper():
        return len(word) > 1 and word.isupper()
    return len(word) > 1 and any(map(str.isalpha, word))


def _stretches(run: Sequence[str], parts: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """The longest stretches of *run* of which every term is in *parts*, with what they weigh together."""
    for wanted, terms in groupby(run, key=parts.__contains__):
        if wanted:
            stretch = list(terms)
            whole = _joined(stretch)
            cut = whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"
            yield cut, sum(parts[term] for term in stretch)


def _joined(terms: Sequence[str]) -> str:
    """One text of terms of which each begins a character or syllable after the one before."""
    text = terms[0]
    for before, term in pairwise(terms):
        step = next(step for step in range(1, len(before) + 1) if term.startswith(before[step:]))
        text += term[len(before) - step :]
    return text
