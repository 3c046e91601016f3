"""Lists of sources for other readers."""

from __future__ import annotations

from itertools import chain

from newsreader.library.context import Context
from newsreader.library.outlines import kept_folders, kept_head
from newsreader.library.searches import saved_searches, search_attributes
from newsreader.model.source import Source
from newsreader.store.sources import read_library
from newsreader.text.opml import opml, parted_folders

__all__ = ["export_opml"]


def export_opml(context: Context) -> tuple[str, int]:
    """All sources of the web, and saved searches, as OPML; how many others there are, which no reader could fetch."""
    rows = context.index.rows.sources()
    web = [row.source for row in rows if row.source.address.partition(":")[0].lower() in ("http", "https")]
    sources = ((parted_folders(source.folder), _attributes(source)) for source in web)
    searches = (((), search_attributes(search)) for search in saved_searches(context))
    library = read_library(context.layout)
    folders = {parted_folders(name): said for name, said in kept_folders(library).items()}
    return opml(kept_head(library), chain(sources, searches), folders), len(rows) - len(web)


def _attributes(source: Source) -> dict[str, str]:
    extra = dict(source.extra)
    found = {"text": source.title, "title": source.title, "type": extra.get("type", "rss")}
    site = {"htmlUrl": source.url} if source.url else {}
    return {**extra, **found, "xmlUrl": source.address, **site}
