"""Searches that were saved."""

import json

import pytest

from newsreader.errors import UsageError
from newsreader.library.library import open_library
from newsreader.model.query import ListQuery


def saved(library):
    return [(search.name, search.query, unread) for search, unread in library.saved_searches()]


def test_a_search_is_saved_with_its_unread_articles(library, again):
    library.save_search("Ones", ListQuery("one"))
    library.save_search("all", ListQuery("is:unread"))
    assert saved(again()) == [("all", ListQuery("is:unread"), 3), ("Ones", ListQuery("one"), 1)]


def test_one_name_is_one_search(library):
    library.save_search("A", ListQuery("one"))
    library.save_search("A", ListQuery("two"))
    assert [query.text for _, query, _ in saved(library)] == ["two"]
    assert library.save_search("A", ListQuery("two")) is None


def test_saving_and_removing_are_undone(library):
    library.save_search("A", ListQuery("one", folder="News"))
    library.remove_search("A")
    assert saved(library) == []
    library.undo()
    assert [query for _, query, _ in saved(library)] == [ListQuery("one", folder="News")]
    library.undo()
    assert saved(library) == []
    library.redo()
    assert len(saved(library)) == 1
    assert library.remove_search("none") is None


def test_a_search_takes_the_place_of_another_and_both_come_back(library):
    library.save_search("A", ListQuery("one"))
    library.save_search("B", ListQuery("two"), before="A")
    assert [name for name, *_ in saved(library)] == ["B"]
    library.undo()
    assert [name for name, *_ in saved(library)] == ["A"]


def test_those_of_one_list_are_read_and_changed_one_by_one(library, data, again):
    """As they were written once, when two machines that both saved one lost that of the other."""
    tables = json.loads((data / "library.json").read_text())
    found = [{"name": name, "query": f"q{name}", "folder": "News"} for name in "ABC"]
    tables["settings"] = {"1": {"id": "searches", "changed_at": 1, "value": found}}
    (data / "library.json").write_text(json.dumps(tables))
    opened = again()
    opened.remove_search("A")
    opened.save_search("B", ListQuery("other"))
    assert [(name, query.text) for name, query, _ in saved(opened)] == [("B", "other"), ("C", "qC")]
    opened.undo()
    opened.undo()
    assert [query for _, query, _ in saved(opened)] == [
        ListQuery(f"q{name}", folder="News") for name in "ABC"
    ]
    assert opened.doctor().ok


def test_a_wrong_query_is_not_saved(library):
    with pytest.raises(UsageError):
        library.save_search("A", ListQuery("older:soon"))
    assert saved(library) == []


def test_one_that_was_broken_by_hand_finds_nothing(library, data, again):
    library.save_search("A", ListQuery("one"))
    path = data / "library.json"
    path.write_text(path.read_text().replace('"query":"one"', '"query":"older:soon"'))
    assert "older:soon" in json.dumps(json.loads(path.read_text()))
    assert [unread for *_, unread in saved(again())] == [0]


def test_they_travel_with_the_list_of_sources(library, tmp_path, clock):
    library.save_search("Ones <&>", ListQuery('"one two" or -three', folder="News"))
    path = tmp_path / "list.opml"
    path.write_text(library.export_opml()[0])
    other = open_library(tmp_path / "other", clock=clock)
    try:
        other.save_search("Mine", ListQuery("x"))
        other.import_sources(path)
        assert [(search.name, search.query) for search, _ in other.saved_searches()] == [
            ("Mine", ListQuery("x")),
            ("Ones <&>", ListQuery('"one two" or -three', folder="News")),
        ]
        assert other.import_sources(path).step is None
        other.undo()
        assert [search.name for search, _ in other.saved_searches()] == ["Mine"]
    finally:
        other.close()
