"""Making the library's files show a step, forwards or backwards. Doing it twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from newsreader.errors import DamagedFileError
from newsreader.model.article import ArticleState
from newsreader.model.bookmark import Bookmark
from newsreader.model.change import BookmarkChange, Mark, SourceChange, Step
from newsreader.model.source import Source
from newsreader.store.aside import set_aside
from newsreader.store.bookmarks import put_bookmarks
from newsreader.store.files import move
from newsreader.store.layout import Layout
from newsreader.store.sources import put_sources
from newsreader.store.states import marked, read_states, set_marks

__all__ = ["apply_step"]


def apply_step(layout: Layout, step: Step) -> set[str]:
    """Make the files show *step* as done, or as not done where it is undone. Hold the lock.

    Returns:
        The names inside the library of the files that may have changed; a directory's name ends in "/".

    Raises:
        StoreError: a file could not be written; the step stays open and is finished later.
    """
    operations = step.change.operations
    sources = [operation for operation in operations if isinstance(operation, SourceChange)]
    # A source that comes back has to be there before the marks on its articles are taken back.
    touched = _change_sources(layout, sources, step) if sources and step.undone else set()
    for operation in reversed(operations) if step.undone else operations:
        if isinstance(operation, Mark):
            touched |= _mark(layout, operation, step)
    if sources and not step.undone:
        touched |= _change_sources(layout, sources, step)
    if kept := [operation for operation in operations if isinstance(operation, BookmarkChange)]:
        put_bookmarks(layout, [_bookmark_to_be(operation, step) for operation in kept])
        touched.add(layout.name(layout.bookmarks))
    return touched


def _mark(layout: Layout, mark: Mark, step: Step) -> set[str]:
    value = mark.value != step.undone
    touched: set[str] = set()
    for source_id, chunks in mark.ids.items():
        if not layout.source(source_id).is_dir():
            continue  # removed since, by another machine: its marks went with it
        for number, articles in chunks.items():
            path = layout.states(source_id, number)
            states = _states(layout, source_id, number)
            changed = {
                article: new
                for article in articles
                if (
                    new := marked(old := states.get(article, ArticleState()), mark.field, value, step.touched)
                )
                != old
            }
            if changed:
                set_marks(layout, source_id, number, changed)
                touched.add(layout.name(path))
    return touched


def _states(layout: Layout, source_id: str, number: int) -> dict[str, ArticleState]:
    try:
        return read_states(layout, source_id, number)
    except DamagedFileError:
        set_aside(layout, layout.states(source_id, number))
        return {}


def _bookmark_to_be(operation: BookmarkChange, step: Step) -> Bookmark:
    wanted, other = operation.after, operation.before
    if step.undone:
        wanted, other = other, wanted
    if wanted is not None:
        return replace(wanted, changed_at=step.touched)
    assert other is not None
    return replace(other, removed=True, changed_at=step.touched)


def _change_sources(layout: Layout, operations: Sequence[SourceChange], step: Step) -> set[str]:
    """All sources of a step with one write of their list: an import brings thousands."""
    wanted: dict[str, Source] = {}
    removed: dict[str, int] = {}
    for operation in operations:
        after = operation.before if step.undone else operation.after
        changed = operation.before or operation.after
        assert changed is not None
        if after is not None:
            wanted[changed.id] = after
            _move_articles(layout.trashed(step.number, changed.id), layout.source(changed.id))
        else:
            removed[changed.id] = step.touched
    # Tombstones come first: articles without a source would look like a library that lost its list.
    put_sources(layout, wanted.values(), removed)
    for source_id in removed:
        _move_articles(layout.source(source_id), layout.trashed(step.number, source_id))
    names = (layout.name(layout.source(source_id)) + "/" for source_id in (*wanted, *removed))
    return {layout.name(layout.library), *names}


def _move_articles(path: Path, target: Path) -> None:
    if path.is_dir() and not target.exists():
        move(path, target)
