"""Bookmarks, to and from files that a person keeps elsewhere."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsreader.errors import ParseError
from newsreader.fetch.file import fetch_file
from newsreader.library.changes import commit
from newsreader.library.context import Context
from newsreader.model.article import Article
from newsreader.model.bookmark import Bookmark
from newsreader.model.change import BookmarkChange, Step
from newsreader.model.entry import Entry
from newsreader.parse.decode import decode_text
from newsreader.parse.jsonfeed import parse_jsonfeed
from newsreader.store.bookmarks import read_bookmarks
from newsreader.text.dates import parse_date
from newsreader.text.hashing import article_id, source_id
from newsreader.text.sanitise import clean_line, clean_text

__all__ = ["KeptOutcome", "import_bookmarks"]

_ID = re.compile(r"[0-9a-f]{16}")
_SOURCE_ID = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class KeptOutcome:
    """What came of importing bookmarks.

    Attributes:
        added: how many are new, or came back.
        known: how many were there already; those keep their notes, and get the tags that they did not have.
        step: what undo takes back; None where nothing changed.
    """

    added: int
    known: int
    step: Step | None


def import_bookmarks(context: Context, path: Path) -> KeptOutcome:
    """Keep all articles of a JSON Feed as bookmarks, such as `export bookmarks` writes, as one step.

    Raises:
        SourceError: it cannot be read, or is no JSON Feed.
        StoreError: they could not be stored.
    """
    data = fetch_file(path).data
    entries = parse_jsonfeed(data).entries
    owns = _owns(data)
    wanted = [_bookmark(context, entry, owns.get(entry.guid, {})) for entry in entries]
    counts = {"added": 0, "known": 0}

    def plan() -> list[BookmarkChange]:
        known = read_bookmarks(context.layout)
        counts.update(added=0, known=0)
        changes = []
        for bookmark in wanted:
            before = known.get(bookmark.article.id)
            there = before is not None and not before.removed
            counts["known" if there else "added"] += 1
            after = _merged(before, bookmark) if before is not None and there else bookmark
            if after != before:
                changes.append(BookmarkChange(before, after))
        return changes

    step = commit(context, f"import {len(wanted)} bookmarks", plan)
    return KeptOutcome(counts["added"], counts["known"], step)


def _owns(data: bytes) -> dict[str, dict[str, Any]]:
    """What this program wrote of each item beside the format's own fields, by the item's id."""
    try:
        items = json.loads(decode_text(data)).get("items", [])
    except (ValueError, AttributeError, RecursionError) as error:
        raise ParseError("begins like JSON and cannot be read as such; export it again") from error
    found = {}
    for item in items:
        own = item.get("_newsreader") if isinstance(item, dict) else None
        if isinstance(own, dict):
            found[str(item.get("id"))] = own
    return found


def _bookmark(context: Context, entry: Entry, own: dict[str, Any]) -> Bookmark:
    source = own.get("source")
    owner = source if isinstance(source, str) and _SOURCE_ID.fullmatch(source) else source_id("bookmarks")
    name = entry.guid if own and _ID.fullmatch(entry.guid) else article_id(owner, entry.key)
    guid = _line(own, "guid")
    kept = replace(
        entry,
        key=guid or entry.key,
        guid=guid or entry.guid,
        place=_line(own, "place"),
        agency=_line(own, "agency"),
        see_also=tuple(_lines(own, "see_also")),
    )
    seen = parse_date(str(own.get("first_seen") or "")) or entry.published or context.clock()
    now = context.now_ms()
    return Bookmark(
        article=Article(name, owner, kept, seen),
        source_title=_line(own, "source_title"),
        note=clean_text(own["note"]) if isinstance(own.get("note"), str) else "",
        tags=tuple(sorted(set(_lines(own, "tags")))),
        kept_at=_kept_at(own, now),
        changed_at=now,
    )


def _kept_at(own: dict[str, Any], now: int) -> int:
    at = parse_date(str(own.get("kept_at") or ""))
    return min(int(at.timestamp() * 1000), now) if isinstance(at, datetime) and at > _LONG_AGO else now


_LONG_AGO = datetime(1990, 1, 1, tzinfo=UTC)


def _merged(before: Bookmark, after: Bookmark) -> Bookmark:
    tags = tuple(sorted({*before.tags, *after.tags}))
    note = before.note or after.note
    same = (tags, note) == (before.tags, before.note)
    return before if same else replace(before, tags=tags, note=note, changed_at=after.changed_at)


def _line(own: dict[str, Any], name: str) -> str:
    value = own.get(name)
    return clean_line(value) if isinstance(value, str) else ""


def _lines(own: dict[str, Any], name: str) -> list[str]:
    value = own.get(name)
    found = value if isinstance(value, list) else []
    return [line for each in found if isinstance(each, str) and (line := clean_line(each, 500))]
