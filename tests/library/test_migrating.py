"""A library of an older format is copied, migrated and used; one of a newer is refused."""

import orjson
import pytest

from newsreader.errors import DamagedFileError
from newsreader.library.library import Library, open_library
from newsreader.store import migrate
from support.seeing import ids, whole


def to_milliseconds(layout):
    """What a format 0 would need whose marks had their times in seconds."""
    for path in layout.root.glob("sources/*/states-*.json"):
        tables = orjson.loads(path.read_bytes())
        for state in tables["states"].values():
            if state.get("read_at", 0) < 10**11:  # it may have been stopped and run anew
                state["read_at"] *= 1000
        path.write_bytes(orjson.dumps(tables))


def make_older(data):
    for path in data.glob("sources/*/states-*.json"):
        tables = orjson.loads(path.read_bytes())
        for state in tables["states"].values():
            state["read_at"] //= 1000
        path.write_bytes(orjson.dumps(tables))
    path = data / "library.json"
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":0'))


@pytest.fixture
def older(library, data, monkeypatch):
    library.mark_read([ids(library)["One"]])
    before = whole(library)
    library.close()
    make_older(data)
    monkeypatch.setattr(migrate, "MIGRATIONS", {0: to_milliseconds})
    return before


def truth(data):
    patterns = ("*.json", "sources/*/*.json", "history/*.json")
    return {path.relative_to(data): path.read_bytes() for pattern in patterns for path in data.glob(pattern)}


def times(data):
    return [
        state["read_at"]
        for path in data.glob("sources/*/states-*.json")
        for state in orjson.loads(path.read_bytes())["states"].values()
    ]


def test_it_is_copied_migrated_and_used(older, data, clock):
    was = truth(data)
    library = open_library(data, clock=clock)
    assert whole(library) == older
    assert truth(data / "backup-format-0") == was
    assert times(data) == [int(clock().timestamp() * 1000)]
    assert b'"format":1' in (data / "library.json").read_bytes()
    assert library.notices() == [
        "brought to the form of this newsreader; a copy of how it was is in backup-format-0"
    ]
    assert library.doctor().ok
    library.close()
    again = open_library(data, clock=clock)
    assert again.notices() == []
    again.close()


def test_a_change_migrates_it_too(older, data, clock):
    library = Library(data, clock=clock)
    library.undo()
    assert library.counts().unread == 3
    library.close()


def test_a_migration_that_was_stopped_goes_on(older, data, clock, monkeypatch):
    class Crash(BaseException):
        pass

    def stopped(layout):
        to_milliseconds(layout)
        raise Crash

    was = truth(data)
    monkeypatch.setattr(migrate, "MIGRATIONS", {0: stopped})
    with pytest.raises(Crash):
        open_library(data, clock=clock)
    monkeypatch.setattr(migrate, "MIGRATIONS", {0: to_milliseconds})
    library = open_library(data, clock=clock)
    assert whole(library) == older
    assert truth(data / "backup-format-0") == was
    library.close()


def test_a_format_that_never_was_is_damage(older, data, clock, monkeypatch):
    monkeypatch.setattr(migrate, "MIGRATIONS", {})
    before = truth(data)
    with pytest.raises(DamagedFileError, match="never a format 0"):
        open_library(data, clock=clock)
    assert truth(data) == before


def test_doctor_says_so_and_migrates(older, data, clock):
    library = Library(data, clock=clock)
    assert "older newsreader" in library.doctor().problems[0]
    report = library.doctor(repair=True)
    assert report.ok
    assert "backup-format-0" in report.repaired[0]
    assert whole(library) == older
    library.close()


def test_an_older_copy_is_merged_by_a_migrated_copy_of_it(older, data, tmp_path, clock):
    before = truth(data)
    other = open_library(tmp_path / "other", clock=clock)
    other.merge(data)
    assert other.counts().unread == 2
    assert truth(data) == before
    assert not list((tmp_path / "other" / "cache").glob("tmp*"))
    other.close()
