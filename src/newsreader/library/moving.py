"""Sources that moved: another address, the same articles, marks and ids."""

from __future__ import annotations

from dataclasses import replace

from newsreader.library.catch_up import take_in
from newsreader.library.context import Context
from newsreader.model.source import Source
from newsreader.store.sources import put_sources, read_library

__all__ = ["move"]


def move(context: Context, source_id: str, address: str) -> Source | None:
    """Give a source another address; None where it is gone, or another source has that address.

    Raises:
        StoreError: it could not be stored.
    """
    with context.lock.hold():
        library = read_library(context.layout)
        sources = library.sources if library else {}
        source = sources.get(source_id)
        if source is None or any(other.address == address for other in sources.values()):
            return None
        moved = replace(source, address=address)
        put_sources(context.layout, [moved])
        take_in(context, [context.layout.name(context.layout.library)])
        return moved
