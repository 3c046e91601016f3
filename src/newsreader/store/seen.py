"""Which files of a directory were read, and how they were then: derived, so that without it all are read again."""

from __future__ import annotations

from collections.abc import Mapping

import orjson

from newsreader import __version__
from newsreader.model.source import SeenFile
from newsreader.store.files import make_directory, read_bytes, write_atomic
from newsreader.store.layout import Layout

__all__ = ["read_seen", "write_seen"]


def read_seen(layout: Layout, source_id: str) -> dict[str, SeenFile]:
    """What `write_seen` wrote last; empty where that is nothing, damaged, or of a version that read files otherwise.

    Raises:
        StoreError: it could not be read.
    """
    data = read_bytes(layout.seen(source_id))
    try:
        found = orjson.loads(data or b"{}")
        if found.get("version") != __version__:
            return {}
        return {str(name): SeenFile(*map(str, values)) for name, values in found["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def write_seen(layout: Layout, source_id: str, seen: Mapping[str, SeenFile]) -> None:
    """Remember *seen*. Hold the claim on the source.

    Raises:
        StoreError: it could not be written.
    """
    files = {name: (file.stamp, file.content, file.problem) for name, file in seen.items()}
    make_directory(layout.seen(source_id).parent)
    write_atomic(layout.seen(source_id), orjson.dumps({"version": __version__, "files": files}))
