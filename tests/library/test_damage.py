"""Damage to any file: said, kept with all its bytes, and never taken for emptiness."""

import json
import random
import re
import shutil

import pytest

from newsreader.errors import DamagedFileError, NewerFormatError
from newsreader.library.library import open_library
from support.feeds import feed
from support.seeing import ids, state, titles

DAMAGE = {
    "cut": lambda data: data[: len(data) * 2 // 3],
    "empty": lambda data: b"",
    "null": lambda data: b"null",
    "a list": lambda data: b"[]",
    "random": lambda data: random.Random(3).randbytes(max(64, len(data))),
    "NULs": lambda data: data[: len(data) // 2] + bytes(len(data) - len(data) // 2),
    "other": lambda data: b'{"_default": [1, "x", null], "sources": 7, "articles": "x"}',
}


@pytest.fixture
def full(library, tmp_path):
    """A library with every kind of file in it; closed."""
    names = ids(library)
    library.mark_read([names["One"]])
    library.bookmark([names["Two"]], note="kept")
    (tmp_path / "second.json").write_text(feed([("9", "Nine", "x")], "Second"))
    library.add(str(tmp_path / "second.json"))
    library.save_place({"pane": "text"})
    before = state(library)
    library.close()
    return before


def files(data):
    return sorted(path for path in data.rglob("*.json"))


def all_bytes(data):
    return [path.read_bytes() for path in data.rglob("*") if path.is_file()]


@pytest.mark.parametrize("how", DAMAGE.values(), ids=DAMAGE)
def test_each_file_in_turn(full, data, tmp_path, clock, how):
    clean = tmp_path / "clean"
    shutil.copytree(data, clean)
    for path in files(data):
        shutil.rmtree(data)
        shutil.copytree(clean, data)
        broken = how(path.read_bytes())
        path.write_bytes(broken)
        name = path.relative_to(data).as_posix()
        try:
            library = open_library(data, clock=clock)
        except DamagedFileError as error:
            assert name in ("library.json", "bookmarks.json"), name
            assert name in error.subject
            assert path.read_bytes() == broken
            continue
        now = state(library)
        if now != full:
            assert any(name in notice for notice in library.notices()), name
        (library.undo() if name != "place.json" else None)
        assert not broken or broken in all_bytes(data), name
        library.close()


@pytest.mark.parametrize("how", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("name", ["library.json", "bookmarks.json"])
def test_the_two_that_stop_the_program_are_repaired_from_the_rest(full, data, clock, name, how):
    broken = how((data / name).read_bytes())
    (data / name).write_bytes(broken)
    with pytest.raises(DamagedFileError):
        open_library(data, clock=clock)
    from newsreader.library.library import Library

    library = Library(data, clock=clock)
    assert any(name in problem for problem in library.doctor().problems)
    report = library.doctor(repair=True)
    assert report.ok
    assert report.repaired
    assert broken in all_bytes(data)
    assert state(library) == full
    library.close()


def test_a_missing_list_of_sources_beside_articles_is_damage(full, data, clock):
    (data / "library.json").unlink()
    with pytest.raises(DamagedFileError, match="missing"):
        open_library(data, clock=clock)


def test_a_newer_format_is_refused_and_left_alone(full, data, clock):
    path = data / "library.json"
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":9999'))
    before = path.read_bytes()
    # The index may still answer; nothing may be changed.
    with pytest.raises(NewerFormatError):
        open_library(data, clock=clock).mark_read(["x"])
    assert path.read_bytes() == before


def test_articles_of_a_damaged_file_come_back_with_their_marks_at_the_next_refresh(full, data, clock):
    path = next(
        path for path in files(data) if b"first words" in path.read_bytes() and "articles" in path.name
    )
    path.write_bytes(b"[]")
    library = open_library(data, clock=clock)
    assert titles(library) == ["Nine"]
    assert len(library.notices()) == 1
    assert library.notices() == []
    list(library.refresh(force=True))
    assert state(library) == full
    library.close()


@pytest.mark.parametrize("how", ["deleted", "random", "cut", "empty"])
def test_the_index_comes_back_by_itself_with_the_same_answers(full, data, clock, how):
    for path in (data / "cache").iterdir():
        if how == "deleted":
            path.unlink()
        elif path.name == "index.sqlite":
            content = path.read_bytes()
            path.write_bytes(
                {"random": random.Random(1).randbytes(9999), "cut": content[:5000], "empty": b""}[how]
            )
    library = open_library(data, clock=clock)
    assert state(library) == full
    assert library.doctor().ok
    library.close()


def test_what_can_be_read_of_a_damaged_file_stays(full, data, clock):
    path = next(
        path for path in files(data) if b"first words" in path.read_bytes() and "articles" in path.name
    )
    broken = path.read_bytes()
    path.write_bytes(broken[: broken.index(b"third words")])
    library = open_library(data, clock=clock)
    assert set(titles(library)) == {"One", "Two", "Nine"}
    assert len(library.notices()) == 1
    assert library.doctor().ok
    list(library.refresh(force=True))
    assert state(library) == full
    library.close()


def test_a_damaged_place_is_set_aside_before_another_is_kept(full, data, clock):
    (data / "place.json").write_bytes(b"{")
    library = open_library(data, clock=clock)
    assert library.place() == {}
    library.save_place({"pane": "articles"})
    assert library.place() == {"pane": "articles"}
    assert b"{" in all_bytes(data)
    library.close()


@pytest.mark.parametrize("number", ["", "one", "1.5", "-1", "²", "9" * 5000])
def test_a_document_without_a_number_is_damage_and_is_kept(full, data, clock, number):
    path = data / "health.json"
    broken = path.read_bytes().replace(b'"1":', f'"{number}":'.encode(), 1)
    path.write_bytes(broken)
    library = open_library(data, clock=clock)
    assert any("health.json" in notice for notice in library.notices())
    assert broken in all_bytes(data)
    list(library.refresh(force=True))
    assert state(library) == full
    library.close()


def test_a_bookmark_that_does_not_say_whose_it_is_is_damage_and_repaired(full, data, clock):
    broken = re.sub(rb'"source_id":"[0-9a-f]*",', b"", (data / "bookmarks.json").read_bytes())
    (data / "bookmarks.json").write_bytes(broken)
    from newsreader.library.library import Library

    library = Library(data, clock=clock)
    assert any("source_id is missing" in problem for problem in library.doctor().problems)
    assert library.doctor(repair=True).ok
    assert state(library) == full
    assert broken in all_bytes(data)
    library.close()


def test_a_rule_that_is_none_stops_the_program_in_one_line_until_it_is_repaired(full, data, clock):
    path = data / "library.json"
    tables = json.loads(path.read_bytes())
    tables["settings"] = {"1": {"id": "retention", "changed_at": 5, "value": {"count": "many"}}}
    path.write_text(json.dumps(tables))
    with pytest.raises(DamagedFileError):
        open_library(data, clock=clock)
    from newsreader.library.library import Library

    library = Library(data, clock=clock)
    assert library.doctor(repair=True).ok
    list(library.refresh(force=True))
    assert state(library) == full
    library.close()
