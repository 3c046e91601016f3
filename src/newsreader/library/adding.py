"""What a person meant by the address of a source: the feed there, the feed that a page names, or the page itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsreader.errors import SourceError, WebError
from newsreader.fetch.location import Location, locate
from newsreader.fetch.target import target_of
from newsreader.library.context import Context
from newsreader.library.refreshing import read_with
from newsreader.model.entry import FeedLink, ParsedFeed
from newsreader.refresh.read import Reader, Reading

__all__ = ["SAVED", "Found", "discovered", "find"]

SAVED = "saved:"
"""The address of the source that holds web pages which were saved to be read later."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at an address.

    Attributes:
        location: what to subscribe to.
        reading: what it says now; None where it could not be read.
        error: why not, where its server may give it another time.
    """

    location: Location
    reading: Reading | None
    error: SourceError | None = None


def find(context: Context, text: str, *, fetch: bool = True) -> Found:
    """Read the source at *text*, or the first feed that the page there names and that can be read.

    Raises:
        SourceError: there is nothing to subscribe to.
    """
    location = locate(text)
    if not fetch and location.kind != "stdin":
        return Found(location, None)
    with Reader(context.clock) as reader:
        try:
            said = context.config.sources.get(location.address)
            reading = read_with(reader, location, user_agent=said.user_agent if said else "")
        except WebError as error:
            # A server that is down today may be up tomorrow: what was asked for is kept.
            return Found(location, None, error)
        if location.kind != "web" or reading.feed is None or reading.feed.kind != "page":
            return Found(location, reading)
        return _through_page(reader, location, reading, reading.feed)


def discovered(context: Context, text: str) -> tuple[FeedLink, ...]:
    """The feeds that the web page at *text* names; empty where it is a feed itself.

    Raises:
        SourceError: it cannot be had or read.
    """
    location = locate(text)
    with Reader(context.clock) as reader:
        feed = read_with(reader, location).feed
    return feed.feeds if feed else ()


def _through_page(reader: Reader, location: Location, reading: Reading, page: ParsedFeed) -> Found:
    """The first feed of a page that can be read, asked for by the rules of a redirect; else the page, to be kept."""
    error: SourceError | None = None
    for link in page.feeds:
        try:
            target = locate(link.url)
            same = target_of(target.address).origin == target_of(location.address).origin
            target = replace(target, credentials=target.credentials or (location.credentials if same else ""))
            public = reading.web is not None and reading.web.public
            found = read_with(reader, target, public=public)
        except SourceError as failed:
            error = error or failed
            continue
        if found.feed and found.feed.kind != "page":
            return Found(target, found)
    if error is not None and not page.entries:
        raise error
    kept = Location("web", SAVED)
    return Found(kept, replace(reading, kind="saved", validators=type(reading.validators)()))
