"""Articles as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), written item by item."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson

from newsreader.cli.output import Output
from newsreader.model.bookmark import Bookmark
from newsreader.model.entry import Author, Enclosure, Entry
from newsreader.text.dates import to_iso

__all__ = ["Item", "item_to_json", "json_line", "time_to_json", "write_feed"]

_VERSION = "https://jsonfeed.org/version/1.1"
_PIECE = 64 * 1024
# Larger integers are not written by orjson, nor read by most programs.
_MOST = 2**53

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """What an item is made of.

    Attributes:
        id: the article's id.
        source_id: its source.
        entry: what the source said.
        text: plain text, paragraphs parted by one empty line, or "".
        first_seen: when it was stored; None where it is not.
        changed: whether a newer text replaced an older one.
        read: whether it was read.
        bookmark: its bookmark, or one that was taken away and whose note and tags wait, or None.
        score: how well it answers a search; None where nothing was searched.
        story: id of the story that it tells, or None.
    """

    id: str
    source_id: str
    entry: Entry
    text: str
    first_seen: datetime | None = None
    changed: bool = False
    read: bool = False
    bookmark: Bookmark | None = None
    score: float | None = None
    story: str | None = None


def write_feed(out: Output, items: Iterable[Item], **head: str | None) -> None:
    """Write one document; *head* are its fields beside `version` and `items`, those that are None left out.

    However many items there are, one is in memory at a time. When *items* ends in an error after the first, the
    document is closed before the error goes on: what was printed is JSON.
    """
    document = _Document(out, {"version": _VERSION, **{name: value for name, value in head.items() if value}})
    try:
        for item in items:
            document.add(item)
        document.begin()
    finally:
        document.close()


class _Document:
    def __init__(self, out: Output, head: Json) -> None:
        self._out = out
        self._head = head
        self._pending = bytearray()
        self._items = -1

    def begin(self) -> None:
        if self._items < 0:
            self._items = 0
            self._pending += orjson.dumps(self._head)[:-1] + b',"items":['

    def add(self, item: Item) -> None:
        data = orjson.dumps(item_to_json(item))
        self.begin()
        self._pending += (b"," if self._items else b"") + data
        self._items += 1
        if len(self._pending) > _PIECE:
            self._out.data(bytes(self._pending))
            self._pending.clear()

    def close(self) -> None:
        if self._items >= 0:
            self._out.data(bytes(self._pending) + b"]}\n")


def json_line(value: Json) -> bytes:
    """One line of JSON Lines."""
    return orjson.dumps(value) + b"\n"


def time_to_json(at: datetime | None) -> str | None:
    """RFC 3339 in UTC, whole seconds; None for None."""
    if at is None:
        return None
    return to_iso(at)


def item_to_json(item: Item) -> Json:
    """One item; a field of the format that would be empty is left out, one of ours is null."""
    entry = item.entry
    fields: Json = {
        "id": item.id,
        "url": entry.url,
        "external_url": entry.external_url,
        "title": entry.title,
        "content_html": entry.html,
        "content_text": item.text,
        "summary": entry.summary,
        "image": entry.image,
        "date_published": time_to_json(entry.published),
        "date_modified": time_to_json(entry.updated),
        "authors": [_author(author) for author in entry.authors],
        "tags": list(entry.tags),
        "language": entry.language,
        "attachments": [_attachment(enclosure) for enclosure in entry.enclosures],
    }
    return {**{name: value for name, value in fields.items() if value}, "_newsreader": _own(item)}


def _own(item: Item) -> Json:
    entry, kept = item.entry, item.bookmark
    own: Json = {
        "guid": entry.guid or entry.key,
        "source": item.source_id,
        "first_seen": time_to_json(item.first_seen),
        "changed": item.changed,
        "place": entry.place or None,
        "agency": entry.agency or None,
        "site": entry.site or None,
        "see_also": list(entry.see_also),
        "comments_url": entry.comments_url,
        "read": item.read,
        "bookmarked": kept is not None and not kept.removed,
        "note": (kept.note or None) if kept else None,
        "tags": list(kept.tags) if kept else [],
        "story": item.story,
    }
    if kept is not None and not kept.removed:
        own["kept_at"] = time_to_json(datetime.fromtimestamp(kept.kept_at / 1000, UTC))
        own["source_title"] = kept.source_title
    # JSON has no word for infinity or NaN, and orjson would write null without a sound.
    if item.score is not None and math.isfinite(item.score):
        own["score"] = float(f"{item.score:.5g}")
    return own


def _author(author: Author) -> Json:
    return {"name": author.name, "url": author.url} if author.url else {"name": author.name}


def _attachment(enclosure: Enclosure) -> Json:
    # The format requires a type; this one says "some bytes".
    found: Json = {"url": enclosure.href, "mime_type": enclosure.media_type or "application/octet-stream"}
    if enclosure.length is not None and enclosure.length < _MOST:
        found["size_in_bytes"] = enclosure.length
    if enclosure.duration is not None and math.isfinite(enclosure.duration):
        found["duration_in_seconds"] = enclosure.duration
    return found
