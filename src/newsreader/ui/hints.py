"""Letters on links, to open them without a mouse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from typing import TYPE_CHECKING

from newsreader.ui.paint import width_of

if TYPE_CHECKING:
    from newsreader.text.blocks import Span
    from newsreader.text.render import Line

__all__ = ["Hints", "hints_for", "labels", "under_label"]

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"

Hints = Mapping[tuple[int, int], tuple[str, str]]
"""Letters and address of a link, by the number of its line and of its span in that."""


def labels(count: int) -> list[str]:
    """*count* words of as few letters as will do, none of which begins another; the easiest to reach first."""
    size = 1
    while len(_LETTERS) ** size < count:
        size += 1
    return ["".join(word) for word, _ in zip(product(_LETTERS, repeat=size), range(count), strict=False)]


def hints_for(lines: Iterable[tuple[int, Line]]) -> Hints:
    """Letters for the links of some numbered lines; a link that goes on, or comes again, has them where it begins."""
    first: dict[str, tuple[int, int]] = {}
    for number, line in lines:
        for place, span in enumerate(line.spans):
            if span.href and span.text.strip():
                first.setdefault(span.href, (number, place))
    named = zip(first.items(), labels(len(first)), strict=True)
    return {place: (label, href) for (href, place), label in named}


def under_label(span: Span, label: str) -> str:
    """What is left of a span's text beside the letters that stand on its beginning, so that no line grows."""
    rest = span.text
    while rest and width_of(span.text) - width_of(rest) < width_of(label):
        rest = rest[1:]
    covered = width_of(span.text) - width_of(rest)
    return " " * max(0, covered - width_of(label)) + rest
