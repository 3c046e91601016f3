"""Lines of a page, with what their place on it says: how far they stand in, how many empty lines are above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Line", "ends_sentence", "is_spaceless", "is_stopless", "lines_of", "width"]

_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Nothing to see: controls, zero-width blanks, marks of byte order. Joiners inside words are left to `text.sanitise`.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff]+")
_EDGES = " \u200e\u200f\u061c"
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]")
_STOPLESS = re.compile("[\u0e00-\u0eff\u1780-\u17ff]")
_COLUMNS = re.compile(r"\S[^\S\n]{2,}(?=\S)|\t")
_SENTENCE_END = re.compile(r"[.!?…。！？।॥؟۔։།။។｡]\s?[\"'”’»›)\]」』）】〉》]{0,3}\Z|[.!?…。！？]\s[»”]\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty.

    Attributes:
        text: its words, runs of blanks folded to one.
        indent: columns of blanks before it.
        gap: empty lines above it.
        columns: pieces that runs of blanks or tabs part it into, at least 1.
        width: columns that `text` takes.
    """

    text: str
    indent: int
    gap: int
    columns: int
    width: int

    @property
    def edge(self) -> int:
        """The column after its last character."""
        return self.indent + self.width


def lines_of(text: str) -> Iterator[Line]:
    """The lines of *text* that are not empty, in order. Linear in the length of *text*."""
    gap = 0
    for raw in _UNSEEN.sub("", _ENDS.sub("\n", text)).split("\n"):
        folded = " ".join(raw.split()).strip(_EDGES)
        if not folded:
            gap += 1
            continue
        columns = (
            len(_COLUMNS.findall(raw.strip())) + 1
            if len(raw) < 500 and ("  " in raw or "\xa0" in raw or "\t" in raw)
            else 1
        )
        yield Line(folded, _indent(raw), gap, columns, width(folded))
        gap = 0


def width(text: str) -> int:
    """Columns that *text* takes, near enough to see where lines were broken."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def is_spaceless(character: str) -> bool:
    """Whether *character* is of a script that writes without spaces between words."""
    return _NO_SPACES.match(character) is not None


def is_stopless(text: str) -> bool:
    """Whether *text* is of Thai, Lao or Khmer, which put no stop at the end of a sentence, and has none."""
    return _STOPLESS.search(text) is not None and not ends_sentence(text)


def ends_sentence(text: str) -> bool:
    """Whether *text* ends as sentences do."""
    return _SENTENCE_END.search(text[-8:]) is not None


def _indent(raw: str) -> int:
    blanks = raw[: len(raw) - len(raw.lstrip())]
    return sum(4 if blank == "\t" else 2 if blank == "\u3000" else 1 for blank in blanks) if blanks else 0
