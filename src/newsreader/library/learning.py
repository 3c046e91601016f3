"""What is learnt of a source by reading it, without any person's doing: where it moved, what it calls itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from newsreader.library.context import Context
from newsreader.library.taking_in import take_in
from newsreader.model.entry import ParsedFeed
from newsreader.model.source import Source
from newsreader.store.sources import put_sources, read_library

__all__ = ["learn", "learnt", "move"]

Sources = Mapping[str, Source]
Change = Callable[[Source, Sources], Source | None]


def move(context: Context, source_id: str, address: str) -> Source | None:
    """Give a source another address; None where it is gone, or another source has that address.

    Raises:
        StoreError: it could not be stored.
    """

    def moved(source: Source, sources: Sources) -> Source | None:
        taken = any(other.address == address for other in sources.values())
        return None if taken else replace(source, address=address)

    return _changed(context, {source_id: moved}).get(source_id)


def learnt(source: Source, feed: ParsedFeed, kind: str) -> Source:
    """*source* with the kind, site and, unless a person named it, title that *feed*, what it said, gives it."""
    title = source.title if source.own_title else feed.title or source.title
    return replace(source, kind=kind, title=title, url=source.url or feed.url)


def learn(context: Context, said: Mapping[str, tuple[ParsedFeed, str]]) -> None:
    """Store what is learnt of sources that were never read; see `learnt`. Those that are gone are passed over.

    Args:
        context: the library.
        said: by the source's id, what it said, entries apart, and the kind that makes it.

    Raises:
        StoreError: it could not be stored.
    """

    def change(feed: ParsedFeed, kind: str) -> Change:
        return lambda source, _: learnt(source, feed, kind)

    _changed(context, {name: change(*each) for name, each in said.items()})


def _changed(context: Context, changes: Mapping[str, Change]) -> dict[str, Source]:
    if not changes:
        return {}
    with context.lock.hold():
        library = read_library(context.layout)
        sources = library.sources if library else {}
        wanted = {name: change(sources[name], sources) for name, change in changes.items() if name in sources}
        changed = {name: source for name, source in wanted.items() if source is not None}
        new = [source for name, source in changed.items() if source != sources[name]]
        if new:
            put_sources(context.layout, new)
            take_in(context, [context.layout.name(context.layout.library)])
        return changed
