"""The histories of two copies of a library made one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from newsreader.model.change import (
    BookmarkChange,
    Deletion,
    Mark,
    Operation,
    SettingChange,
    SourceChange,
    Step,
)
from newsreader.model.codec_steps import step_to_json
from newsreader.model.source import Source
from newsreader.store.tables import dump

__all__ = ["Homes", "as_it_stood", "joined", "merged_steps", "rehomed", "same_step"]

Homes = Mapping[str, Mapping[str, int]]
"""Number of the file that holds an article, by its id, by its source's id."""

Key = tuple[int, bytes]


def merged_steps(ours: Iterable[Step], theirs: Iterable[Step]) -> list[Step]:
    """Every step of both once, oldest first, each with a number of its own.

    Two steps that two machines made in the same millisecond stay apart: one is numbered anew, the same one whichever
    machine does it, and remembers what it was.
    """
    found: dict[Key, Step] = {}
    for step in (*ours, *theirs):
        key = same_step(step)
        found[key] = _newer(found[key], step) if key in found else step
    merged: list[Step] = []
    for key, step in sorted(found.items()):
        number = max(key[0], merged[-1].number + 1 if merged else 0)
        merged.append(replace(step, number=number, was=key[0] if number != key[0] else 0))
    return merged


def same_step(step: Step) -> Key:
    """What tells a step from all others on whatever machine: the number it was made with, and what it does."""
    if any(isinstance(operation, Deletion) for operation in step.change.operations):
        return step.was or step.number, b"delete"  # it may have grown since
    plain = tuple(map(_without_chunks, step.change.operations))
    bare = replace(
        step, number=0, was=0, touched=0, undone=False, change=replace(step.change, operations=plain)
    )
    return step.was or step.number, dump(step_to_json(bare))


def _without_chunks(operation: Operation) -> Operation:
    """Machines may hold an article in files of other numbers."""
    if not isinstance(operation, Mark):
        return operation
    ids = {
        source: sorted(name for names in chunks.values() for name in names)
        for source, chunks in operation.ids.items()
    }
    return replace(operation, ids={source: {0: tuple(ids[source])} for source in sorted(ids)})


def _newer(one: Step, other: Step) -> Step:
    newest = max(one, other, key=lambda step: (step.touched, step.undone, dump(step_to_json(step))))
    deletions = [
        each for step in (one, other) for each in step.change.operations if isinstance(each, Deletion)
    ]
    if len(deletions) == 2:
        newest = replace(newest, change=replace(newest.change, operations=(joined(*deletions),)))
    return replace(newest, open=one.open or other.open)


def joined(one: Deletion, other: Deletion) -> Deletion:
    """All that either deletes, each article once."""
    ids = {source_id: dict(chunks) for source_id, chunks in one.ids.items()}
    for source_id, chunks in other.ids.items():
        known = ids.setdefault(source_id, {})
        for number, names in chunks.items():
            known[number] = tuple(dict.fromkeys((*known.get(number, ()), *names)))
    return Deletion(ids)


def rehomed(step: Step, homes: Homes) -> Step:
    """*step* with its marks at the numbers under which their articles are found."""
    operations = tuple(
        replace(each, ids={name: _at_home(chunks, homes.get(name, {})) for name, chunks in each.ids.items()})
        if isinstance(each, Mark)
        else each
        for each in step.change.operations
    )
    return replace(step, change=replace(step.change, operations=operations))


def _at_home(chunks: Mapping[int, tuple[str, ...]], homes: Mapping[str, int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for number, names in chunks.items():
        for name in names:
            found.setdefault(homes.get(name, number), []).append(name)
    return {number: tuple(names) for number, names in found.items()}


Whole = BookmarkChange | SettingChange | SourceChange
"""What an operation replaces whole, and so brings back whole when it is undone."""


def as_it_stood(step: Step, earlier: Iterable[Step]) -> Step:
    """*step*, to be undone, with what stood before it in the history of two machines, which it may not have known of.

    Both kept an article, each with a note of its own: when the later bookmark is undone, the earlier one is there
    again, and not nothing, which is what the later machine had before.

    Args:
        step: what is to be undone.
        earlier: the steps before it, newest first; read as far as it takes.
    """
    sought = {_thing(each) for each in step.change.operations if isinstance(each, Whole)}
    left: dict[tuple[type, str], tuple[Whole, int]] = {}
    for other in earlier if sought else ():
        for each in () if other.undone else other.change.operations:
            if isinstance(each, Whole) and (thing := _thing(each)) in sought:
                left[thing] = each, other.touched
                sought.remove(thing)
        if not sought:
            break
    operations = tuple(
        replace(each, before=_before(each, *left[_thing(each)]))
        if isinstance(each, Whole) and _thing(each) in left
        else each
        for each in step.change.operations
    )
    return replace(step, change=replace(step.change, operations=operations))


def _thing(operation: Whole) -> tuple[type, str]:
    """What the operation is about."""
    if isinstance(operation, SettingChange):
        return SettingChange, operation.id
    about = operation.before or operation.after
    assert about is not None
    return type(operation), about.id if isinstance(about, Source) else about.article.id


def _before(operation: Whole, other: Whole, touched: int) -> Any:
    """What was there before *operation*: what *other*, done at that time, left, if *operation* did not know of it."""
    if isinstance(operation, SettingChange):
        return other.after  # the same, if it was known
    if other.after is None:
        return operation.before  # a source comes back with the step that removed it
    known = operation.before.changed_at if operation.before is not None else 0
    return other.after if touched > known else operation.before
