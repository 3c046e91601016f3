"""JSON Feed 1.0 and 1.1 (jsonfeed.org), as far as it can be understood."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from newsreader.errors import ParseError
from newsreader.model.entry import Author, Enclosure, Entry, ParsedFeed
from newsreader.parse.decode import decode_text
from newsreader.parse.identity import with_keys
from newsreader.text.allowed import clean_html
from newsreader.text.blocks import plain_text
from newsreader.text.dates import parse_date
from newsreader.text.embedded import with_links
from newsreader.text.sanitise import clean_line, clean_text
from newsreader.text.urls import clean_url

__all__ = ["parse_jsonfeed"]

_NOT_A_FEED = "JSON, but no JSON Feed; give a feed, a page or a text"


def parse_jsonfeed(data: bytes, *, address: str | None = None) -> ParsedFeed:
    """The feed in *data*; relative links are resolved against *address*. An item that is none is passed over.

    Raises:
        ParseError: it is no JSON, or JSON of another kind.
    """
    feed = _loaded(data)
    items = feed.get("items")
    if not isinstance(items, list) or not (
        _text(feed, "version").startswith("https://jsonfeed.org/") or items
    ):
        raise ParseError(_NOT_A_FEED)
    if not any(isinstance(item, dict) for item in items) and items:
        raise ParseError(_NOT_A_FEED)
    language = clean_line(_text(feed, "language"), 40)
    base = address or clean_url(_text(feed, "home_page_url"))
    entries = [_entry(item, base, language) for item in items if isinstance(item, dict)]
    return ParsedFeed(
        "json",
        title=clean_line(_text(feed, "title")),
        url=clean_url(_text(feed, "home_page_url"), address),
        entries=with_keys(entry for entry in entries if entry is not None),
        language=language,
    )


def _loaded(data: bytes) -> dict[str, Any]:
    try:
        # json, since orjson refuses the lone surrogates and NaN that feeds have.
        value = json.loads(decode_text(data), strict=False, parse_int=_whole)
    except (ValueError, RecursionError) as error:
        raise ParseError("begins like JSON and cannot be read as such; fetch it again") from error
    if not isinstance(value, dict):
        raise ParseError(_NOT_A_FEED)
    return value


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) < 4000 else digits


def _entry(item: dict[str, Any], base: str | None, language: str) -> Entry | None:
    html = clean_html(with_links(_text(item, "content_html"), base), base)
    text = "" if html else clean_text(_text(item, "content_text"))
    summary = clean_text(_text(item, "summary"))
    if not (html or text):
        text, summary = summary, ""
    entry = Entry(
        key="",
        guid=_guid(item.get("id")),
        title=clean_line(_text(item, "title")),
        url=clean_url(_text(item, "url"), base) or clean_url(_text(item, "id")),
        authors=tuple(_authors(item)),
        published=parse_date(_text(item, "date_published")),
        updated=parse_date(_text(item, "date_modified")),
        html=html,
        text=text,
        summary="" if summary and summary == (text or plain_text(html)) else summary,
        tags=tuple(_lines(item.get("tags"))),
        enclosures=tuple(_enclosures(item, base)),
        language=clean_line(_text(item, "language"), 40) or language,
        image=clean_url(_text(item, "image"), base) or clean_url(_text(item, "banner_image"), base),
        external_url=clean_url(_text(item, "external_url"), base),
    )
    has_something = entry.guid or entry.url or entry.title or entry.html or entry.text or entry.enclosures
    return entry if has_something else None


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _guid(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    return clean_line(str(value), 200_000) if isinstance(value, str | int | float) else ""


def _lines(value: Any) -> Iterator[str]:
    for line in value if isinstance(value, list) else ():
        if isinstance(line, str) and (cleaned := clean_line(line, 200)):
            yield cleaned


def _authors(item: dict[str, Any]) -> Iterator[Author]:
    found = item.get("authors")
    for author in found if isinstance(found, list) else [item.get("author")]:
        if isinstance(author, dict) and (name := clean_line(_text(author, "name"), 200)):
            yield Author(name, clean_url(_text(author, "url")))


def _enclosures(item: dict[str, Any], base: str | None) -> Iterator[Enclosure]:
    found = item.get("attachments")
    for attachment in found if isinstance(found, list) else ():
        if isinstance(attachment, dict) and (href := clean_url(_text(attachment, "url"), base)):
            length = _positive(attachment.get("size_in_bytes"))
            yield Enclosure(
                href,
                clean_line(_text(attachment, "mime_type"), 100),
                int(length) if length is not None else None,
                _positive(attachment.get("duration_in_seconds")),
            )


def _positive(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if math.isfinite(value) and 0 < value < 2**53 else None
