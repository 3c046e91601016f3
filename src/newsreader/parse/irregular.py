"""Feeds of all kinds and in any state, by feedparser.

feedparser's sanitiser and its resolution of links inside HTML are switched off: one sanitiser of ours serves every
kind of document. Its `bozo` flag says that a document is not as it should be, not whether it could be read.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

from newsreader.errors import ParseError

__all__ = ["read_irregular"]

_FAULTS = (LookupError, TypeError, ValueError, AttributeError)
"""What feedparser raises over an element where it does not expect it, such as a picture in a `textInput`."""
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:rss|feed|rdf)\b[^>]*>", re.IGNORECASE)
_ENTRY = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ENTRY_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
# What an entry is told by, and stays when it says something else that cannot be read.
_CORE = re.compile(
    rb"<(title|link|guid|id|description|summary|content|content:encoded|author|dc:creator|pubdate|published|updated"
    rb"|dc:date|category|enclosure)(?:\s[^<>]*?)?(?:/>|>.*?</\1\s*>)",
    re.IGNORECASE | re.DOTALL,
)


def read_irregular(document: bytes, address: str | None) -> Mapping[str, Any]:
    """What feedparser says of *document*, which is in UTF-8 and was mended; links are resolved against *address*.

    Raises:
        ParseError: not one of its entries can be read.
    """
    try:
        return _said(document, address)
    except _FAULTS:
        return _Parts(document, address).read()


def _said(document: bytes, address: str | None) -> dict[str, Any]:
    import feedparser  # 50 ms, which a regular feed does without

    headers = {"content-type": "application/xml; charset=utf-8"}
    if address:
        headers["content-location"] = address
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of its own old names for dates
        found: Mapping[str, Any] = feedparser.parse(
            BytesIO(document), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    return {**found, "entries": [_as_said(entry) for entry in found["entries"]]}


def _as_said(entry: Mapping[str, Any]) -> dict[str, Any]:
    """*entry* in plain dictionaries: feedparser's own give one date for another, and are slow to look into."""
    return {name: _plain(value) for name, value in entry.items()} | {
        "enclosures": entry.get("enclosures") or ()
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inside) for name, inside in value.items()}
    return [_plain(inside) for inside in value] if isinstance(value, list) else value


class _Parts:
    """A document that feedparser does not get through: what it stumbles over is left out of its own entry."""

    def __init__(self, document: bytes, address: str | None) -> None:
        begins = [found.start() for found in _ENTRY.finditer(document)]
        ends = [found.end() for found in _ENTRY_END.finditer(document)]
        end = ends[-1] if ends and begins and ends[-1] > begins[-1] else len(document)
        self._entries = [document[at:to] for at, to in pairwise([*begins, end])]
        self._head, self._tail = document[: begins[0] if begins else end], document[end:]
        self._address = address

    def read(self) -> dict[str, Any]:
        """As `read_irregular`."""
        found = self._try(())
        if found is None:
            # It is what the feed says of itself: its first element will do to read the others by.
            root = _ROOT.search(self._head)
            self._head, self._tail = root[0] if root else b"", b""
            found = self._try(()) or {"version": "", "feed": {}}
        entries = self._within(self._entries)
        if not entries:
            raise ParseError(
                "says things where nobody expects them, and cannot be read; tell those who write it"
            )
        return {**found, "entries": entries}

    def _try(self, entries: Sequence[bytes]) -> dict[str, Any] | None:
        try:
            return _said(self._head + b"".join(entries) + self._tail, self._address)
        except _FAULTS:
            return None

    def _within(self, entries: Sequence[bytes]) -> list[dict[str, Any]]:
        found = self._try(entries)
        if found is not None or not entries:
            return list(found["entries"]) if found else []
        if len(entries) > 1:
            half = len(entries) // 2
            return self._within(entries[:half]) + self._within(entries[half:])
        core = b"".join(found[0] for found in _CORE.finditer(entries[0]))
        begin, end = _ENTRY.match(entries[0]), _ENTRY_END.search(entries[0])
        found = self._try([begin[0].rstrip(b">") + b">" + core + end[0]]) if begin and end else None
        return list(found["entries"]) if found else []
