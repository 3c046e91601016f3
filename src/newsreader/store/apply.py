"""Making the library's files show a step, forwards or backwards. Doing it twice changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsreader.errors import DamagedFileError
from newsreader.model.article import ArticleState
from newsreader.model.bookmark import Bookmark
from newsreader.model.change import BookmarkChange, Mark, SourceChange, Step
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
    touched: set[str] = set()
    for operation in reversed(operations) if step.undone else operations:
        if isinstance(operation, Mark):
            touched |= _mark(layout, operation, step)
        elif isinstance(operation, SourceChange):
            touched |= _change_source(layout, operation, step)
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


def _change_source(layout: Layout, operation: SourceChange, step: Step) -> set[str]:
    wanted = operation.before if step.undone else operation.after
    changed = operation.before or operation.after
    assert changed is not None
    here, there = layout.source(changed.id), layout.trashed(step.number, changed.id)
    if wanted is not None:
        _move_articles(there, here)
        put_sources(layout, [wanted])
    else:
        # The tombstone comes first: articles without a source would look like a library that lost its list.
        put_sources(layout, removed={changed.id: step.touched})
        _move_articles(here, there)
    return {layout.name(layout.library), layout.name(here) + "/"}


def _move_articles(path: Path, target: Path) -> None:
    if path.is_dir() and not target.exists():
        move(path, target)
