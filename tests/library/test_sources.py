"""Adding, reading again, and removing sources."""

import itertools

import pytest

from newsreader.errors import SourceError, UnknownSourceError
from support.feeds import THREE, feed
from support.seeing import ids, titles


def refreshed(library, **how):
    return [(outcome.status, outcome.new, outcome.changed) for outcome in library.refresh(**how)]


def test_an_added_source_has_its_articles_in_its_order(library):
    assert titles(library) == ["One", "Two", "Three"]
    row = library.sources()[0]
    assert (row.source.title, row.source.kind, row.articles, row.unread) == ("Harbour Daily", "feed", 3, 3)
    assert row.health.status == "ok"


def test_adding_it_again_adds_nothing(library, path):
    outcome = library.add(str(path))
    assert (outcome.new, outcome.step) == (0, None)
    assert len(library.sources()) == 1


def test_ids_are_the_same_after_removal_and_in_another_library(library, path, tmp_path, clock):
    from newsreader.library.library import open_library

    before = ids(library)
    library.remove([library.sources()[0].source.id])
    library.add(str(path))
    assert ids(library) == before
    other = open_library(tmp_path / "other", clock=clock)
    other.add(str(path))
    assert ids(other) == before
    other.close()


def test_what_is_unchanged_is_not_read_again_and_what_is_new_is_stored(library, path, clock):
    clock.move(hours=1)
    assert refreshed(library) == [("unchanged", 0, 0)]
    assert refreshed(library) == []  # not due yet, and as it was
    path.write_text(feed([("4", "Four", "new"), *THREE[1:], ("1", "One", "other words")]))
    assert refreshed(library) == [("ok", 1, 1)]
    assert set(titles(library)) == {"One", "Two", "Three", "Four"}


def test_a_changed_article_keeps_its_mark_its_id_and_its_old_text(library, path):
    name = ids(library)["One"]
    library.mark_read([name])
    path.write_text(feed([("1", "One", "other words")]))
    assert refreshed(library, force=True) == [("ok", 0, 1)]
    row, article = library.row(name), library.article(name)
    assert (row.read, row.changed) == (True, True)
    assert article.entry.text == "other words"
    assert [revision.entry.text for revision in article.revisions] == ["first words"]
    path.write_text(feed([("1", "One", "other   words")]))
    assert refreshed(library, force=True) == [("ok", 0, 0)]
    assert len(library.article(name).revisions) == 1


def test_a_source_that_fails_keeps_what_it_has_and_waits_longer_each_time(library, path, clock):
    path.unlink()
    waits = []
    for _ in range(8):
        clock.move(days=2)
        assert [status for status, *_ in refreshed(library)] == ["error"]
        health = library.sources()[0].health
        waits.append((health.next_due - clock.now).total_seconds())
    # Each is spread by a tenth, the longest ones too.
    assert all(later >= earlier * 0.9 / 1.1 for earlier, later in itertools.pairwise(waits))
    assert 13 * 60 <= waits[0] <= 17 * 60
    assert 86400 * 0.9 <= waits[-1] <= 86400 * 1.1
    assert "no such file" in health.error
    assert len(titles(library)) == 3


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(50), b'{"a": 1}', b"<svg/>"])
def test_what_holds_no_articles_is_not_subscribed_to(empty, tmp_path, content):
    made = tmp_path / "x.xml"
    made.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        empty.add(str(made))
    assert caught.value.subject == str(made)
    assert empty.sources() == []
    assert empty.history() == []


def test_a_directory_is_one_source_and_a_bad_file_in_it_is_said(empty, tmp_path):
    top = tmp_path / "news"
    top.mkdir()
    (top / "a.json").write_text(feed([("1", "One", "a")], "A"))
    (top / "b.json").write_text(feed([("1", "Other", "b")], "B"))
    (top / "bad.xml").write_bytes(bytes(9))
    outcome = empty.add(str(top))
    assert (outcome.source.kind, outcome.source.title, outcome.new) == ("directory", "news", 2)
    assert outcome.problem.startswith("bad.xml: ")
    (top / "c.json").write_text(feed([("https://x.example/9", "Nine", "c")], "C"))
    assert refreshed(empty, force=True) == [("ok", 1, 0)]
    assert refreshed(empty, source_ids=[outcome.source.id]) == [("unchanged", 0, 0)]


def test_a_source_is_found_by_id_path_and_title(library, path, tmp_path):
    source = library.sources()[0].source
    for text in (source.id, str(path), source.title):
        assert library.source(text).source == source
    with pytest.raises(UnknownSourceError):
        library.source("nothing")
    (tmp_path / "two.json").write_text(feed([("9", "Nine", "x")]))
    library.add(str(tmp_path / "two.json"))
    with pytest.raises(UnknownSourceError, match="several"):
        library.source(source.title)


def test_without_reading_it_is_due_at_once(empty, path):
    empty.add(str(path), fetch=False)
    assert titles(empty) == []
    assert refreshed(empty) == [("ok", 3, 0)]


def test_many_articles_make_many_files_and_none_is_lost(empty, tmp_path, data):
    made = tmp_path / "long.json"
    made.write_text(feed([(f"{n}", f"Story {n}", f"{n} " + "words " * 500) for n in range(1200)]))
    assert empty.add(str(made)).new == 1200
    assert len(list(data.glob("sources/*/articles-*.json"))) > 5
    assert len(set(titles(empty))) == 1000  # the window's limit
    assert empty.counts().articles == 1200
    assert empty.doctor().ok


@pytest.mark.parametrize("how", ["added anew", "damaged"])
def test_all_files_of_a_directory_are_read_again_when_what_came_of_them_is_gone(empty, tmp_path, data, how):
    top = tmp_path / "news"
    top.mkdir()
    for name in "ab":
        (top / f"{name}.json").write_text(feed([(name, f"Story {name}", "words")]))
    source = empty.add(str(top)).source
    if how == "added anew":
        empty.remove([source.id])
        empty.add(str(top), fetch=False)
        assert refreshed(empty) == [("ok", 2, 0)]
    else:
        for path in data.glob("sources/*/articles-*.json"):
            path.write_bytes(b"[]")
        empty.catch_up()
        assert refreshed(empty, force=True) == [("ok", 2, 0)]
    assert set(titles(empty)) == {"Story a", "Story b"}


def test_a_priority_orders_a_day_of_the_reader_and_no_other_list(library, tmp_path):
    other = tmp_path / "other.json"
    other.write_text(feed([("9", "Nine", "later words")], title="Valley Post"))
    source = library.add(str(other)).source
    before = titles(library)
    last = min((title for title in before if title != "Nine"), key=before.index)
    library.change_source(source.id, priority=-1)
    assert titles(library, order="day")[-1] == "Nine"
    assert titles(library) == before
    library.change_source(source.id, priority=9)
    assert titles(library, order="day")[0] == "Nine"
    assert last in titles(library, order="day", folded=True)
    assert titles(library, order="source")[-1] == "Nine"
    library.undo()
    assert titles(library, order="day")[-1] == "Nine"
