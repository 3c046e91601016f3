"""Regular files only, and one clear line for everything else."""

import os
import socket

import pytest

from newsreader.errors import FetchError
from newsreader.fetch import file as module
from newsreader.fetch.directory import directory_validators, news_files
from newsreader.fetch.file import fetch_file


def test_a_file_gives_its_bytes_its_name_and_what_tells_it_from_the_next(tmp_path):
    path = tmp_path / "a.xml"
    path.write_bytes(b"one")
    first = fetch_file(path)
    assert (first.data, first.name) == (b"one", "a.xml")
    assert fetch_file(path).validators == first.validators
    path.write_bytes(b"other")
    assert fetch_file(path).validators != first.validators


def test_a_fifo_a_device_and_a_directory_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.xml")
    for path in (tmp_path / "pipe.xml", "/dev/zero", tmp_path):
        with pytest.raises(FetchError, match="not a regular file"):
            fetch_file(module.Path(path))


def test_what_is_missing_closed_broken_or_too_large(tmp_path, monkeypatch):
    with pytest.raises(FetchError, match="no such file"):
        fetch_file(tmp_path / "nothing")
    (tmp_path / "large").write_bytes(b"x" * 11)
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 10)
    with pytest.raises(FetchError, match="larger than"):
        fetch_file(tmp_path / "large")
    monkeypatch.setattr(module.os, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "no")))
    with pytest.raises(FetchError, match="permission denied"):
        fetch_file(tmp_path / "large")


def make_tree(top):
    (top / "sub").mkdir(parents=True)
    for name in ("b.xml", "a.txt", "sub/c.json", "plain", ".hidden.xml", "picture.png"):
        (top / name).write_text(name)
    (top / "loop").symlink_to(top)
    (top / "outside.txt").symlink_to("/etc/hostname")
    (top / "dangling.xml").symlink_to("nowhere")
    os.mkfifo(top / "pipe.xml")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(top / "s.xml"))


def test_a_directory_gives_its_regular_files_in_order(tmp_path):
    make_tree(tmp_path / "d")
    found = [path.relative_to(tmp_path / "d").as_posix() for path, _ in news_files(tmp_path / "d")]
    assert found == ["a.txt", "b.xml", "plain", "sub/c.json"]


@pytest.mark.parametrize("change", ["content", "name", "new file", "touch"])
def test_a_changed_directory_is_told_from_what_it_was(tmp_path, change):
    top = tmp_path / "d"
    make_tree(top)
    before = directory_validators(news_files(top))
    assert directory_validators(news_files(top)) == before
    if change == "content":
        (top / "a.txt").write_text("something else")
    elif change == "name":
        (top / "a.txt").rename(top / "z.txt")
    elif change == "new file":
        (top / "sub" / "d.md").write_text("x")
    else:
        os.utime(top / "a.txt", ns=(1, 1))
    assert directory_validators(news_files(top)) != before


def test_a_directory_that_is_gone_is_one_clear_line(tmp_path):
    with pytest.raises(FetchError, match="cannot be looked through"):
        news_files(tmp_path / "nothing")
