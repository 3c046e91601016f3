"""Records to put into an index."""

from __future__ import annotations

from datetime import UTC, datetime

from newsreader.model.record import ArticleRecord, BookmarkRecord
from newsreader.model.source import Source
from newsreader.model.stamp import FileStamp

STAMP = FileStamp(size=100, mtime_ns=1)
NEWS = "a" * 12
TECH = "b" * 12


def source(source_id: str = NEWS, title: str = "Harbour Daily", folder: str = "News") -> Source:
    added = datetime(2026, 11, 1, tzinfo=UTC)
    return Source(source_id, f"https://{source_id}.example/feed", "feed", title, False, folder, added)


def record(number: int, source_id: str = NEWS, chunk: int = 1, **fields: object) -> ArticleRecord:
    """An article whose id, time and words come from *number*."""
    text = f"Crane drivers went back to work on day {number}.\n\nNobody had expected it."
    values: dict[str, object] = {
        "id": f"{number:016x}",
        "source_id": source_id,
        "chunk": chunk,
        "title": f"Dock workers end strike {number}",
        "text": text,
        "lead": " ".join(text.split())[:30] + "…",
        "at_ms": 1_795_000_000_000 + number * 60_000,
        "first_seen_ms": 1_795_000_000_000,
    }
    return ArticleRecord(**{**values, **fields})  # type: ignore[arg-type]


def bookmark(number: int, note: str = "", tags: tuple[str, ...] = (), **fields: object) -> BookmarkRecord:
    """A bookmark of the article that `record` makes of *number*, kept in the order of the numbers."""
    return BookmarkRecord(record(number, **fields), "Harbour Daily", note, tags, 1_795_900_000_000 + number)  # type: ignore[arg-type]
