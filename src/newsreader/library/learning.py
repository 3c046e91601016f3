"""What is learnt of a source by reading it, without any person's doing: where it moved, what it calls itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from newsreader.library.catch_up import take_in
from newsreader.library.context import Context
from newsreader.model.entry import ParsedFeed
from newsreader.model.source import Source
from newsreader.store.sources import put_sources, read_library

__all__ = ["learn", "move"]

Sources = Mapping[str, Source]


def move(context: Context, source_id: str, address: str) -> Source | None:
    """Give a source another address; None where it is gone, or another source has that address.

    Raises:
        StoreError: it could not be stored.
    """

    def moved(source: Source, sources: Sources) -> Source | None:
        taken = any(other.address == address for other in sources.values())
        return None if taken else replace(source, address=address)

    return _changed(context, source_id, moved)


def learn(context: Context, source_id: str, feed: ParsedFeed, kind: str) -> Source | None:
    """Give a source that was never read the kind, site and, unless a person named it, title that it has; None if gone.

    Raises:
        StoreError: it could not be stored.
    """

    def learnt(source: Source, _: Sources) -> Source:
        title = source.title if source.own_title else feed.title or source.title
        return replace(source, kind=kind, title=title, url=source.url or feed.url)

    return _changed(context, source_id, learnt)


def _changed(
    context: Context, source_id: str, change: Callable[[Source, Sources], Source | None]
) -> Source | None:
    with context.lock.hold():
        library = read_library(context.layout)
        sources = library.sources if library else {}
        source = sources.get(source_id)
        changed = change(source, sources) if source else None
        if changed is not None and changed != source:
            put_sources(context.layout, [changed])
            take_in(context, [context.layout.name(context.layout.library)])
        return changed
