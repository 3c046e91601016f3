"""Whatever a person does is taken back and done again, in order, in whatever program."""

import pytest

from newsreader.errors import NothingToUndoError
from newsreader.library.learning import move
from newsreader.model.query import ListQuery
from newsreader.store.bookmarks import read_bookmarks
from newsreader.store.layout import Layout
from support.seeing import ids, state

ACTIONS = {
    "read": lambda library, names: library.mark_read([names["One"], names["Two"]]),
    "bookmark": lambda library, names: library.bookmark([names["One"]], note="why", add_tags=["b", "a"]),
    "rename": lambda library, names: library.add(
        library.sources()[0].source.address, title="Other", folder="News"
    ),
    "remove": lambda library, names: library.remove([library.sources()[0].source.id]),
}


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_an_action_is_undone_and_redone(library, again, action):
    names = ids(library)
    before = state(library)
    action(library, names)
    after = state(library)
    assert after != before
    assert state(again()) == after
    again().undo()
    assert state(again()) == before
    again().redo()
    assert state(again()) == after


def test_several_are_undone_in_order(library):
    names = ids(library)
    seen = [state(library)]
    library.mark_read([names["One"]])
    seen.append(state(library))
    library.bookmark([names["Two"]], note="x")
    seen.append(state(library))
    library.mark_read([names["One"]], read=False)
    seen.append(state(library))
    library.remove([library.sources()[0].source.id])
    for wanted in reversed(seen):
        library.undo()
        assert state(library) == wanted
    for wanted in seen[1:]:
        library.redo()
        assert state(library) == wanted


def test_adding_is_undone_too_and_then_nothing_is_left(library):
    library.undo()
    assert library.sources() == []
    with pytest.raises(NothingToUndoError):
        library.undo()
    library.redo()
    assert len(ids(library)) == 3
    with pytest.raises(NothingToUndoError):
        library.redo()


def test_a_new_change_ends_what_could_be_redone(library):
    names = ids(library)
    library.mark_read([names["One"]])
    library.undo()
    library.mark_read([names["Two"]])
    with pytest.raises(NothingToUndoError):
        library.redo()
    assert [row for row in state(library)[1] if row[2]] == [(names["Two"], "Two", True, False)]


def test_what_changes_nothing_is_no_step(library):
    names = ids(library)
    library.mark_read([names["One"]])
    steps = len(library.history())
    assert library.mark_read([names["One"]]) is None
    assert library.unbookmark([names["One"]]) is None
    assert library.bookmark(["0123456789abcdef"]) is None
    assert library.remove(["nothing"]) is None
    assert len(library.history()) == steps


def test_a_bulk_mark_is_one_step(library):
    library.mark_keys(library.view(ListQuery()))
    assert library.counts().unread == 0
    assert library.undo().change.title == "mark 3 articles read"
    assert library.counts().unread == 3


def test_what_was_learnt_of_a_source_stays_when_its_folder_is_undone(library):
    name = library.sources()[0].source.id
    library.change_source(name, folder="News")
    move(library._context, name, "https://moved.example/feed")
    library.undo()
    found = library.sources()[0].source
    assert (found.folder, found.address) == ("", "https://moved.example/feed")
    library.redo()
    found = library.sources()[0].source
    assert (found.folder, found.address) == ("News", "https://moved.example/feed")
    library.change_source(name, url="https://chosen.example/feed")
    library.undo()
    assert library.sources()[0].source.address == "https://moved.example/feed"


def test_undo_works_when_the_clock_goes_back(library, clock):
    names = ids(library)
    library.mark_read([names["One"]])
    clock.move(days=-30)
    library.undo()
    assert library.counts().unread == 3
    library.mark_read([names["One"]])
    assert library.counts().unread == 2
    clock.move(days=-30)
    library.mark_read([names["One"]], read=False)
    assert library.counts().unread == 3


def test_a_change_after_an_undo_is_the_newest_when_the_clock_goes_back(library, data, clock):
    """Or another machine would take what was undone for the newer."""
    name = ids(library)["One"]
    library.bookmark([name], note="first")
    clock.move(days=365)
    library.undo()
    library.redo()
    before = read_bookmarks(Layout(data))[name].changed_at
    clock.move(days=-365)
    library.bookmark([name], note="second")
    assert read_bookmarks(Layout(data))[name].changed_at > before
    library.undo()
    library.bookmark([name], note="third")
    assert read_bookmarks(Layout(data))[name].changed_at > before + 1


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_what_was_saved_and_not_finished_is_there_at_the_next_start(library, again, monkeypatch, action):
    class PowerGone(BaseException):
        pass

    def gone(*_):
        raise PowerGone

    twin = again()
    with monkeypatch.context() as patched:
        patched.setattr("newsreader.library.changes.apply_step", gone)
        with pytest.raises(PowerGone):
            action(library, ids(library))
    after = state(again())
    assert state(twin) == after
    assert again().undo()
    assert state(again()) != after
