"""A step shown by the files: forwards, backwards, twice, and after a crash between any two writes."""

from dataclasses import replace

import pytest

from newsreader.model.change import BookmarkChange, Change, Mark, SourceChange, Step
from newsreader.model.source import Source
from newsreader.store import files
from newsreader.store.apply import apply_step
from newsreader.store.articles import put_articles, read_chunk
from newsreader.store.bookmarks import put_bookmarks, read_bookmarks
from newsreader.store.layout import Layout
from newsreader.store.sources import read_library
from newsreader.store.states import read_states
from support.making import NOON, article, kept, source


class Crash(BaseException):
    """Stands for the power going."""


def content(layout):
    """All that a person could see of the library."""
    library = read_library(layout)
    read = {
        (name, article)
        for name in library.sources
        for article, state in read_states(layout, name, 1).items()
        if state.read
    }
    there = {(name, found.id) for name in library.sources for found in read_chunk(layout, name, 1)}
    bookmarks = {
        name: (found.note, found.tags) for name, found in read_bookmarks(layout).items() if not found.removed
    }
    return set(library.sources), there, read, bookmarks


def step(*operations):
    return Step(1000, Change("a change", operations), touched=1000)


MARK = Mark("read", True, {"s1": {1: ("a", "c")}, "s2": {1: ("x",)}})
KEEP = BookmarkChange(None, kept("a", note="why"))
EDIT = BookmarkChange(kept("b", note="old"), replace(kept("b", note="new"), tags=("t",)))
DROP = BookmarkChange(kept("b", note="old"), replace(kept("b", note="old"), removed=True))
ADD = SourceChange(None, Source("s3", "/x", "feed", "X", True, "", NOON))
REMOVE = SourceChange(source("s1"), None)
RENAME = SourceChange(source("s1"), replace(source("s1"), title="Other", own_title=True))
CHANGES = {
    "mark": (MARK,),
    "keep": (KEEP,),
    "edit": (EDIT,),
    "drop": (DROP,),
    "add": (ADD,),
    "remove": (REMOVE,),
    "rename": (RENAME,),
    "all at once": (MARK, KEEP, EDIT, ADD, REMOVE),
}


@pytest.fixture
def layout(layout):
    put_bookmarks(layout, [kept("b", note="old")])
    return layout


@pytest.mark.parametrize("operations", CHANGES.values(), ids=CHANGES)
def test_undone_everything_is_as_before_and_redone_as_after(layout, operations):
    before = content(layout)
    apply_step(layout, step(*operations))
    after = content(layout)
    assert after != before or operations == (RENAME,)
    apply_step(layout, replace(step(*operations), undone=True, touched=2000))
    assert content(layout) == before
    apply_step(layout, replace(step(*operations), touched=3000))
    assert content(layout) == after


@pytest.mark.parametrize("operations", CHANGES.values(), ids=CHANGES)
def test_twice_is_once(layout, operations):
    apply_step(layout, step(*operations))
    once = content(layout)
    apply_step(layout, step(*operations))
    assert content(layout) == once


@pytest.mark.parametrize("operations", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("undone", [False, True])
def test_a_crash_before_any_rename_is_mended_by_doing_it_again(layout, monkeypatch, operations, undone):
    if undone:
        apply_step(layout, step(*operations))
    wanted = replace(step(*operations), undone=undone, touched=2000)
    real = files.Path.replace
    crashes = 0
    while True:
        left = [crashes]

        def renamed(path, target, left=left):
            if not left[0]:
                raise Crash
            left[0] -= 1
            return real(path, target)

        monkeypatch.setattr(files.Path, "replace", renamed)
        try:
            apply_step(layout, wanted)
        except Crash:
            crashes += 1
            continue
        finally:
            monkeypatch.undo()
        break
    finished = content(layout)
    apply_step(layout, wanted)
    assert content(layout) == finished


def test_a_name_and_its_trash_come_back_together(layout):
    apply_step(layout, step(REMOVE))
    assert read_library(layout).removed == {"s1": 1000}
    assert not layout.source("s1").exists()
    assert layout.trashed(1000, "s1").is_dir()


def test_a_source_added_again_does_not_lose_what_was_trashed(layout):
    apply_step(layout, step(REMOVE))
    again = Step(2000, Change("again", (SourceChange(None, source("s1")),)), touched=2000)
    apply_step(layout, again)
    put_articles(layout, source("s1"), [article("new")])
    apply_step(layout, replace(again, undone=True, touched=3000))
    apply_step(layout, replace(step(REMOVE), undone=True, touched=4000))
    assert [found.id for found in read_chunk(layout, "s1", 1)] == ["a", "b", "c"]


def test_marks_on_a_damaged_file_set_it_aside(layout):
    layout.states("s1", 1).write_bytes(b"null")
    apply_step(layout, step(MARK))
    assert read_states(layout, "s1", 1)["a"].read
    assert [path.read_bytes() for path in layout.damaged.rglob("*.json")] == [b"null"]


def test_marks_of_a_source_that_is_gone_make_no_directory(tmp_path):
    layout = Layout(tmp_path / "other")
    apply_step(layout, step(MARK))
    assert not (layout.root / "sources").exists()
