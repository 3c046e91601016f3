"""Which of the texts that an entry carries is its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any

from newsreader.text.allowed import clean_html
from newsreader.text.blocks import plain_text
from newsreader.text.embedded import with_links
from newsreader.text.sanitise import clean_line, clean_text
from newsreader.text.urls import clean_url

__all__ = ["Content", "chosen_content", "detail_of", "line_of"]

_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--")
_REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w+);")
_MOST_OF = 0.8
_HTML = ("text/html", "application/xhtml+xml")


# Choosing among an entry's few texts asks for the words of each several times over.
_plain_text = lru_cache(maxsize=8)(plain_text)


@dataclass(frozen=True, slots=True)
class Content:
    """An entry's text.

    Attributes:
        html: sanitised, or "" where the text is plain.
        text: plain, or "" where there is HTML.
        summary: a shorter, other text beside it, plain; or "".
        language: as declared with it, or "".
    """

    html: str = ""
    text: str = ""
    summary: str = ""
    language: str = ""

    @property
    def plain(self) -> str:
        """The text without its marks."""
        return _plain_text(self.html) if self.html else self.text


def chosen_content(entry: Mapping[str, Any], base: str | None) -> Content:
    """The longest of the texts that the entry carries; of others, one that says something else is the summary.

    Args:
        entry: as feedparser gives it.
        base: what links are resolved against where the text names no base of its own.
    """
    found = [content for detail in _details(entry) if (content := _content(detail, base)).plain]
    if not found:
        return Content()
    longest = max(len(content.plain) for content in found)
    # Of two that say about the same, the one whose paragraphs and links are there.
    best = max(
        found,
        key=lambda content: (
            len(content.plain) >= _MOST_OF * longest,
            bool(content.html),
            len(content.plain),
        ),
    )
    others = [content.plain for content in found if content is not best]
    summary = next((text for text in others if not _says(best.plain, text)), "")
    return Content(best.html, best.text, " ".join(summary.split()), best.language)


def _details(entry: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    contents = [content for content in entry.get("content") or () if content.get("value")]
    yield from contents
    # feedparser calls the content of an entry without a summary its summary too.
    if entry.get("summary") and all(content["value"] != entry["summary"] for content in contents):
        yield detail_of(entry, "summary")


def detail_of(element: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The text *name* of *element* with what was said of it.

    feedparser's details are of the last element of that name, however deep it lay inside another; its texts are not.
    """
    value = element.get(name) or ""
    detail = element.get(f"{name}_detail") or {}
    return detail if detail.get("value") == value else {"value": value}


def _content(detail: Mapping[str, Any], base: str | None) -> Content:
    value = str(detail.get("value") or "")
    language = clean_line(str(detail.get("language") or ""), 40)
    kind = str(detail.get("type") or "")
    # Without either sign HTML is plain text, and most of a long list of headlines is.
    is_marked = "<" in value or "&" in value
    if is_marked and (kind in _HTML or (kind in ("", "text/plain") and _MARKUP.search(value))):
        base = clean_url(detail.get("base")) or base
        html = clean_html(with_links(value, base), base)
        if not _MARKUP.search(html):
            return Content(text=clean_text(unescape(html)), language=language)
        return Content(html=html, language=language)
    return Content(text=clean_text(value), language=language)


def _says(text: str, other: str) -> bool:
    """Whether *text* begins as *other* does, whatever its blanks and dots at the end."""
    start = "".join(other.split()).rstrip("….")
    # Of a long text the beginning will do, as long as it is not mostly blanks.
    beginning = "".join(text[: 2 * len(start)].split())
    if len(beginning) < len(start):
        beginning = "".join(text.split())
    return beginning.startswith(start)


def line_of(detail: Mapping[str, Any]) -> str:
    """A title as one plain line, whatever marks it came with."""
    value = str(detail.get("value") or "")
    kind = str(detail.get("type") or "")
    is_marked = "<" in value or "&" in value
    if is_marked and (kind in _HTML or _MARKUP.search(value) or _REFERENCE.search(value)):
        cleaned = " ".join(plain_text(clean_html(value)).split())
        # What looked like a tag and was none is not lost: `<3` or `a <b and c`.
        value = cleaned or (value if kind not in _HTML else "")
    return clean_line(value)
