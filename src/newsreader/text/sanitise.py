"""Makes text from anywhere safe for a terminal and for widgets, once, at the door.

No control character, soft hyphen, override of direction, lone surrogate or noncharacter gets past. Joiners, variation
selectors, scripts that run from right to left, and flags stay as they are.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clean_line", "clean_text", "clean_value"]

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# C0 but tab and newline, DEL and C1, soft hyphens (terminals show them, searches trip over them), embeddings, overrides
# and isolates, surrogates, noncharacters, tag characters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0001"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]+"
)
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_MARKS = 8
"""More combining marks than this on one letter spell no word of any language."""
_MARK_RUN = re.compile(
    f"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{_MARKS + 1},}}"
)


def clean_line(text: str, limit: int = 1000) -> str:
    """*text* as one line: breaks, tabs and runs of blanks become one blank; past *limit* characters "…" ends it."""
    line = " ".join(_safe(text, " ").split())
    return line if len(line) <= limit else _cut(line, limit - 1) + "…"


def clean_text(text: str) -> str:
    """*text* with its lines: line ends are newlines, at most one line in a row is empty, the ends are stripped."""
    text = _safe(text, "\n")
    if "\n" in text:
        lines = "\n".join(line.rstrip() for line in text.split("\n"))
        text = _EMPTY_LINES.sub("\n\n", lines)
    return text.strip()


def clean_value(text: str) -> str:
    """*text* with its blanks and line ends, which become newlines: for what is only kept, to be given on as it came."""
    return _safe(text, "\n")


def _safe(text: str, line_break: str) -> str:
    # All that is unwanted is not printable, and so are tabs and the like; a look takes a fortieth of a replacement.
    if not text.replace("\n", " ").replace("\xa0", " ").isprintable():
        text = _printable(_LINE_BREAKS.sub(line_break, text))
    if not text.isascii():
        text = _MARK_RUN.sub(lambda run: run[0][:_MARKS], unicodedata.normalize("NFC", text))
    return text


def _printable(text: str) -> str:
    if _SURROGATE_PAIR.search(text):
        text = _SURROGATE_PAIR.sub(
            lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text
        )
    return _UNWANTED.sub("", text)


def _cut(line: str, length: int) -> str:
    """The first *length* characters, without the half of a letter that its marks or joiners would leave."""
    while length and (
        unicodedata.combining(line[length]) or line[length] in "\u200d\ufe0f" or line[length - 1] == "\u200d"
    ):
        length -= 1
    return line[:length].rstrip()
