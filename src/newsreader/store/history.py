"""What people did, a small file a step: written before anything else, so that it can be finished, undone and redone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from newsreader.errors import DamagedFileError
from newsreader.model.change import Step
from newsreader.model.codec_steps import step_from_json, step_to_json
from newsreader.store.aside import set_aside
from newsreader.store.files import make_directory, move, remove_tree, translated, write_atomic
from newsreader.store.layout import OPEN, Layout
from newsreader.store.steps import same_step
from newsreader.store.tables import damaged, dump, parse_object

__all__ = [
    "KEPT",
    "check_step",
    "close_step",
    "forget_steps",
    "newest_first",
    "next_number",
    "open_steps",
    "replace_steps",
    "write_step",
]

KEPT = 500
"""How many steps can be undone."""

_NAME = re.compile(r"(\d+)(\.open)?\.json\Z")


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
    found = [_read(layout, number, notices, is_open=True) for number, is_open in _numbers(layout) if is_open]
    return [step for step in found if step is not None]


def newest_first(layout: Layout, notices: list[str]) -> Iterator[Step]:
    """Every step, newest first, each read when it is asked for. Hold the lock.

    A step that is damaged is set aside; a line about it is added to *notices*.
    """
    for number, is_open in reversed(_numbers(layout)):
        step = _read(layout, number, notices, is_open=is_open)
        if step is not None:
            yield step


def next_number(layout: Layout, now_ms: int) -> int:
    """A number for a new step: the time, or one more than the newest step's where the clock went back."""
    numbers = _numbers(layout)
    return max(now_ms, numbers[-1][0] + 1) if numbers else now_ms


def forget_steps(layout: Layout, steps: list[Step]) -> None:
    """Delete these steps and what only they could bring back; and the oldest beyond `KEPT`. Hold the lock."""
    numbers = [number for number, is_open in _numbers(layout) if not is_open]
    surplus = numbers[: max(0, len(numbers) - KEPT)]
    for number in {*surplus, *(step.number for step in steps)}:
        _forget(layout, number)
    for trashed in layout.trash.glob("*-*") if surplus else ():
        # What another machine removed by a step that was forgotten there lies under the time of its removal.
        number_of = trashed.name.partition("-")[0]
        if number_of.isdecimal() and int(number_of) <= surplus[-1]:
            remove_tree(trashed)


def _forget(layout: Layout, number: int) -> None:
    for trashed in layout.trash.glob(f"{number}-*"):
        remove_tree(trashed)
    _path(layout, number, is_open=False).unlink(missing_ok=True)


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
    for number in before.keys() - after.keys():
        _forget(layout, number)


def _path(layout: Layout, number: int, *, is_open: bool) -> Path:
    return layout.history / f"{number}{OPEN if is_open else '.json'}"


def _numbers(layout: Layout) -> list[tuple[int, bool]]:
    try:
        names = os.listdir(layout.history)  # noqa: PTH208 - names alone are wanted, at every change
    except FileNotFoundError:
        return []
    found: dict[int, bool] = {}
    for name in names:
        if match := _NAME.fullmatch(name):
            found[int(match[1])] = found.get(int(match[1]), False) or bool(match[2])
    return sorted(found.items())


def _read(layout: Layout, number: int, notices: list[str], *, is_open: bool) -> Step | None:
    path = _path(layout, number, is_open=is_open)
    try:
        return check_step(path)
    except DamagedFileError as error:
        set_aside(layout, path)
        notices.append(str(error))
        return None


def check_step(path: Path) -> Step:
    """The step in the file *path*.

    Raises:
        DamagedFileError: it is not what this program writes.
        StoreError: it could not be read.
    """
    with translated(path):
        data = path.read_bytes()
    try:
        return step_from_json(parse_object(data, path), is_open=path.name.endswith(OPEN))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path, "it is not a step") from error
