"""Directories as sources of a library."""

import json
import os

import pytest

from newsreader.refresh.parser import Parser
from support.feeds import feed


@pytest.fixture
def parsed(monkeypatch):
    """The names of files in the order in which they were taken apart."""
    names = []
    parse = Parser.parse

    def noting(self, fetched):
        names.append(fetched.name)
        return parse(self, fetched)

    monkeypatch.setattr(Parser, "parse", noting)
    return names


@pytest.fixture
def top(tmp_path):
    top = tmp_path / "pages"
    top.mkdir()
    for name in ("a", "b", "c"):
        (top / f"{name}.json").write_text(feed([(f"id:{name}", f"Ice {name}", "words")]))
        os.utime(top / f"{name}.json", (1, 1))
    return top


def outcomes(library, **how):
    return [
        (outcome.status, outcome.new, outcome.changed, outcome.error) for outcome in library.refresh(**how)
    ]


def test_it_is_watched_at_each_refresh_and_read_where_it_changed(empty, top, parsed):
    assert empty.add(str(top)).new == 3
    parsed.clear()
    assert (outcomes(empty), empty.due()) == ([], 0)
    (top / "b.json").write_text(feed([("id:b", "Ice b", "other words")]))
    (top / "d.json").write_text(feed([("id:d", "Ice d", "words")]))
    assert empty.due() == 1
    assert outcomes(empty) == [("ok", 1, 1, "")]
    assert sorted(parsed) == ["b.json", "d.json"]
    assert (outcomes(empty), empty.due()) == ([], 0)


def test_forced_it_is_looked_into_and_not_taken_apart(empty, top, parsed):
    empty.add(str(top))
    parsed.clear()
    assert outcomes(empty, force=True) == [("unchanged", 0, 0, "")]
    assert parsed == []


def test_a_file_by_itself_is_watched_too(empty, top, parsed):
    empty.add(str(top / "a.json"))
    assert empty.due() == 0
    (top / "a.json").write_text(feed([("id:a", "Ice a", "words"), ("id:z", "Ice z", "words")]))
    assert outcomes(empty) == [("ok", 1, 0, "")]


@pytest.mark.parametrize("damage", [None, b"", b"{", b"[]", b'{"version": 1}', b'{"files": {"a": 1}}'])
def test_without_its_memory_all_is_read_again_and_nothing_is_new(empty, data, top, parsed, damage):
    empty.add(str(top))
    (path,) = (data / "cache" / "directories").iterdir()
    path.unlink() if damage is None else path.write_bytes(damage)
    (top / "a.json").touch()
    parsed.clear()
    assert outcomes(empty) == [("ok", 0, 0, "")]
    assert sorted(parsed) == ["a.json", "b.json", "c.json"]


def test_files_read_by_another_version_are_read_again(empty, data, top, parsed):
    empty.add(str(top))
    (path,) = (data / "cache" / "directories").iterdir()
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": "0.0.1"}))
    (top / "a.json").touch()
    parsed.clear()
    outcomes(empty)
    assert len(parsed) == 3


def test_a_bad_file_is_said_and_stays_known_while_nothing_changes(empty, top):
    (top / "b.json").write_text("{")
    outcome = empty.add(str(top))
    assert (outcome.new, outcome.problem.partition(":")[0]) == (2, "b.json")
    assert outcomes(empty, force=True) == [("unchanged", 0, 0, "")]
    (row,) = empty.sources()
    assert (row.health.status, row.health.error) == ("unchanged", outcome.problem)
    (top / "b.json").write_text(feed([]))
    assert outcomes(empty) == [("ok", 0, 0, "")]
    (row,) = empty.sources()
    assert row.health.error == ""


def test_a_directory_that_goes_is_told_of_once_and_tried_again_when_it_is_due(empty, top, tmp_path):
    empty.add(str(top))
    top.rename(tmp_path / "away")
    assert empty.due() == 1
    assert outcomes(empty)[0][0] == "error"
    assert (empty.due(), outcomes(empty)) == (0, [])
    (tmp_path / "away").rename(top)
    assert outcomes(empty, force=True)[0][0] in ("ok", "unchanged")


def test_another_program_sees_the_same(empty, again, top, parsed):
    empty.add(str(top))
    parsed.clear()
    assert (outcomes(again()), parsed) == ([], [])
