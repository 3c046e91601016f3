"""RSS 0.9x to 2.0 and Atom: what feedparser says of them, after our own decoding and before our own sanitising."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.sax import SAXException

from newsreader.errors import ParseError
from newsreader.model.entry import Author, Entry, ParsedFeed
from newsreader.parse.content import chosen_content, detail_of, line_of
from newsreader.parse.identity import with_keys
from newsreader.parse.irregular import read_irregular
from newsreader.parse.media import media_of
from newsreader.parse.mend import decode_xml, mended
from newsreader.parse.regular import read_regular
from newsreader.text.dates import parse_date
from newsreader.text.sanitise import clean_line
from newsreader.text.urls import clean_url

__all__ = ["parse_feed"]

_BROKEN = "it is broken XML, and no entry of it can be read; it is asked again, or tell those who write it"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# As archives of letters write who wrote them.
_HIDDEN = re.compile(r"\S+ at \S+\.\S+ \(([^()]+)\)")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_GUID = 200_000
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}


def parse_feed(data: bytes, *, media_type: str = "", address: str | None = None) -> ParsedFeed:
    """The feed in *data*. What can be read of a broken one is read; an entry that cannot be is passed over.

    Raises:
        ParseError: no feed could be found in it.
    """
    parsed = _read(mended(decode_xml(data, media_type)), address)
    if not parsed["entries"] and not parsed.get("version"):
        raise ParseError("begins like a feed and cannot be read as one; fetch it again")
    feed = parsed["feed"]
    kind = "atom" if str(parsed.get("version", "")).startswith("atom") else "rss"
    language = clean_line(str(feed.get("language") or ""), 40)
    about = _About(kind, clean_url(feed.get("link"), address) or address, language, tuple(_authors(feed)))
    found = [_entry(entry, about) for entry in parsed["entries"]]
    entries = [entry for entry in found if entry is not None]
    return ParsedFeed(
        kind,
        title=line_of(detail_of(feed, "title")),
        url=clean_url(feed.get("link"), address),
        entries=with_keys(entries),
        language=language,
        ttl=_ttl(feed),
        problem=_BROKEN if not entries and isinstance(parsed.get("bozo_exception"), SAXException) else "",
    )


@dataclass(frozen=True, slots=True)
class _About:
    """What a feed says of all its entries.

    Attributes:
        kind: `atom` or `rss`.
        base: what relative links are resolved against, or None.
        language: as declared, or "".
        authors: of the feed.
    """

    kind: str
    base: str | None
    language: str
    authors: tuple[Author, ...]


def _ttl(feed: Mapping[str, Any]) -> int | None:
    """Minutes between two fetches, as RSS's `ttl` or the syndication module ask for."""
    ttl = str(feed.get("ttl") or "").strip()
    if ttl.isdecimal() and len(ttl) < 7:
        return int(ttl) or None
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    often = str(feed.get("sy_updatefrequency") or "1").strip()
    return period // max(1, int(often)) if period and often.isdecimal() and len(often) < 6 else None


def _read(text: str, address: str | None) -> Mapping[str, Any]:
    """What feedparser says of the document *text*."""
    document = f'<?xml version="1.0" encoding="utf-8"?>\n{text}'.encode("utf-8", "replace")
    return read_regular(document, address) or read_irregular(document, address)


def _entry(entry: Mapping[str, Any], about: _About) -> Entry | None:
    base = about.base
    content = chosen_content(entry, base)
    media = media_of(entry, base)
    published, updated = _dates(entry, about)
    url = _link(entry, base)
    found = Entry(
        key="",
        guid=clean_line(str(entry.get("id") or ""), _GUID),
        title=line_of(detail_of(entry, "title")),
        url=url,
        authors=tuple(_authors(entry)) or _authors_above(entry, about),
        published=published,
        updated=updated,
        html=content.html,
        words=content.plain if content.html else "",
        text=content.text,
        summary=content.summary,
        tags=tuple(dict.fromkeys(_tags(entry))),
        enclosures=media.enclosures,
        language=clean_line(str(entry.get("language") or ""), 40) or content.language or about.language,
        image=media.image,
        external_url=_linked(entry, "related", base, without=url),
        comments_url=_comments(entry, base) or _linked(entry, "replies", base, without=url),
    )
    # What holds only what is not shown, such as a picture without words, is an entry too.
    said = (entry.get(name) for name in ("id", "title", "link", "summary", "content", "enclosures"))
    return found if any(said) else None


def _dates(entry: Mapping[str, Any], about: _About) -> tuple[datetime | None, datetime | None]:
    published = _date(entry, "published") or _date(entry, "created")
    updated = _date(entry, "updated")
    if published is None and about.kind == "rss":
        # The one date of Dublin Core says when an item came out.
        return updated, None
    return published, updated


def _link(entry: Mapping[str, Any], base: str | None) -> str | None:
    if link := clean_url(entry.get("link"), base):
        return link
    for other in entry.get("links") or ():
        if other.get("rel", "alternate") == "alternate" and (link := clean_url(other.get("href"), base)):
            return link
    return None


def _comments(entry: Mapping[str, Any], base: str | None) -> str | None:
    """Where it is talked of; feedparser gives the attributes of an element that it does not know, if there are any."""
    comments = entry.get("comments")
    return clean_url(comments, base) if isinstance(comments, str) else None


def _linked(entry: Mapping[str, Any], rel: str, base: str | None, *, without: str | None) -> str | None:
    """The first page that an entry of Atom links to as *rel*, but the one at *without*."""
    for link in entry.get("links") or ():
        if link.get("rel") == rel and link.get("type", "text/html") in ("text/html", "application/xhtml+xml"):
            address = clean_url(link.get("href"), base)
            if address and address != without:
                return address
    return None


def _authors_above(entry: Mapping[str, Any], about: _About) -> tuple[Author, ...]:
    """Atom's entries are by the authors of the feed that they were taken from, else of the one that they stand in."""
    return tuple(_authors(entry.get("source") or {})) or (about.authors if about.kind == "atom" else ())


def _authors(entry: Mapping[str, Any]) -> Iterator[Author]:
    seen: set[str] = set()
    listed = [author for author in entry.get("authors") or () if author]
    for author in listed or [{"name": entry.get("author")}]:
        name = clean_line(line_of({"value": _name(author, str(entry.get("author") or ""))}), 200)
        if name and name not in seen:
            seen.add(name)
            yield Author(name, clean_url(author.get("href")))


def _name(author: Mapping[str, Any], written: str) -> str:
    email = str(author.get("email") or "")
    whole = _EMAIL.search(written)
    # feedparser cuts `name@lakes.online` after `onli`, and takes the rest for the name.
    if whole and email and whole[0] != email and whole[0].startswith(email):
        return written.replace(whole[0], "").strip(" ()<>") or whole[0]
    name = str(author.get("name") or email)
    hidden = _HIDDEN.fullmatch(name)
    return hidden[1] if hidden else name


def _date(entry: Mapping[str, Any], name: str) -> datetime | None:
    parsed = entry.get(f"{name}_parsed")
    if parsed is not None:
        try:
            at = _EPOCH + timedelta(seconds=calendar.timegm(parsed))
        except (ValueError, OverflowError, TypeError):
            at = _EPOCH.replace(year=1)
        if 1900 <= at.year < 2200:
            return at
    written = entry.get(name)
    return parse_date(written) if isinstance(written, str) else None


def _tags(entry: Mapping[str, Any]) -> Iterator[str]:
    for tag in entry.get("tags") or ():
        if name := clean_line(line_of({"value": tag.get("label") or tag.get("term")}), 200):
            yield name
