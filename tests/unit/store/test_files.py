"""Files are as they were or as they should be, whatever fails between."""

import errno
import os
import stat

import pytest

from newsreader.errors import StoreError
from newsreader.store import files


class Crash(BaseException):
    """Stands for the power going: nothing may catch it."""


def test_what_is_written_is_there_and_private(tmp_path):
    path = tmp_path / "a.json"
    files.write_atomic(path, b"{}")
    assert path.read_bytes() == b"{}"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [found.name for found in tmp_path.iterdir()] == ["a.json"]


def test_directories_are_closed_to_others(tmp_path):
    files.make_directory(tmp_path / "one" / "two")
    assert stat.S_IMODE((tmp_path / "one" / "two").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o700


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_crash_at_any_step_leaves_the_old_bytes_or_the_new(tmp_path, monkeypatch, step):
    path = tmp_path / "a.json"
    files.write_atomic(path, b"old")

    def crash(*_):
        raise Crash

    if step == "replace":
        monkeypatch.setattr(files.Path, "replace", crash)
    else:
        monkeypatch.setattr(files.os, step, crash)
    with pytest.raises(Crash):
        files.write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    monkeypatch.undo()
    files.write_atomic(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert [found.name for found in tmp_path.iterdir()] == ["a.json"]


def test_the_file_is_synced_before_it_takes_the_old_ones_place(tmp_path, monkeypatch):
    order = []
    fsync, replace = os.fsync, files.Path.replace
    monkeypatch.setattr(files.os, "fsync", lambda descriptor: (order.append("sync"), fsync(descriptor))[1])
    monkeypatch.setattr(
        files.Path, "replace", lambda path, target: (order.append("rename"), replace(path, target))[1]
    )
    files.write_atomic(tmp_path / "a.json", b"x")
    assert order == ["sync", "rename", "sync"]


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only"), (errno.EIO, "lost")]
)
def test_a_failed_write_is_a_store_error_that_says_what_to_do(tmp_path, monkeypatch, code, words):
    path = tmp_path / "a.json"
    files.write_atomic(path, b"old")

    def fail(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(StoreError, match=words) as caught:
        files.write_atomic(path, b"new")
    assert caught.value.subject == str(path)
    assert path.read_bytes() == b"old"
    assert not path.with_name("a.json.tmp").exists()


def test_a_file_where_a_directory_is_needed_is_left_alone(tmp_path):
    (tmp_path / "data").write_text("mine")
    with pytest.raises(StoreError):
        files.make_directory(tmp_path / "data" / "cache")
    assert (tmp_path / "data").read_text() == "mine"
