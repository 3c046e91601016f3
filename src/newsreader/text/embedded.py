"""What no terminal shows in HTML: frames and players, as links to what is in them, and what stands in for scripts."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urlsplit

from newsreader.text.urls import clean_url

__all__ = ["with_links"]

_FRAME = re.compile(r"<(/?)(iframe|embed|video|audio|noscript)\b([^<>]*)>", re.IGNORECASE)
_SOURCE = re.compile(r"<source\b([^<>]*)>", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(src|title|width|height)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_SOURCE_AFTER = 1000
_UNSEEN = frozenset({"0", "1", "0px", "1px"})
"""A frame that wide or high is there to count who reads."""


def with_links(html: str, base: str | None) -> str:
    """*html* with a link for each frame or player; what stood there for browsers without these or scripts is kept.

    Args:
        html: as its author wrote it.
        base: what relative addresses are resolved against.
    """

    def link(tag: re.Match[str]) -> str:
        closing, name, written = tag.groups()
        return "" if closing else _link(_values(written) | _source(name, html, tag.end(), written), base)

    return _FRAME.sub(link, html)


def _source(name: str, html: str, start: int, written: str) -> dict[str, str]:
    """The address of a player that names it in an element of its own."""
    if name.lower() not in ("video", "audio") or "src" in _values(written):
        return {}
    found = _SOURCE.search(html, start, start + _SOURCE_AFTER)
    return {"src": _values(found[1]).get("src", "")} if found else {}


def _values(written: str) -> dict[str, str]:
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
        for match in _NAMED.finditer(written)
    }


def _link(values: dict[str, str], base: str | None) -> str:
    address = clean_url(values.get("src"), base)
    if address is None or values.get("width") in _UNSEEN or values.get("height") in _UNSEEN:
        return ""
    title = " ".join(values.get("title", "").split()) or (urlsplit(address).hostname or "").removeprefix(
        "www."
    )
    return f' <a href="{escape(address)}">▶ {escape(title)}</a> '
