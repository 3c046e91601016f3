"""Articles that are older, or more, than a rule keeps go, do not come back as new, and can be brought back."""

import pytest

from newsreader.library.library import open_library
from newsreader.model.retention import Retention
from newsreader.model.settings import Config
from newsreader.model.source_settings import SourceSettings
from support.feeds import feed
from support.seeing import ids, state, titles

DAY = Retention(days=1)


def dated(count, start=1):
    """Items a day apart, the first of 22 November, the others before."""
    return [
        {
            "id": str(n),
            "title": f"Story {n}",
            "content_text": "words",
            "date_published": f"2026-11-{23 - n:02}T12:00:00Z",
        }
        for n in range(start, start + count)
    ]


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "feed.json"
    made.write_text(feed(dated(5)))
    return made


@pytest.fixture
def library(library):
    """Five read articles, one to five days old."""
    library.mark_read(list(ids(library).values()))
    return library


def source(library):
    return library.sources()[0].source


def refresh(library):
    return [(outcome.status, outcome.new) for outcome in library.refresh(force=True)]


def test_without_a_rule_all_is_kept(library, clock):
    clock.move(days=4000)
    refresh(library)
    assert len(titles(library)) == 5
    assert library.history()[0].change.title == "mark 5 articles read"


def test_what_is_too_old_goes_and_does_not_come_back_as_new(library):
    library.change_source(source(library).id, retention=Retention(days=3))
    refresh(library)
    assert titles(library) == ["Story 1", "Story 2", "Story 3"]
    assert refresh(library) == [("ok", 0)]
    assert titles(library) == ["Story 1", "Story 2", "Story 3"]
    assert library.doctor().ok


def test_only_the_newest_are_kept(library):
    library.change_source(source(library).id, retention=Retention(count=2))
    refresh(library)
    assert titles(library) == ["Story 1", "Story 2"]
    assert library.counts().articles == 2


def test_unread_and_bookmarked_articles_stay_unless_chosen_otherwise(library):
    names = ids(library)
    library.mark_read([names["Story 4"]], read=False)
    library.bookmark([names["Story 5"]])
    library.change_retention(DAY)
    refresh(library)
    assert titles(library) == ["Story 1", "Story 4", "Story 5"]
    library.change_retention(Retention(days=1, keep_unread=False))
    refresh(library)
    assert titles(library) == ["Story 1", "Story 5"]
    library.change_retention(Retention(days=1, keep_unread=False, keep_bookmarked=False))
    refresh(library)
    assert titles(library) == ["Story 1"]
    assert [kept.article.entry.title for kept in library.bookmarks()] == ["Story 5"]
    assert library.article(names["Story 5"]).entry.title == "Story 5"


def test_a_source_may_have_a_rule_of_its_own(library, tmp_path):
    (tmp_path / "second.json").write_text(feed(dated(4, start=11), "Second"))
    second = library.add(str(tmp_path / "second.json")).source
    library.mark_read(list(ids(library).values()))
    library.change_retention(Retention(count=3))
    library.change_source(second.id, retention=Retention(count=0))
    refresh(library)
    assert library.counts().by_source[second.id][0] == 4
    assert library.counts().by_source[source(library).id][0] == 3
    library.change_source(second.id, retention=Retention())
    refresh(library)
    assert titles(library) == ["Story 1", "Story 2", "Story 3"]  # the newest of all


def test_a_deletion_is_undone_with_marks_and_stays_so_until_the_next_change(library, again):
    before = state(library)
    library.change_retention(DAY)
    refresh(library)
    after = state(library)
    assert len(titles(library)) == 1
    assert library.undo().change.title == "delete 4 old articles"
    assert state(library) == before
    refresh(library)
    assert state(library) == before
    again().redo()
    assert state(again()) == after
    library.undo()
    library.mark_read([ids(library)["Story 1"]], read=False)
    refresh(library)
    assert titles(library) == ["Story 1"]
    assert library.doctor().ok


def test_deletions_one_after_another_are_one_step(library, path, clock):
    library.change_retention(Retention(days=4))
    refresh(library)
    clock.move(days=1)
    refresh(library)
    assert [step.change.title for step in library.history()][:2] == [
        "delete 2 old articles",
        "change how long articles are kept",
    ]
    library.undo()
    assert len(titles(library)) == 5


def test_the_library_is_whole_whenever_the_power_goes(library, monkeypatch, again):
    from newsreader.library import changes

    class Crash(BaseException):
        pass

    before = state(library)
    library.change_retention(DAY)
    done = changes.apply_step

    def crash(layout, step):
        done(layout, step)
        raise Crash

    monkeypatch.setattr(changes, "apply_step", crash)
    with pytest.raises(Crash):
        refresh(library)
    monkeypatch.undo()
    opened = again()
    opened.mark_read([ids(opened)["Story 1"]], read=False)
    assert titles(opened) == ["Story 1"]
    opened.undo()
    opened.undo()
    assert state(opened) == before


def test_what_was_deleted_of_a_source_that_is_removed_comes_back_with_it(library, path):
    library.change_retention(Retention(days=3))
    refresh(library)
    library.remove([source(library).id])
    library.undo()
    refresh(library)
    assert titles(library) == ["Story 1", "Story 2", "Story 3"]


def test_what_the_settings_file_says_wins(library, data, clock):
    """Where it and the library name the same; the rest holds as it was set in the program."""
    name = source(library).id
    library.change_retention(Retention(days=4, count=1))
    library.close()

    def left(config):
        opened = open_library(data, clock=clock, config=config)
        list(opened.refresh(force=True))
        found = len(titles(opened))
        if found < 5:
            opened.undo()
            opened.change_source(name, title=f"After {found}")  # what was brought back may go again
        opened.close()
        return found

    assert left(Config()) == 1
    assert left(Config(keep_count=3, named=(("keep_count",),))) == 3
    assert left(Config(keep_count=0, named=(("keep_count",),))) == 4
    assert left(Config(keep_count=0)) == 1  # a default is not named
    assert left(Config(sources={name: SourceSettings(keep_count=0, keep_days=2)})) == 2
