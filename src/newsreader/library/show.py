"""Reading one source without a library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from newsreader.fetch.location import locate
from newsreader.library.fetching import read_with
from newsreader.library.naming import named
from newsreader.model.entry import ParsedFeed
from newsreader.refresh.read import Reader
from newsreader.text.hashing import source_id

__all__ = ["Shown", "show"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a source says.

    Attributes:
        source_id: the id that it has, or would have, in every library.
        feed: its document.
    """

    source_id: str
    feed: ParsedFeed


def show(text: str) -> Shown:
    """Read the source at *text*; nothing is stored and no library is touched.

    Raises:
        SourceError: it cannot be had or read.
    """
    location = locate(text)
    with Reader(lambda: datetime.now(UTC)) as reader:
        feed = read_with(reader, location).feed
    assert feed is not None
    return Shown(source_id(named(location, feed).address), feed)
