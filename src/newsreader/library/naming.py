"""The address under which a source is kept that has none of its own."""

from __future__ import annotations

from dataclasses import replace

from newsreader.fetch.location import Location
from newsreader.model.entry import ParsedFeed
from newsreader.text.hashing import short_hash

__all__ = ["named"]


def named(location: Location, feed: ParsedFeed) -> Location:
    """*location* with an address; standard input is told by what it gave, so that the same feed is the same source."""
    if location.address != "stdin:":
        return location
    # What has no name is told by its first entry.
    name = feed.title or feed.url or (feed.entries[0].key if feed.entries else "")
    return replace(location, address=f"stdin:{short_hash(feed.kind, name, digits=12)}")
