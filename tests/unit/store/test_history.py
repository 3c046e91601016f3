"""Steps are numbered upwards whatever the clock does, and forgotten with what only they could bring back."""

from dataclasses import replace

import pytest

from newsreader.model.change import BookmarkChange, Change, Step
from newsreader.store import history
from newsreader.store.history import (
    close_step,
    forget_steps,
    newest_first,
    next_number,
    open_steps,
    write_step,
)
from support.making import kept


def step(number, title="a step"):
    return Step(number, Change(title, (BookmarkChange(None, kept("a")),)), touched=number)


def steps(layout):
    return [found.number for found in newest_first(layout, [])]


def test_a_step_is_open_until_it_is_closed(layout):
    opened = write_step(layout, step(5))
    assert open_steps(layout, []) == [opened]
    assert [path.name for path in layout.history.iterdir()] == ["5.open.json"]
    close_step(layout, opened)
    assert open_steps(layout, []) == []
    assert list(newest_first(layout, [])) == [step(5)]


def test_numbers_grow_when_the_clock_goes_back(layout):
    assert next_number(layout, 100) == 100
    close_step(layout, write_step(layout, step(100)))
    assert next_number(layout, 50) == 101
    assert next_number(layout, 200) == 200


def test_an_undone_step_keeps_its_number_and_place(layout):
    for number in (1, 2, 3):
        close_step(layout, write_step(layout, step(number)))
    close_step(layout, write_step(layout, replace(step(2), undone=True, touched=9)))
    assert [(found.number, found.undone) for found in newest_first(layout, [])] == [
        (3, False),
        (2, True),
        (1, False),
    ]


def test_both_names_of_a_step_are_one_open_step(layout):
    """What a kill between the two renames of an undo leaves."""
    close_step(layout, write_step(layout, step(1)))
    (layout.history / "1.open.json").write_bytes((layout.history / "1.json").read_bytes())
    assert [found.open for found in newest_first(layout, [])] == [True]
    close_step(layout, open_steps(layout, [])[0])
    assert [path.name for path in layout.history.iterdir()] == ["1.json"]


def test_the_oldest_are_forgotten_and_their_trash_with_them(layout, monkeypatch):
    monkeypatch.setattr(history, "KEPT", 2)
    for number in (1, 2, 3, 4):
        close_step(layout, write_step(layout, step(number)))
        (layout.trash / f"{number}-s9").mkdir(parents=True)
        (layout.trash / f"{number}-s9" / "articles-0001.json").write_text("{}")
    forget_steps(layout, [])
    assert steps(layout) == [4, 3]
    assert sorted(path.name for path in layout.trash.iterdir()) == ["3-s9", "4-s9"]


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"number": 2, "touched": 2, "title": "x", "operations": 1}']
)
def test_a_damaged_step_is_set_aside_and_said(layout, data):
    for number in (1, 2, 3):
        close_step(layout, write_step(layout, step(number)))
    (layout.history / "2.json").write_bytes(data)
    notices = []
    assert [found.number for found in newest_first(layout, notices)] == [3, 1]
    assert len(notices) == 1
    assert (layout.damaged / "1" / "history" / "2.json").read_bytes() == data
    assert steps(layout) == [3, 1]
