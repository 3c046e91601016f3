"""Files that are written together."""

import errno
import os

import pytest

from newsreader.errors import StoreError
from newsreader.store import files
from newsreader.store.together import Together


def gathered(*paths):
    together = Together()
    for path in paths:
        together.put(path, path.name.encode())
    return together


def test_all_are_there_and_closed_to_others(tmp_path):
    paths = [tmp_path / folder / f"{number}.json" for folder in ("one", "two/deep") for number in range(3)]
    gathered(*paths).commit()
    assert [path.read_bytes() for path in paths] == [path.name.encode() for path in paths]
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
    assert (tmp_path / "two" / "deep").stat().st_mode & 0o777 == 0o700
    assert not list(tmp_path.rglob("*.tmp"))


def test_every_content_is_on_the_disk_before_any_takes_its_name(tmp_path, monkeypatch):
    order = []
    fsync, replace = os.fsync, files.Path.replace
    monkeypatch.setattr(files.os, "fsync", lambda number: (order.append("sync"), fsync(number))[1])
    monkeypatch.setattr(
        files.Path, "replace", lambda path, target: (order.append("rename"), replace(path, target))[1]
    )
    gathered(*(tmp_path / f"{number}.json" for number in range(5))).commit()
    # And the folder once for all of them.
    assert order == ["sync"] * 5 + ["rename"] * 5 + ["sync"]


def test_when_one_cannot_be_written_none_is_new(tmp_path, monkeypatch):
    paths = [tmp_path / f"{number}.json" for number in range(4)]
    gathered(*paths).commit()
    write = files.os.write
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fail(number, data):
        if bytes(data).startswith(b"2.json"):
            raise full
        return write(number, data)

    monkeypatch.setattr(files.os, "write", fail)
    together = gathered(*paths)
    together.put(paths[0], b"other")
    with pytest.raises(StoreError, match="the disk is full") as caught:
        together.commit()
    assert caught.value.subject == str(paths[2])
    assert [path.read_bytes() for path in paths] == [path.name.encode() for path in paths]
    assert not list(tmp_path.rglob("*.tmp"))


def test_nothing_gathered_is_nothing_written(tmp_path):
    Together().commit()
    assert not list(tmp_path.iterdir())


def test_what_is_gathered_is_written_while_something_else_is_done(tmp_path):
    together = Together()
    together.put(tmp_path / "a.json", b"1")
    with together.meanwhile():
        done = "something else"
    assert done
    assert (tmp_path / "a.json").read_bytes() == b"1"


def test_what_cannot_be_written_meanwhile_is_said_afterwards(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    together = Together()
    together.put(tmp_path / "file" / "a.json", b"1")
    with pytest.raises(StoreError), together.meanwhile():
        pass
