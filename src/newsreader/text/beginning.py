"""The beginning of a document whose encoding nobody knows yet."""

from __future__ import annotations

import codecs

__all__ = ["MARKS", "beginning"]

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks of the wide encodings; that of UTF-32 begins with that of UTF-16."""

_SIGNS = (
    *MARKS,
    *((f"<{first}".encode(codec), codec) for first in "?rfo" for codec in ("utf-16-le", "utf-16-be")),
)
"""Marks, and how XML, RSS, Atom and OPML begin without one."""


def beginning(head: bytes) -> bytes:
    """*head*, some kilobytes, without its mark, and in UTF-8 where it is in UTF-16 or UTF-32: one pattern fits all."""
    for sign, codec in _SIGNS:
        if head.startswith(sign):
            return head.decode(codec, "ignore").encode("utf-8", "ignore")
    return head.removeprefix(codecs.BOM_UTF8)
