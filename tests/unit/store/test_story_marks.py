"""What people said about stories, on disk: undone, finished twice, merged."""

import json

import pytest

from newsreader.errors import DamagedFileError
from newsreader.model.change import Change, Step, StoryChange
from newsreader.model.codec_steps import step_from_json, step_to_json
from newsreader.model.story import StoryMark
from newsreader.store.apply import apply_step
from newsreader.store.stories import put_story_marks, read_story_marks

APART = StoryMark("a", "b", False)
PAIR = ("a", "b")


def step(touched, *, undone=False, before=None):
    return Step(1000, Change("a change", (StoryChange(before, APART),)), undone=undone, touched=touched)


def test_a_step_is_done_undone_and_redone(layout):
    assert apply_step(layout, step(1000)) == {"stories.json"}
    assert read_story_marks(layout) == {PAIR: StoryMark("a", "b", False, 1000)}
    apply_step(layout, step(2000, undone=True))
    assert read_story_marks(layout) == {PAIR: StoryMark("a", "b", None, 2000)}
    apply_step(layout, step(3000, undone=True, before=StoryMark("a", "b", True, 1)))
    assert read_story_marks(layout)[PAIR].same is True


def test_a_step_done_twice_changes_nothing(layout):
    apply_step(layout, step(1000))
    once = layout.stories.read_bytes()
    apply_step(layout, step(1000))
    assert layout.stories.read_bytes() == once


def test_the_time_of_a_mark_never_goes_back(layout):
    put_story_marks(layout, [StoryMark("a", "b", True, 5000)])
    apply_step(layout, step(1000))
    assert read_story_marks(layout)[PAIR] == StoryMark("a", "b", False, 5001)


def test_of_two_documents_the_later_counts_in_any_order(layout):
    early, late = (
        {"id": "a-b", "same": True, "at": 1},
        {"id": "a-b", "same": None, "at": 2},
    )
    for documents in ([early, late], [late, early]):
        found = {str(n): document for n, document in enumerate(documents, 1)}
        layout.stories.write_text(json.dumps({"marks": found}))
        assert read_story_marks(layout) == {PAIR: StoryMark("a", "b", None, 2)}


@pytest.mark.parametrize("odd", [{"id": "a"}, {"id": "a-b", "same": 1, "at": 1}, {"id": "a-b", "same": True}])
def test_a_file_of_something_else_is_damaged(layout, odd):
    layout.stories.write_text(json.dumps({"marks": {"1": odd}}))
    with pytest.raises(DamagedFileError):
        read_story_marks(layout)


def test_a_step_survives_its_file():
    made = step(1000, undone=True, before=StoryMark("a", "b", None, 3))
    assert step_from_json(step_to_json(made)) == made
