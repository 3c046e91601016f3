"""What people did, a small file a step: written before anything else, so that it can be finished, undone and redone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from newsreader.errors import DamagedFileError
from newsreader.model.change import Step
from newsreader.model.codec_steps import step_from_json, step_to_json
from newsreader.store.aside import set_aside
from newsreader.store.copies import copy_of
from newsreader.store.files import make_directory, move, names_in, remove_tree, translated, write_atomic
from newsreader.store.layout import OPEN, Layout
from newsreader.store.steps import same_step
from newsreader.store.tables import damaged, dump, parse_object

__all__ = [
    "KEPT",
    "check_step",
    "close_step",
    "down_to_standing",
    "forget_steps",
    "make_room",
    "newest_first",
    "next_number",
    "open_steps",
    "replace_steps",
    "write_step",
]

KEPT = 500
"""How many steps can be undone."""


def write_step(layout: Layout, step: Step) -> Step:
    """Put *step* on the disk as open: from then on its change is saved. Hold the lock.

    Raises:
        StoreError: it could not be written; the change did not happen.
    """
    make_directory(layout.history)
    opened = replace(step, open=True)
    # The closed name goes last: between the two, both say the same number, and the open one counts.
    write_atomic(_path(layout, step.number, is_open=True), dump(step_to_json(opened)))
    _path(layout, step.number, is_open=False).unlink(missing_ok=True)
    return opened


def close_step(layout: Layout, step: Step) -> Step:
    """Say that the library's files show the step. Not synced: a step found open is only done once more."""
    move(
        _path(layout, step.number, is_open=True),
        _path(layout, step.number, is_open=False),
        sync=False,
    )
    return replace(step, open=False)


def open_steps(layout: Layout, notices: list[str]) -> list[Step]:
    """Steps that were saved and not finished, oldest first. Hold the lock; see `newest_first` for *notices*."""
    numbers = sorted(_opened(_names(layout)))
    found = [_read(layout, number, notices, is_open=True) for number in numbers]
    return [step for step in found if step is not None]


def newest_first(layout: Layout, notices: list[str]) -> Iterator[Step]:
    """Every step, newest first, each read when it is asked for. Hold the lock.

    A step that is damaged is set aside; a line about it is added to *notices*.
    """
    return _steps(layout, _numbers(layout), notices)


def down_to_standing(steps: Iterable[Step]) -> list[Step]:
    """Of steps, newest first, those that were undone and the newest that stands; read as far as that."""
    found: list[Step] = []
    for step in steps:
        found.append(step)
        if not step.undone:
            break
    return found


def _steps(layout: Layout, numbers: Sequence[tuple[int, bool]], notices: list[str]) -> Iterator[Step]:
    for number, is_open in reversed(numbers):
        step = _read(layout, number, notices, is_open=is_open)
        if step is not None:
            yield step


def next_number(layout: Layout, now_ms: int) -> int:
    """A number for a new step: the time, or one more than the newest step's where the clock went back."""
    return _after(_numbers(layout), now_ms)


def _after(numbers: Sequence[tuple[int, bool]], now_ms: int) -> int:
    return max(now_ms, numbers[-1][0] + 1) if numbers else now_ms


def make_room(layout: Layout, now_ms: int, notices: list[str]) -> int:
    """Delete what a new step makes it impossible to redo, as `forget_steps`, and give that step its `next_number`.

    It is greater than the time of every undo and redo too, whatever the clock did since: what is changed carries it,
    and would else seem to be older than what it takes the place of.
    """
    numbers = _numbers(layout)
    newest = down_to_standing(_steps(layout, numbers, notices))
    _forget_among(layout, numbers, [step for step in newest if step.undone])
    return max([_after(numbers, now_ms), *(step.touched + 1 for step in newest)])


def forget_steps(layout: Layout, steps: Iterable[Step]) -> None:
    """Delete these steps and what only they could bring back; and the oldest beyond `KEPT`. Hold the lock."""
    _forget_among(layout, _numbers(layout), steps)


def _forget_among(layout: Layout, numbers: Sequence[tuple[int, bool]], steps: Iterable[Step]) -> None:
    closed = [number for number, is_open in numbers if not is_open]
    surplus = closed[: max(0, len(closed) - KEPT)]
    # What another machine removed by a step that was forgotten there lies under the time of its removal.
    _forget(layout, {*surplus, *(step.number for step in steps)}, until=surplus[-1] if surplus else 0)


def _forget(layout: Layout, numbers: Collection[int], *, until: int = 0) -> None:
    if not numbers:
        return
    for trashed in layout.trash.iterdir() if layout.trash.is_dir() else ():
        number = trashed.name.partition("-")[0]
        if number.isdecimal() and (int(number) in numbers or int(number) <= until):
            remove_tree(trashed)
    for each in numbers:
        _path(layout, each, is_open=False).unlink(missing_ok=True)


def replace_steps(layout: Layout, known: Iterable[Step], wanted: Iterable[Step]) -> None:
    """Make *wanted* the history, which was *known*; what is in the trash is renamed with its step. Hold the lock.

    Raises:
        StoreError: it could not be done to its end; done once more, it will be.
    """
    make_directory(layout.history)
    before = {step.number: step for step in known}
    after = {step.number: step for step in wanted}
    moved = {same_step(step): step.number for step in after.values()}
    # From the newest on: numbers only grow, and none may take the place of one that is still to go on.
    for number in sorted(before, reverse=True):
        new = moved.get(same_step(before[number]), number)
        for trashed in layout.trash.glob(f"{number}-*") if new != number else ():
            move(trashed, layout.trash / f"{new}-{trashed.name.partition('-')[2]}")
    for number in sorted(after, reverse=True):
        step = after[number]
        if before.get(number) != step:
            write_atomic(_path(layout, number, is_open=step.open), dump(step_to_json(step)))
    _forget(layout, before.keys() - after.keys())


def _path(layout: Layout, number: int, *, is_open: bool) -> Path:
    return layout.history / f"{number}{OPEN if is_open else '.json'}"


def _names(layout: Layout) -> list[str]:
    """The names of all steps' files, without their ending."""
    return [name[:-5] for name in names_in(layout.history) if name.endswith(".json")]


def _opened(names: Iterable[str]) -> set[int]:
    return {int(name[:-5]) for name in names if name.endswith(".open") and name[:-5].isdecimal()}


def _numbers(layout: Layout) -> list[tuple[int, bool]]:
    """Every step's number and whether it is open, in order."""
    names = _names(layout)
    opened = _opened(names)
    return sorted(
        (number, number in opened) for number in opened.union(map(int, filter(str.isdecimal, names)))
    )


def _read(layout: Layout, number: int, notices: list[str], *, is_open: bool) -> Step | None:
    path = _path(layout, number, is_open=is_open)
    try:
        return check_step(path)
    except DamagedFileError as error:
        set_aside(layout, path)
        notices.append(str(error))
        return None


def check_step(path: Path) -> Step:
    """The step in the file *path*, which may be a copy in conflict.

    Raises:
        DamagedFileError: it is not what this program writes.
        StoreError: it could not be read.
    """
    with translated(path):
        data = path.read_bytes()
    try:
        name = copy_of(path.name) or path.name
        return step_from_json(parse_object(data, path), is_open=name.endswith(OPEN))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path, "it is not a step") from error
