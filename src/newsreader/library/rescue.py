"""Finding again what a lost file held, from what other files of the library tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from newsreader.errors import DamagedFileError
from newsreader.model.bookmark import Bookmark
from newsreader.model.change import BookmarkChange, SourceChange, Step
from newsreader.model.source import Source
from newsreader.store.bookmarks import put_bookmarks
from newsreader.store.history import newest_first
from newsreader.store.layout import Layout
from newsreader.store.sources import put_sources
from newsreader.store.tables import documents

__all__ = ["rescue_bookmarks", "rescue_sources"]


def rescue_sources(layout: Layout) -> int:
    """Begin library.json anew with every source whose articles are there; gives how many. Hold the lock.

    Title and folder come from the history where it has them, else from the source's own files.
    """
    remembered: dict[str, Source] = {}
    for step in reversed(list(newest_first(layout, []))):
        for operation in step.change.operations:
            if isinstance(operation, SourceChange):
                wanted = operation.before if step.undone else operation.after
                if wanted is not None:
                    remembered[wanted.id] = wanted
    directories = (path for path in sorted(layout.root.glob("sources/*")) if path.is_dir())
    found = [remembered.get(path.name) or _from_articles(path) for path in directories]
    put_sources(layout, [source for source in found if source is not None])
    return sum(source is not None for source in found)


def _from_articles(directory: Path) -> Source | None:
    for path in sorted(directory.glob("articles-*.json")):
        try:
            about = documents(path, "source")[0]
            title = about["title"]
            return Source(directory.name, about["address"], "", title, False, "", _changed_at(path))
        except (DamagedFileError, KeyError, IndexError, OSError):
            continue
    return None


def _changed_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def rescue_bookmarks(layout: Layout) -> int:
    """Begin bookmarks.json anew with what the history tells of bookmarks; gives how many. Hold the lock."""
    found: dict[str, Bookmark] = {}
    for step in reversed(list(newest_first(layout, []))):
        for kept in _kept(step):
            found[kept.article.id] = kept
    put_bookmarks(layout, found.values())
    return sum(not kept.removed for kept in found.values())


def _kept(step: Step) -> Iterator[Bookmark]:
    for operation in step.change.operations:
        if isinstance(operation, BookmarkChange):
            kept = operation.before if step.undone else operation.after
            if kept is not None:
                yield kept
