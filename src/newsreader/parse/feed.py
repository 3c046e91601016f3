"""RSS 0.9x to 2.0 and Atom, by feedparser, after our own decoding and before our own sanitising.

feedparser's sanitiser and its resolution of links inside HTML are switched off: one sanitiser of ours serves every
kind of document. Its `bozo` flag says that a document is not as it should be, not whether it could be read.
"""

from __future__ import annotations

import calendar
import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from newsreader.errors import ParseError
from newsreader.model.entry import Author, Enclosure, Entry, ParsedFeed
from newsreader.parse.content import chosen_content, detail_of, line_of
from newsreader.parse.identity import with_keys
from newsreader.parse.mend import decode_xml, mended
from newsreader.text.dates import parse_date
from newsreader.text.sanitise import clean_line
from newsreader.text.urls import clean_url

__all__ = ["parse_feed"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_GUID = 200_000
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}


def parse_feed(data: bytes, *, media_type: str = "", address: str | None = None) -> ParsedFeed:
    """The feed in *data*. What can be read of a broken one is read; an entry that cannot be is passed over.

    Raises:
        ParseError: no feed could be found in it.
    """
    parsed = _parsed(mended(decode_xml(data, media_type)), address)
    if not parsed["entries"] and not parsed.get("version"):
        raise ParseError("begins like a feed and cannot be read as one; fetch it again")
    feed = parsed["feed"]
    language = clean_line(str(feed.get("language") or ""), 40)
    base = clean_url(feed.get("link"), address) or address
    found = [_entry(entry, base, language) for entry in parsed["entries"]]
    entries = [entry for entry in found if entry is not None]
    return ParsedFeed(
        "atom" if str(parsed.get("version", "")).startswith("atom") else "rss",
        title=line_of(detail_of(feed, "title")),
        url=clean_url(feed.get("link"), address),
        entries=with_keys(entries),
        language=language,
        ttl=_ttl(feed),
    )


def _ttl(feed: Mapping[str, Any]) -> int | None:
    """Minutes between two fetches, as RSS's `ttl` or the syndication module ask for."""
    ttl = str(feed.get("ttl") or "").strip()
    if ttl.isdecimal() and len(ttl) < 7:
        return int(ttl) or None
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    often = str(feed.get("sy_updatefrequency") or "1").strip()
    return period // max(1, int(often)) if period and often.isdecimal() and len(often) < 6 else None


def _parsed(text: str, address: str | None) -> Mapping[str, Any]:
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8"}
    if address:
        headers["content-location"] = address
    document = f'<?xml version="1.0" encoding="utf-8"?>\n{text}'.encode("utf-8", "replace")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of its own old names for dates
        found: Mapping[str, Any] = feedparser.parse(
            BytesIO(document), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    return found


def _entry(entry: Mapping[str, Any], base: str | None, language: str) -> Entry | None:
    content = chosen_content(entry, base)
    found = Entry(
        key="",
        guid=clean_line(str(entry.get("id") or ""), _GUID),
        title=line_of(detail_of(entry, "title")),
        url=_link(entry, base),
        authors=tuple(_authors(entry)),
        published=_date(entry, "published") or _date(entry, "created"),
        updated=_date(entry, "updated"),
        html=content.html,
        text=content.text,
        summary=content.summary,
        tags=tuple(dict.fromkeys(_tags(entry))),
        enclosures=tuple({enclosure.href: enclosure for enclosure in _enclosures(entry, base)}.values()),
        language=content.language or language,
        image=_image(entry, base),
        comments_url=clean_url(entry.get("comments"), base),
    )
    # What holds only what is not shown, such as a picture without words, is an entry too.
    said = (entry.get(name) for name in ("id", "title", "link", "summary", "content", "enclosures"))
    return found if any(said) else None


def _link(entry: Mapping[str, Any], base: str | None) -> str | None:
    if link := clean_url(entry.get("link"), base):
        return link
    for other in entry.get("links") or ():
        if other.get("rel", "alternate") == "alternate" and (link := clean_url(other.get("href"), base)):
            return link
    return None


def _authors(entry: Mapping[str, Any]) -> Iterator[Author]:
    seen: set[str] = set()
    listed = [author for author in entry.get("authors") or () if author]
    for author in listed or [{"name": entry.get("author")}]:
        name = clean_line(_name(author, str(entry.get("author") or "")), 200)
        if name and name not in seen:
            seen.add(name)
            yield Author(name, clean_url(author.get("href")))


def _name(author: Mapping[str, Any], written: str) -> str:
    email = str(author.get("email") or "")
    whole = _EMAIL.search(written)
    # feedparser cuts `name@lakes.online` after `onli`, and takes the rest for the name.
    if whole and email and whole[0] != email and whole[0].startswith(email):
        return written.replace(whole[0], "").strip(" ()<>") or whole[0]
    return str(author.get("name") or email)


def _date(entry: Mapping[str, Any], name: str) -> datetime | None:
    # A plain dict, since feedparser's own gives one date for another where one is missing.
    said: dict[str, Any] = dict(entry)
    parsed = said.get(f"{name}_parsed")
    if parsed is not None:
        try:
            at = _EPOCH + timedelta(seconds=calendar.timegm(parsed))
        except (ValueError, OverflowError, TypeError):
            at = _EPOCH.replace(year=1)
        if 1900 <= at.year < 2200:
            return at
    written = said.get(name)
    return parse_date(written) if isinstance(written, str) else None


def _tags(entry: Mapping[str, Any]) -> Iterator[str]:
    for tag in entry.get("tags") or ():
        if name := clean_line(str(tag.get("label") or tag.get("term") or ""), 200):
            yield name


def _enclosures(entry: Mapping[str, Any], base: str | None) -> Iterator[Enclosure]:
    listed = entry.get("enclosures") or ()
    spoken = _seconds(entry.get("itunes_duration")) if len(listed) == 1 else None
    for found in listed:
        duration = found.get("duration") or spoken
        yield from _enclosure(found.get("href"), found.get("type"), found.get("length"), duration, base=base)
    for found in entry.get("media_content") or ():
        if str(found.get("medium") or found.get("type") or "").split("/")[0] in ("audio", "video"):
            yield from _enclosure(
                found.get("url"), found.get("type"), found.get("filesize"), found.get("duration"), base=base
            )


def _enclosure(
    href: Any, media_type: Any, length: Any, duration: Any, *, base: str | None
) -> Iterator[Enclosure]:
    if address := clean_url(href, base):
        size = _number(length)
        yield Enclosure(
            address, clean_line(str(media_type or ""), 100), int(size) if size else None, _number(duration)
        )


def _seconds(value: Any) -> int | None:
    """A duration as podcasts write it: seconds, minutes and seconds, or hours too."""
    parts = str(value or "").strip().split(":")
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() and len(part) < 7 for part in parts):
        return None
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + int(part)
    return seconds


def _number(value: Any) -> float | None:
    text = str(value or "").strip()
    return float(text) if text.isdecimal() and len(text) < 16 and int(text) else None


def _image(entry: Mapping[str, Any], base: str | None) -> str | None:
    candidates = [found.get("url") for found in entry.get("media_thumbnail") or ()]
    candidates += [
        found.get("url")
        for found in entry.get("media_content") or ()
        if str(found.get("medium") or found.get("type") or "").startswith("image")
    ]
    candidates.append((entry.get("image") or {}).get("href"))
    return next((address for found in candidates if (address := clean_url(found, base))), None)
