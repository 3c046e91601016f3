"""TinyDB over whole files: one write a change, and damage is never taken for emptiness."""

import random

import pytest

from newsreader.errors import DamagedFileError
from newsreader.store import storage
from newsreader.store.tables import documents, read_tables

DAMAGED = {
    "empty": b"",
    "cut": b'{"articles": {"1": {"id": "a"',
    "null": b"null",
    "a list": b"[]",
    "other JSON": b'{"_default": [1, "x", null], "articles": "x"}',
    "documents that are none": b'{"articles": {"1": 7}}',
    "another table": b'{"states": {}}',
    "random bytes": random.Random(3).randbytes(300),
    "NULs after half": b'{"articles": {"1"' + bytes(20),
    "not UTF-8": b'{"articles": {"1": {"id": "\xff"}}}',
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_damage_is_an_error_that_names_the_file_and_never_overwritten(tmp_path, data):
    path = tmp_path / "a.json"
    path.write_bytes(data)
    with pytest.raises(DamagedFileError) as caught:
        read_tables(path, "articles")
    assert caught.value.subject == str(path)
    with pytest.raises(DamagedFileError), storage.change(path, "articles") as database:
        storage.put(database.table("articles"), [{"id": "b"}])
    assert path.read_bytes() == data


def test_a_missing_file_is_empty(tmp_path):
    assert read_tables(tmp_path / "a.json", "articles") is None
    assert documents(tmp_path / "a.json", "articles") == []


def test_a_change_is_one_write_however_many_tables_it_touches(tmp_path, monkeypatch):
    path = tmp_path / "sub" / "a.json"
    writes = []
    real = storage.write_atomic
    monkeypatch.setattr(storage, "write_atomic", lambda *given: (writes.append(given), real(*given)))
    with storage.change(path, "one") as database:
        storage.put(database.table("one"), [{"id": "a"}, {"id": "b"}])
        storage.put(database.table("two"), [{"id": "c"}])
        storage.put(database.table("one"), [{"id": "a", "x": 1}])
    assert len(writes) == 1
    assert documents(path, "one") == [{"id": "b"}, {"id": "a", "x": 1}]
    with storage.change(path, "one") as database:
        assert len(database.table("one")) == 2
    assert len(writes) == 1


def test_a_block_that_raises_changes_nothing(tmp_path):
    path = tmp_path / "a.json"
    with storage.change(path, "one") as database:
        storage.put(database.table("one"), [{"id": "a"}])
    before = path.read_bytes()

    def change_and_fail():
        with storage.change(path, "one") as database:
            storage.put(database.table("one"), [{"id": "b"}])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_and_fail()
    assert path.read_bytes() == before


def test_put_replaces_and_adds_and_never_gives_a_number_twice(tmp_path):
    path = tmp_path / "a.json"
    with storage.change(path, "one") as database:
        storage.put(database.table("one"), [{"id": name} for name in "abc"])
    with storage.change(path, "one") as database:
        # The highest number is freed by the replacement while a new document asks for one.
        storage.put(database.table("one"), [{"id": "d"}, {"id": "c", "x": 1}, {"id": "e"}])
    assert sorted(found["id"] for found in documents(path, "one")) == list("abcde")


def test_a_document_without_an_id_stays_where_it_is(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"one": {"4": {"x": 1}, "2": {"id": ["a"]}, "3": {"id": "a"}}}')
    with storage.change(path, "one") as database:
        storage.put(database.table("one"), [{"id": "a", "y": 2}, {"id": "b"}])
    assert read_tables(path, "one") == {
        "one": {"2": {"id": ["a"]}, "3": {"id": "a", "y": 2}, "4": {"x": 1}, "5": {"id": "b"}}
    }


def test_the_file_can_be_read_by_plain_tinydb(tmp_path):
    from tinydb import TinyDB

    path = tmp_path / "a.json"
    with storage.change(path, "one") as database:
        storage.put(database.table("one"), [{"id": "ü", "n": 1}])
    with TinyDB(path) as plain:
        assert plain.table("one").all() == [{"id": "ü", "n": 1}]
