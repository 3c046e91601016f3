"""Everything that a person changes goes through here: saved first as a step, then shown by the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from newsreader.errors import NothingToUndoError, OlderFormatError
from newsreader.library.context import Context
from newsreader.library.taking_in import reindex, take_in
from newsreader.model.change import Change, Deletion, Mark, Operation, Step
from newsreader.store.apply import apply_step
from newsreader.store.files import remove_tree
from newsreader.store.guard import guard
from newsreader.store.history import (
    close_step,
    down_to_standing,
    forget_steps,
    make_room,
    newest_first,
    next_number,
    open_steps,
    write_step,
)
from newsreader.store.sources import is_begun, put_sources
from newsreader.store.survey import stamps

__all__ = ["commit", "commit_deletion", "finish", "history", "prepare", "redo", "undo"]

_JOINED = (
    1000  # articles; a step that deleted more is left as it is, for to join it costs a look at all its files
)
_MANY, _SHOWN_AT_ONCE = 500, 10_000  # marks


def commit(context: Context, title: str, plan: Callable[[], Sequence[Operation]]) -> Step | None:
    """Do one thing to the library.

    Args:
        context: the library.
        title: what it is, in words.
        plan: gives what to do, which may be nothing; called under the lock, so that it sees what others did.

    Returns:
        The step that undo takes back; None where there was nothing to do. On return it is on the disk.

    Raises:
        StoreError: it could not be saved: nothing happened. Or it was saved and could not be finished: the
            next change does that.
    """
    with context.lock.hold():
        prepare(context)
        operations = tuple(plan())
        if not operations:
            return None
        number = make_room(context.layout, context.now_ms(), context.notices)
        step = write_step(context.layout, Step(number, Change(title, operations), touched=number))
        return _finish(context, step)


def commit_deletion(context: Context, plan: Callable[[], Deletion]) -> int:
    """Delete what the library itself is to delete; gives how many articles.

    It joins the step before it where that deleted too and not much, so that a refresh every hour leaves room in the
    history for what a person did. While there is something to redo, nothing is deleted: redo would be lost.

    Raises:
        StoreError: as for `commit`.
    """
    with context.lock.hold():
        prepare(context)
        newest = next(_steps(context), None)
        if newest is not None and newest.undone:
            return 0
        deletion = plan()
        if not (count := _size(deletion)):
            return 0
        now = context.now_ms()
        if (before := _only_deletion(newest)) is not None and _size(before) < _JOINED:
            from newsreader.store.steps import joined  # what deletes without end

            assert newest is not None
            number, touched, deletion = newest.number, max(now, newest.touched + 1), joined(before, deletion)
        else:
            number = touched = next_number(context.layout, now)
        change = Change(_deleting(_size(deletion)), (deletion,))
        forget_steps(context.layout, [])
        _finish(context, write_step(context.layout, Step(number, change, touched=touched)))
        return count


def _only_deletion(step: Step | None) -> Deletion | None:
    operations = step.change.operations if step is not None else ()
    return operations[0] if len(operations) == 1 and isinstance(operations[0], Deletion) else None


def _deleting(count: int) -> str:
    return "delete an old article" if count == 1 else f"delete {count} old articles"


def _size(deletion: Deletion) -> int:
    return sum(len(names) for chunks in deletion.ids.values() for names in chunks.values())


def undo(context: Context) -> Step:
    """Take back the newest step that stands.

    Raises:
        NothingToUndoError: there is none.
        StoreError: it could not be saved or finished, as for `commit`.
    """
    with context.lock.hold():
        prepare(context)
        newest = down_to_standing(_steps(context))
        if not newest or newest[-1].undone:
            raise NothingToUndoError("nothing to undo")
        return _again(context, newest[-1], newest, undone=True)


def redo(context: Context) -> Step:
    """Do again the step that was undone last. Raises as `undo`."""
    with context.lock.hold():
        prepare(context)
        newest = down_to_standing(_steps(context))
        if not (undone := [step for step in newest if step.undone]):
            raise NothingToUndoError("nothing to redo")
        last = max(undone, key=lambda step: (step.touched, -step.number))
        return _again(context, last, newest, undone=False)


def history(context: Context, limit: int) -> list[Step]:
    """The newest *limit* steps, newest first, undone ones too."""
    with context.lock.hold():
        return list(islice(_steps(context), limit))


def finish(context: Context) -> None:
    """Finish what a killed program left, so that a list shows at once what was saved. Raises as `undo`."""
    with context.lock.hold():
        prepare(context)


def prepare(context: Context) -> None:
    """Make the library ready for a change: begin it where it is new, finish what a killed program left.

    Hold the lock.
    """
    try:
        begun = is_begun(context.layout)
    except OlderFormatError:
        from newsreader.library.migrating import bring_up  # once in a format's life

        bring_up(context)
        reindex(context, stamps(context.layout))
        begun = is_begun(context.layout)
    if not begun:
        put_sources(context.layout)
    guard(context.layout)
    unfinished = open_steps(context.layout, context.notices)
    if unfinished:
        for leftover in context.layout.leftovers():
            remove_tree(leftover)
    for step in unfinished:
        _finish(context, step)


def _finish(context: Context, step: Step) -> Step:
    _show(context, step)
    touched = apply_step(context.layout, _as_it_stood(context, step) if step.undone else step)
    closed = close_step(context.layout, step)
    take_in(context, touched)
    return closed


def _as_it_stood(context: Context, step: Step) -> Step:
    from newsreader.store.steps import as_it_stood  # who undoes nothing needs no look at the history

    return as_it_stood(step, (each for each in _steps(context) if each.number < step.number))


def _show(context: Context, step: Step) -> None:
    """Let lists and counts show many marks now that the step is on the disk; their files take a moment longer."""
    for mark in step.change.operations:
        if isinstance(mark, Mark) and mark.field == "read":
            names = [name for chunks in mark.ids.values() for ids in chunks.values() for name in ids]
            if len(names) < _MANY:
                continue
            for start in range(0, len(names), _SHOWN_AT_ONCE):
                some = names[start : start + _SHOWN_AT_ONCE]
                context.index.writer.set_read(some, mark.value != step.undone)


def _again(context: Context, step: Step, newest: Sequence[Step], *, undone: bool) -> Step:
    # Later than all that was undone, and than what was done again last, whatever the clock does: redo goes by it.
    touched = max([context.now_ms(), *(each.touched + 1 for each in newest)])
    return _finish(context, write_step(context.layout, replace(step, undone=undone, touched=touched)))


def _steps(context: Context) -> Iterator[Step]:
    return newest_first(context.layout, context.notices)
