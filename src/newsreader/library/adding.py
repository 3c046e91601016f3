"""What a person meant by the address of a source: the feed there, the feed that a page names, or the page itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsreader.errors import FetchError, ManyFeedsError, ParseError, SourceError, WebError
from newsreader.fetch.location import Location, locate
from newsreader.fetch.target import target_of
from newsreader.library.context import Context
from newsreader.library.fetching import read_with
from newsreader.model.entry import FeedLink
from newsreader.refresh.read import Reader, Reading, broken

__all__ = ["SAVED", "Found", "find"]

SAVED = "saved:"
"""The address of the source that holds web pages which were saved to be read later."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at an address.

    Attributes:
        location: what to subscribe to.
        reading: what it says now; None where it could not be read.
        error: why not, where its server may give it another time.
        others: the other feeds that the page there names.
    """

    location: Location
    reading: Reading | None
    error: SourceError | None = None
    others: tuple[FeedLink, ...] = ()


def find(
    context: Context, text: str, *, fetch: bool = True, ask: bool = False, pick: str | None = None
) -> Found:
    """Read the source at *text*, or the first feed that the page there names and that can be read.

    Args:
        context: the library.
        text: what a person wrote.
        fetch: whether to read it at all.
        ask: raise where the page names several feeds.
        pick: the address of the feed to take of those that the page names; "" for the page itself.

    Raises:
        ManyFeedsError: the page names several feeds, and *ask* holds.
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
        if problem := broken(reading):
            raise ParseError(problem, subject=location.address)
        if location.kind != "web" or reading.feed is None or reading.feed.kind != "page":
            return Found(location, reading)
        page = reading.feed
        if ask and len(page.feeds) > 1:
            raise ManyFeedsError(
                tuple((link.url, link.title) for link in page.feeds), subject=location.address
            )
        wanted = [link for link in page.feeds if pick is None or link.url == pick]
        return _through_page(reader, location, reading, wanted, must=bool(pick))


def _through_page(
    reader: Reader, location: Location, reading: Reading, links: Sequence[FeedLink], *, must: bool
) -> Found:
    """The first of a page's feeds that can be read, asked for by the rules of a redirect; else the page, to be kept.

    Where it *must* be one of them, the page is not kept in its place.
    """
    page = reading.feed
    assert page is not None
    error: SourceError | None = None
    for link in links:
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
            return Found(target, found, others=tuple(each for each in page.feeds if each != link))
    if error is not None and (must or not page.entries):
        raise error
    if must:
        raise FetchError("the page names no such feed any more; add it again", subject=location.address)
    kept = Location("web", SAVED)
    return Found(kept, replace(reading, kind="saved", validators=type(reading.validators)()))
