"""Whether one text is a copy of another, as papers print what an agency sends: not a telling of their own."""

from __future__ import annotations

import re

__all__ = ["is_copy"]

_RUN = 5
_FEWEST = 25
_SHARE = 0.5
_WORD = re.compile(r"\w+")


def is_copy(text: str, other: str) -> bool:
    """Whether half of the shorter text stands in the other word for word, in runs of five words or more.

    Texts of fewer than 25 words are never taken for copies: a headline is easily written twice.
    """
    one, two = _runs(text), _runs(other)
    fewest = min(len(one), len(two))
    return fewest > _FEWEST - _RUN and len(one & two) >= _SHARE * fewest


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return set(zip(*(words[start:] for start in range(_RUN)), strict=False))
