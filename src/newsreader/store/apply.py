"""Making the library's files show a step, forwards or backwards. Doing it twice changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsreader.errors import DamagedFileError
from newsreader.model.article import ArticleState
from newsreader.model.bookmark import Bookmark
from newsreader.model.change import (
    BookmarkChange,
    Deletion,
    Mark,
    SettingChange,
    SourceChange,
    Step,
    StoryChange,
)
from newsreader.model.setting import Setting
from newsreader.model.story import StoryMark
from newsreader.store.aside import set_aside
from newsreader.store.bookmarks import put_bookmarks
from newsreader.store.layout import Layout
from newsreader.store.sources import put_settings
from newsreader.store.states import marked, read_states, set_marks
from newsreader.store.stories import put_story_marks, read_story_marks

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
        elif isinstance(operation, Deletion):
            touched |= _delete(layout, operation, step)
    if sources and not step.undone:
        touched |= _change_sources(layout, sources, step)
    if chosen := [operation for operation in operations if isinstance(operation, SettingChange)]:
        put_settings(layout, [_setting_to_be(operation, step) for operation in chosen])
        touched.add(layout.name(layout.library))
    if kept := [operation for operation in operations if isinstance(operation, BookmarkChange)]:
        put_bookmarks(layout, [_bookmark_to_be(operation, step) for operation in kept])
        touched.add(layout.name(layout.bookmarks))
    if said := [operation for operation in operations if isinstance(operation, StoryChange)]:
        touched |= _say_of_stories(layout, said, step)
    return touched


def _say_of_stories(layout: Layout, operations: Sequence[StoryChange], step: Step) -> set[str]:
    try:
        known = read_story_marks(layout)
    except DamagedFileError:
        set_aside(layout, layout.stories)
        known = {}
    put_story_marks(layout, [_story_mark_to_be(operation, step, known) for operation in operations])
    return {layout.name(layout.stories)}


def _story_mark_to_be(
    operation: StoryChange, step: Step, known: Mapping[tuple[str, str], StoryMark]
) -> StoryMark:
    """As `states.marked`: its time never goes back, and done twice it changes nothing."""
    before, after = operation.before, operation.after
    same = (before.same if before else None) if step.undone else after.same
    now = known.get(after.pair)
    if now is None:
        return replace(after, same=same, at=step.touched)
    if now.same == same and now.at >= step.touched:
        return now
    return replace(after, same=same, at=max(step.touched, now.at + 1))


def _mark(layout: Layout, mark: Mark, step: Step) -> set[str]:
    from newsreader.store.together import Together

    value = mark.value != step.undone
    touched: set[str] = set()
    together = Together()
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
                set_marks(layout, source_id, number, changed, together)
                touched.add(layout.name(path))
    together.commit()
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
    if step.undone:
        # Before the step it never was: its note and tags are not to wait for it.
        other = replace(other, note="", tags=())
    return replace(other, removed=True, changed_at=step.touched)


def _setting_to_be(operation: SettingChange, step: Step) -> Setting:
    return Setting(operation.id, operation.before if step.undone else operation.after, step.touched)


def _delete(layout: Layout, deletion: Deletion, step: Step) -> set[str]:
    from newsreader.store.trash import (
        bring_back,
        delete,
    )  # half of what a bookmark would load, and never needs

    touched: set[str] = set()
    for source_id, chunks in deletion.ids.items():
        do = bring_back if step.undone else delete
        touched |= do(layout, step.number, source_id, chunks, step.touched)
    return touched


def _change_sources(layout: Layout, operations: Sequence[SourceChange], step: Step) -> set[str]:
    from newsreader.store.apply_sources import change_sources  # as in `_delete`

    return change_sources(layout, operations, step)
