"""What a document is, from its bytes, then its name."""

from __future__ import annotations

import re
from typing import Literal

from newsreader.text.beginning import beginning

__all__ = ["Kind", "detect"]

Kind = Literal["feed", "json", "plain", "html", "mail", "opml", "xml", "empty", "binary"]

_HEAD = 65_536
_ROOT = re.compile(rb"<(?:[a-z0-9_.-]+:)?(rss|feed|rdf|channel|opml|html|svg|item|entry)\b", re.IGNORECASE)
_ANY_ROOT = re.compile(rb"<([a-z_][\w.:-]*)[\s>/]", re.IGNORECASE)
_FEED_ROOTS = frozenset({b"rss", b"feed", b"rdf", b"channel"})
_ASIDE = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_HTML = re.compile(
    rb"\s*(?:<!doctype\s+html|<html|<head|<body|<meta|<title|<article|<div|<p\b)", re.IGNORECASE
)
_XML = re.compile(rb"\s*<\?xml", re.IGNORECASE)
_ENTRIES = re.compile(rb"<(?:item|entry)[\s>/]", re.IGNORECASE)
# Header lines, one of which says that parts may follow, up to the first empty line.
_MAIL = re.compile(
    rb"(?:(?!MIME-Version:)[A-Za-z][\w-]{0,60}:[^\n]{0,2000}+\n(?:[ \t][^\n]{0,2000}+\n){0,50}+){0,60}+"
    rb"MIME-Version:\s*\d",
    re.IGNORECASE,
)
_MAGIC = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"%PDF",
    b"\x7fELF",
    b"SQLite format",
    b"RIFF",
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b\x07\x08"))


def detect(data: bytes, name: str = "") -> Kind:
    """What *data* is; *name* decides only where the bytes do not."""
    head = beginning(data[: 2 * _HEAD].lstrip(b"\n"))
    if not head.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf"):
        return "empty"
    if data.startswith(_MAGIC):
        return "binary"
    stripped = head.lstrip(b" \t\r\n\x00")
    is_text = name.lower().endswith((".txt", ".md", ".text"))
    if stripped[:1] in (b"{", b"[") and (not is_text or b'"version"' in stripped[:2000]):
        return "json"
    if _MAIL.match(stripped):
        return "mail"
    if kind := _markup(stripped, is_text=is_text):
        return kind
    if _is_binary(head, is_text=is_text):
        return "binary"
    return "plain"


def _markup(head: bytes, *, is_text: bool) -> Kind | None:
    root = _ROOT.search(_ASIDE.sub(b"", head))
    begins = head[:1] == b"<"
    if root is None:
        if begins and _HTML.match(head):
            return "html"
        return "xml" if begins and _XML.match(head) and _ANY_ROOT.search(head) else None
    found = root[1].lower()
    if found in _FEED_ROOTS and (begins or (not is_text and _ENTRIES.search(head))):
        return "feed"
    if not begins:
        return None
    if found in (b"item", b"entry"):
        return "feed"
    return {b"opml": "opml", b"html": "html"}.get(found, "xml")  # type: ignore[return-value]


def _is_binary(head: bytes, *, is_text: bool) -> bool:
    """Whether too much of it is no text in any encoding; a name that says text is believed a little longer."""
    sample = head[:4096].rstrip(b"\x00")
    if not sample:
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) * (0.2 if is_text else 0.02)
