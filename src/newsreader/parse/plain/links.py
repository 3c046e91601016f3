"""Numbers and addresses that a text browser puts where links were: `[12]Read on`, and a list of them at the end."""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["without_links"]

_NUMBER = re.compile(r"\[(\d{1,4})\](?=[^\s\d\[\](){}.,:;!?=])")
_LIST = re.compile(
    r"\n[^\S\n]*[^\W\d_]{2,20}:?[^\S\n]*\n\s*(?=1\. [a-z]+:)((?:\s*\d{1,4}\. \S+[^\S\n]*(?:\n|\Z))+)\s*\Z"
)
_BAR = re.compile(
    r"^[^\S\n]*(\[\d{1,4}\][^\W\d_][^\[\]\n]{0,30}(?:\[\d{1,4}\][^\W\d_][^\[\]\n]{0,30})+)$", re.MULTILINE
)
_NOTE = re.compile(r"^[^\S\n]*\[(\d{1,3})\]:?[^\S\n]+https?://\S+[^\S\n]*$", re.MULTILINE)
_MARK = re.compile(r"[^\S\n]?\[(\d{1,3})\]")
_LEAST = 3
# A browser's bullet: far in, where no word of a text stands so by chance.
_ROUND = re.compile(r"^([^\S\n]{3,12})o (?=[^\W_a-z])", re.MULTILINE)
_LEAST_ROUND = 2


def without_links(text: str) -> str:
    """*text* without the marks of links, if they count up from its first line on; all of it if they do not. Linear."""
    text = _without_notes(text)
    if len(_ROUND.findall(text)) >= _LEAST_ROUND:
        text = _ROUND.sub(r"\1• ", text)
    numbers = [int(match[1]) for match in _NUMBER.finditer(text)]
    if len(numbers) < _LEAST or numbers[0] > _LEAST or any(b != a + 1 for a, b in pairwise(numbers)):
        return text
    return _NUMBER.sub("", _BAR.sub(_as_bar, _LIST.sub("\n", text)))


def _without_notes(text: str) -> str:
    """*text* without numbers of notes that hold nothing but addresses, and without these notes."""
    noted = set(_NOTE.findall(text))
    if not noted:
        return text
    return _MARK.sub(lambda match: "" if match[1] in noted else match[0], _NOTE.sub("", text))


def _as_bar(match: re.Match[str]) -> str:
    """A line of nothing but links, with strokes between them."""
    return match[0][: match.start(1) - match.start()] + " | ".join(re.split(r"\s*\[\d{1,4}\]", match[1])[1:])
