"""Lists of sources for other readers."""

from __future__ import annotations

from itertools import chain

from newsreader.library.context import Context
from newsreader.library.searches import saved_searches, search_attributes
from newsreader.model.source import Source
from newsreader.text.opml import opml, parted_folders

__all__ = ["export_opml"]


def export_opml(context: Context) -> tuple[str, int]:
    """All sources of the web, and saved searches, as OPML; how many others there are, which no reader could fetch."""
    rows = context.index.rows.sources()
    web = [row.source for row in rows if row.source.address.partition(":")[0].lower() in ("http", "https")]
    sources = ((parted_folders(source.folder), _attributes(source)) for source in web)
    searches = (((), search_attributes(search)) for search in saved_searches(context))
    return opml("newsreader", chain(sources, searches)), len(rows) - len(web)


def _attributes(source: Source) -> dict[str, str]:
    found = {"text": source.title, "title": source.title, "type": "rss", "xmlUrl": source.address}
    if source.url:
        found["htmlUrl"] = source.url
    return {**dict(source.extra), **found}
