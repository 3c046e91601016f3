"""The feeds that a web page names as its own, in `<link rel="alternate">`."""

from __future__ import annotations

import re
from html import unescape

from newsreader.model.entry import FeedLink
from newsreader.text.sanitise import clean_line
from newsreader.text.urls import clean_url

__all__ = ["feed_links"]

_LINK = re.compile(r"<(link|base)\b([^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_TYPES = frozenset(
    "application/rss+xml application/atom+xml application/feed+json application/rdf+xml application/xml text/xml"
    " application/json".split()
)
_SECOND_RATE = re.compile(r"comment|kommentar|commentaire|comentario|комментар", re.IGNORECASE)
_LIMIT = 1_000_000


def feed_links(page: str, address: str | None) -> tuple[FeedLink, ...]:
    """The feeds that *page* names: those of comments last, else in its order, each address once.

    Args:
        page: HTML, of which the first million characters are looked at.
        address: that of the page, against which relative ones are resolved.
    """
    base = address
    found: dict[str, FeedLink] = {}
    for match in _LINK.finditer(page[:_LIMIT]):
        values = _attributes(match[2])
        href = values.get("href", "")
        if match[1].lower() == "base":
            base = clean_url(href, address) or base
        elif _names_a_feed(values) and (url := clean_url(href, base)):
            found.setdefault(url, FeedLink(url, clean_line(values.get("title", ""), 200)))
    return tuple(sorted(found.values(), key=lambda link: bool(_SECOND_RATE.search(link.title + link.url))))


def _attributes(text: str) -> dict[str, str]:
    return {
        match[1].lower(): unescape(next(value for value in match.groups()[1:] if value is not None))
        for match in _ATTRIBUTE.finditer(text)
    }


def _names_a_feed(values: dict[str, str]) -> bool:
    kind = values.get("type", "").partition(";")[0].strip().lower()
    rel = values.get("rel", "").lower().split()
    return "alternate" in rel and "stylesheet" not in rel and kind in _TYPES
