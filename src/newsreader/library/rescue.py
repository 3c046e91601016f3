"""Finding again what a lost file held, from what other files of the library tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from newsreader.errors import DamagedFileError
from newsreader.model.bookmark import Bookmark
from newsreader.model.change import BookmarkChange, SettingChange, SourceChange, Step
from newsreader.model.setting import Setting
from newsreader.model.source import Source
from newsreader.store.aside import set_aside
from newsreader.store.bookmarks import put_bookmarks
from newsreader.store.history import newest_first
from newsreader.store.layout import Layout
from newsreader.store.sources import put_settings, put_sources
from newsreader.store.tables import documents

__all__ = ["rescue_bookmarks", "rescue_sources"]

_SOURCE_ID = re.compile("[0-9a-f]{12}")


def rescue_sources(layout: Layout, only: str | None = None) -> int:
    """Put every source into library.json that the history or its own articles tell of; gives how many. Hold the lock.

    Title, folder and settings come from the history where it has them, else from the source's own files. With *only*,
    that one source. A directory that could be no source's, made while a damaged id was taken for one, is set aside.
    """
    remembered: dict[str, Source] = {}
    chosen: dict[str, Setting] = {}
    for step in sorted(newest_first(layout, []), key=lambda step: step.touched):
        for operation in step.change.operations:
            if isinstance(operation, SourceChange):
                _remember(remembered, operation, step)
            elif isinstance(operation, SettingChange):
                value = operation.before if step.undone else operation.after
                chosen[operation.id] = Setting(operation.id, value, step.touched)
    for path in sorted(layout.root.glob("sources/*/")):
        if not _SOURCE_ID.fullmatch(path.name):
            set_aside(layout, path)
            continue
        source = remembered.get(path.name) or _from_articles(path)
        if source is not None:
            remembered[source.id] = source
    found = [source for source in remembered.values() if only in (None, source.id)]
    put_sources(layout, found)
    if chosen and only is None:
        put_settings(layout, chosen.values())
    return len(found)


def _remember(remembered: dict[str, Source], operation: SourceChange, step: Step) -> None:
    before, after = operation.before, operation.after
    if step.undone:
        before, after = after, before
    if after is not None:
        remembered[after.id] = replace(after, changed_at=step.touched)
    elif before is not None:
        remembered.pop(before.id, None)


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
