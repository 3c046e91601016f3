"""Text in columns of a terminal: how wide it is, cut and filled up to a width."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["cut", "padded", "width_of"]

# Latin, Greek, Cyrillic and the punctuation of news: one column each. Nearly every title is of these, and asking
# wcwidth about it would add its 30 ms import to nearly every `newsreader list`.
_NARROW = re.compile(
    "[ -~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
_ZERO_WIDTH = ("\u200d", "\ufe0e", "\ufe0f")


def width_of(text: str) -> int:
    """How many columns *text*, one line, takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    import wcwidth  # 30 ms; see above

    return max(0, int(wcwidth.wcswidth(text)))


def cut(text: str, width: int) -> str:
    """*text* in at most *width* columns, ended by "…" where something was left out."""
    if width_of(text) <= width:
        return text
    if width < 1:
        return ""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width_of(text[:middle]) < width else (low, middle - 1)
    while low and _joined(text, low):
        low -= 1
    return text[:low].rstrip() + "…"


def _joined(text: str, at: int) -> bool:
    """Whether the characters before and after *at* are one to the eye."""
    after = text[at : at + 1]
    return after in _ZERO_WIDTH or text[at - 1] == "\u200d" or bool(after and unicodedata.combining(after))


def padded(text: str, width: int, *, right: bool = False) -> str:
    """*text* cut or filled with blanks to *width* columns; *right*: the blanks come first."""
    # A joiner at the end would swallow the first blank.
    text = cut(text, width).rstrip("\u200d")
    blanks = " " * (width - width_of(text))
    return blanks + text if right else text + blanks
