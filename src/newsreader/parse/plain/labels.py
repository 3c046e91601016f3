"""Labels over, or before, headlines of other articles, and over the words that an article is filed under."""

from __future__ import annotations

import re

from newsreader.parse.plain.names import is_caseless
from newsreader.parse.plain.page_cues import MORE, NEWS, RELATED, TAGS
from newsreader.text.words import fold

__all__ = ["is_open_label", "is_short_label", "is_tags", "label_of"]

_LONGEST = 400
_FEW_WORDS = 4
# "More from the Courier", "Mehr aus der Region"
_OPEN_ENDS = (" from", " aus", " over", " om", " sobre", " de", " da", " från", " fra")
_LABEL_WORDS = frozenset(word for phrase in RELATED for word in phrase.split() if len(phrase.split()) > 1)
_LABEL_ENDS = frozenset(
    " ".join(phrase.split()[at:]) for phrase in RELATED for at in range(1, len(phrase.split()))
)
_FIRST_LABEL_WORDS = frozenset(phrase.split()[0] for phrase in RELATED)
_MOST_LABEL_WORDS = 6
_LONGEST_LABELLED = 300
_KEY = 2
_PAIR = 2
_MOST_FOLDED = 4
_CASELESS_LABEL = 24
_CASELESS_LABELS = tuple(phrase for phrase in RELATED if is_caseless(phrase) and len(phrase) > 2)
_LABELS = {
    key: tuple(phrase for phrase in RELATED if phrase[:_KEY] == key) for key in {p[:_KEY] for p in RELATED}
}


def label_of(text: str) -> tuple[str, str] | None:
    """A label for further reading and what follows it on its line ("" when nothing does); None when *text* has none."""
    bare = text[:_LONGEST_LABELLED].strip(' "*#>»›▶►→•·-–—[]【】（）()')
    folded = fold(bare)
    for phrase in _LABELS.get(folded[:_KEY], ()):
        if folded.startswith(phrase) and (found := _labelled(bare, folded, len(phrase))):
            return found
    if _is_made_of_labels(folded):
        return bare, ""
    head, colon, rest = bare.partition(":")
    if colon and rest.strip() and (_is_made_of_labels(fold(head)) or _is_open_label(fold(head))):
        return head, rest.strip()
    if (
        len(bare) <= _CASELESS_LABEL
        and is_caseless(bare)
        and any(phrase in folded for phrase in _CASELESS_LABELS)
    ):
        return bare, ""
    return None


def _is_made_of_labels(folded: str) -> bool:
    """`Most read stories`, `More top news`: words of labels put together anew."""
    words = folded.strip(" :：.…").split()
    if 1 < len(words) <= _FEW_WORDS and words[0] in MORE and words[-1] in NEWS:
        return True  # "More coast news"
    if len(words) > 1 and " ".join(words) in _LABEL_ENDS:
        return True
    return (
        1 < len(words) <= _MOST_LABEL_WORDS
        and words[0] in _FIRST_LABEL_WORDS
        and all(word in _LABEL_WORDS for word in words)
    )


def _is_open_label(folded: str) -> bool:
    """`Mer om ämnet`, `More from the coast`: a label that ends with a preposition, and what it is over."""
    parted = _begun_by(folded)
    return parted.endswith(_OPEN_ENDS) and len(folded[len(parted) :].split()) <= _FEW_WORDS


def is_open_label(text: str) -> bool:
    """Whether *text* may be a label made of more than one word and what it is over: `Meer nieuws uit de regio`."""
    folded = fold(text)
    phrase = _begun_by(folded)
    rest = folded[len(phrase) :].split()
    return " " in phrase and 1 < len(rest) <= _FEW_WORDS and text.split()[phrase.count(" ") + 1].islower()


def _begun_by(folded: str) -> str:
    """The longest label that words go on behind in *folded*; "" where none begins it."""
    return next((each for each in _LABELS.get(folded[:_KEY], ()) if folded.startswith(each + " ")), "")


def is_short_label(text: str) -> bool:
    """Whether *text* is two words that begin as labels over other articles do: `More opinion`, `Mehr Sport`."""
    words = text.split()
    return len(words) == _PAIR and fold(words[0]) in MORE


def is_tags(text: str) -> bool:
    """Whether *text* begins the words that an article is filed under."""
    head = fold(re.split(r"[:：]|\s(?=#\S)", text[:60], maxsplit=1)[0].strip(" #*-–—•"))
    return head in TAGS and len(text) <= _LONGEST


def _end_of(bare: str, phrase: str) -> int:
    """Where *phrase* ends in *bare*, of which it is the folded beginning: folding makes two letters of some."""
    near = range(len(phrase) + _KEY, max(0, len(phrase) - _MOST_FOLDED), -1)
    return next((end for end in near if fold(bare[:end]) == phrase), len(phrase))


def _labelled(bare: str, folded: str, length: int) -> tuple[str, str] | None:
    rest = bare[_end_of(bare, folded[:length]) :]
    if not rest.strip(" :：.…»›>→-–—|!"):
        return bare, ""
    if bare[: len(bare) - len(rest)].lower().endswith(_OPEN_ENDS) and len(rest.split()) <= _FEW_WORDS:
        return bare, ""
    colon = re.match(r"\s*(?:[:：|»›>→\]】)]|[–—-]\s)\s*", rest)
    if colon:
        return bare[: len(bare) - len(rest)], rest[colon.end() :].strip()
    if rest.rstrip().endswith((":", "：")) and len(rest.split()) <= 5:
        return bare, ""
    return None
