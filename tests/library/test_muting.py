"""Rules that keep articles out of the lists."""

import shutil

import pytest

from newsreader.errors import UsageError
from newsreader.library.library import open_library
from newsreader.model.query import ListQuery
from newsreader.model.settings import Config
from support.feeds import feed
from support.seeing import ids, titles


def counted(library):
    counts = library.counts()
    return counts.articles, counts.unread


def mute_source(library):
    (row,) = library.sources()
    library.mute(f"source:{row.source.id}")
    return row.source.id


def rules(library):
    return [(rule.query, rule.about, rule.by_file) for rule in library.mute_rules()]


def test_what_a_rule_finds_is_in_no_list_and_no_count(library):
    library.mute("title:two")
    assert titles(library) == ["One", "Three"]
    assert counted(library) == (2, 2)
    assert library.search("two") == []
    assert [row.title for row in library.window(ListQuery("is:muted"), 9)] == ["Two"]
    assert rules(library) == [("title:two", "title:two", False)]


def test_what_comes_later_is_muted_too_and_what_changes_is_seen_again(library, path):
    library.mute("storm or title:two")
    path.write_text(
        feed([("1", "One", "a storm"), ("2", "2", "x"), ("4", "Four", "calm"), ("5", "Five", "Storms")])
    )
    list(library.refresh(force=True))
    assert sorted(titles(library)) == ["2", "Four", "Three"]
    assert counted(library) == (3, 3)


def test_a_bookmark_stays_whatever_is_muted(library):
    library.bookmark([ids(library)["Two"]])
    library.mute("title:two")
    assert [row.title for row in library.window(ListQuery(bookmarked=True), 9)] == ["Two"]
    assert [row.title for row in library.window(ListQuery("is:bookmarked"), 9)] == ["Two"]
    library.unbookmark([bookmark.article.id for bookmark in library.bookmarks()])
    assert "Two" not in titles(library)


def test_marks_and_removal_show_nothing_that_is_muted(library):
    names = ids(library)
    library.mute("title:two")
    library.mark_read([names["Two"]])
    library.mark_read([names["Two"]], read=False)
    library.remove([library.sources()[0].source.id])
    assert library.window(ListQuery("is:muted"), 9) == []
    library.undo()
    assert titles(library) == ["One", "Three"]
    assert counted(library) == (2, 2)


def test_a_muted_source_has_its_own_list_and_stands_in_no_other(library):
    source = mute_source(library)
    assert (titles(library), counted(library)) == ([], (0, 0))
    for query in (
        ListQuery(source_id=source),
        ListQuery(source_id=source, unread=True),
        ListQuery("o", source),
    ):
        assert "Two" in [row.title for row in library.window(query, 9)] or query.text
    (row,) = library.sources()
    assert (row.muted, row.articles, row.unread) == (True, 3, 0)
    assert rules(library) == [(f"source:{source}", f"source: {row.source.title}", False)]


def test_rules_are_undone_and_taken_back(library, again):
    library.mute("title:two")
    assert library.mute("title:two") is None
    library.undo()
    assert len(titles(library)) == 3
    library.redo()
    assert len(titles(again())) == 2
    assert library.unmute("title:two").change.title == "unmute title:two"
    assert library.unmute("title:two") is None
    assert len(titles(again())) == 3


@pytest.mark.parametrize(
    "wrong", ["", "  ", "is:unread", "tag:x", "older:3d", "story:>2", '"open', "nothing:x", "or"]
)
def test_what_can_be_no_rule_is_refused(library, wrong):
    with pytest.raises(UsageError):
        library.mute(wrong)
    assert rules(library) == []


@pytest.mark.parametrize("nothing", ["-", "...", "source:nobody"])
def test_a_rule_that_finds_nothing_mutes_nothing(library, nothing):
    library.mute(nothing)
    assert len(titles(library)) == 3


def test_the_settings_file_mutes_too_and_only_it_takes_that_back(library, data, clock):
    library.close()
    config = Config(mute=("title:two", "is:unread"))
    with_file = open_library(data, clock=clock, config=config)
    try:
        assert titles(with_file) == ["One", "Three"]
        assert rules(with_file)[0] == ("title:two", "title:two", True)
        assert list(with_file.wrong_mute_rules()) == ["is:unread"]
        with pytest.raises(UsageError):
            with_file.unmute("title:two")
    finally:
        with_file.close()
    without = open_library(data, clock=clock)
    assert len(titles(without)) == 3
    without.close()


def test_a_new_index_knows_the_rules(library, data, again):
    library.mute("title:two")
    library.close()
    (data / "cache" / "index.sqlite").unlink()
    assert titles(again()) == ["One", "Three"]


def test_another_title_of_a_source_is_what_rules_go_by(library):
    (row,) = library.sources()
    library.mute("source:gossip")
    assert len(titles(library)) == 3
    library.change_source(row.source.id, title="Gossip of the day")
    assert titles(library) == []
    library.undo()
    assert len(titles(library)) == 3


def test_doctor_finds_nothing_wrong_with_rules(library):
    library.mute("title:two")
    mute_source(library)
    assert library.doctor().ok


def test_rules_of_two_machines_come_together(library, data, tmp_path, clock):
    library.mute("title:one")
    shutil.copytree(data, tmp_path / "other")
    other = open_library(tmp_path / "other", clock=clock)
    other.mute("title:two")
    other.unmute("title:one")
    other.close()
    library.mute("title:three")
    library.merge(tmp_path / "other")
    assert titles(library) == ["One"]
    assert [rule.query for rule in library.mute_rules()] == ["title:three", "title:two"]
