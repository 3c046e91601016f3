"""Signs of Markdown, and addresses behind words, as programs write them that save a page as text."""

from __future__ import annotations

import re

__all__ = ["without_markup"]

_LEAST = 2
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{0,300})\]\([^()\s]{1,2000}(?: \"[^\"\n]{0,200}\")?\)")
_ADDRESS = re.compile(r"(?<=\S)[^\S\n]?<(?:https?://|mailto:)[^<>\s]{1,2000}>")
_HEADING = re.compile(r"^\ufeff?#{1,6} +(?=\S)(.*?)[ #]*$", re.MULTILINE)
_END = re.compile(r"\\$", re.MULTILINE)
_QUOTE = re.compile(r"^> ?", re.MULTILINE)
_BOLD = re.compile(r"(?<![\w*])(\*\*|__|[*_])(?=\S)([^*_\n]{1,300})(?<=\S)\1(?![\w*])")


def without_markup(text: str) -> str:
    """*text* as it reads without its signs, if it has links in brackets or addresses behind words; else all of it.

    Linear: no pattern looks further than a few thousand characters ahead.
    """
    links = _count(_LINK, text)
    if links + _count(_ADDRESS, text) < _LEAST:
        return text
    bare = _ADDRESS.sub("", text.replace("\r\n", "\n"))
    if links or _HEADING.search(bare):
        bare = _LINK.sub(r"\1", _PICTURE.sub("", bare))
        bare = _END.sub("", bare)
        bare = _QUOTE.sub("", _HEADING.sub(r"\n\1\n", bare))
    return _BOLD.sub(r"\2", bare)


def _count(pattern: re.Pattern[str], text: str) -> int:
    """How often *pattern* is found, up to what it takes."""
    found = 0
    for _ in pattern.finditer(text):
        found += 1
        if found >= _LEAST:
            break
    return found
