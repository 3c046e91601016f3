"""Numbers and addresses that a text browser puts where links were: `[12]Read on`, and a list of them at the end."""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["without_links"]

_NUMBER = re.compile(r"\[(\d{1,4})\](?=[^\s\d\[\](){}.,:;!?=])")
_LIST = re.compile(
    r"\n[^\S\n]*[^\W\d_]{2,20}:?[^\S\n]*\n\s*(?=1\. [a-z]+:)((?:\s*\d{1,4}\. \S+[^\S\n]*(?:\n|\Z))+)\s*\Z"
)
_LEAST = 3


def without_links(text: str) -> str:
    """*text* without the marks of links, if they count up from its first line on; all of it if they do not. Linear."""
    numbers = [int(match[1]) for match in _NUMBER.finditer(text)]
    if len(numbers) < _LEAST or numbers[0] > _LEAST or any(b != a + 1 for a, b in pairwise(numbers)):
        return text
    return _NUMBER.sub("", _LIST.sub("\n", text))
