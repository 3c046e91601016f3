"""Sources, articles and bookmarks to order."""

from datetime import UTC, datetime

from newsreader.model.article import Article
from newsreader.model.bookmark import Bookmark
from newsreader.model.entry import Entry
from newsreader.model.source import Source

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def source(name="s1"):
    return Source(name, f"/feeds/{name}.xml", "feed", f"The {name}", False, "", NOON)


def article(name, source_id="s1", text="words"):
    return Article(name, source_id, Entry(key=name, title=f"Title {name}", text=text), NOON)


def kept(name, note="", **more):
    return Bookmark(article(name), "The s1", note=note, kept_at=1, **more)
