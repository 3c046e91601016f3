"""A directory as one source: what is new or changed is read, and nothing else."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsreader.errors import ParseError
from newsreader.fetch.fetched import Fetched
from newsreader.model.entry import Entry, ParsedFeed
from newsreader.model.source import SeenFile, Validators
from newsreader.refresh.directory import DirectoryReading, read_directory

LATER = datetime.now(UTC) + timedelta(days=1)


class Parsers:
    """Takes a text for its one entry, and notes what it was given."""

    count = 3

    def __init__(self) -> None:
        self.given: list[str] = []

    def parse(self, fetched: Fetched) -> ParsedFeed:
        self.given.append(fetched.name)
        text = fetched.data.decode()
        if text.startswith("bad"):
            raise ParseError("neither text nor a feed")
        return ParsedFeed("plain", entries=(Entry(key=text.split()[0], text=text),))


@pytest.fixture
def parsers() -> Parsers:
    return Parsers()


@pytest.fixture
def top(tmp_path: Path) -> Path:
    top = tmp_path / "pages"
    (top / "sub").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        (top / name).write_text(f"{name} first")
    return top


def read(
    top: Path,
    parsers: Parsers,
    before: DirectoryReading | None = None,
    *,
    now: datetime = LATER,
    force: bool = False,
    seen: Mapping[str, SeenFile] | None = None,
) -> DirectoryReading:
    parsers.given.clear()
    known = before.validators if before and not force else None
    return read_directory(top, parsers, now, known=known, seen=seen or (before.seen if before else {}))  # type: ignore[arg-type]


def keys(reading: DirectoryReading) -> list[str]:
    return [entry.key for entry in reading.feed.entries] if reading.feed else []


def test_all_is_read_once_in_the_order_of_names(top, parsers):
    first = read(top, parsers)
    assert keys(first) == ["a.txt", "b.txt", "sub/c.txt"]
    assert first.feed is not None
    assert (first.feed.title, first.feed.problem) == ("pages", "")
    again = read(top, parsers, first)
    assert (again.feed, again.validators, parsers.given) == (None, first.validators, [])


def test_only_a_changed_file_is_read_again(top, parsers):
    first = read(top, parsers)
    (top / "b.txt").write_text("b.txt second")
    second = read(top, parsers, first)
    assert (keys(second), parsers.given) == (["b.txt"], ["b.txt"])
    (top / "d.txt").write_text("d.txt new")
    (top / "a.txt").unlink()
    third = read(top, parsers, second)
    assert (keys(third), parsers.given) == (["d.txt"], ["d.txt"])
    assert sorted(third.seen) == ["b.txt", "d.txt", "sub/c.txt"]


def test_a_touched_file_is_not_taken_apart_again(top, parsers):
    first = read(top, parsers)
    os.utime(top / "a.txt", ns=(1, 1))
    second = read(top, parsers, first)
    assert (second.feed, parsers.given) == (None, [])
    assert second.validators != first.validators


def test_a_time_set_back_hides_no_change(top, parsers):
    first = read(top, parsers)
    status = (top / "a.txt").stat()
    (top / "a.txt").write_text("a.txt other")
    os.utime(top / "a.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert keys(read(top, parsers, first)) == ["a.txt"]


def test_what_was_just_written_is_looked_into_until_its_time_tells_a_change(top, parsers):
    first = read(top, parsers, now=datetime.now(UTC))
    assert first.validators == Validators()
    second = read(top, parsers, first, now=LATER)
    assert (second.feed, parsers.given) == (None, [])
    assert second.validators != Validators()


def test_forced_it_looks_into_every_file_and_takes_apart_what_differs(top, parsers):
    first = read(top, parsers)
    stale = {**first.seen, "b.txt": SeenFile(first.seen["b.txt"].stamp, "another content")}
    assert keys(read(top, parsers, first, force=True, seen=stale)) == ["b.txt"]
    assert parsers.given == ["b.txt"]


def test_what_cannot_be_read_is_said_until_it_can_be(top, parsers):
    (top / "b.txt").write_text("bad")
    (top / "sub" / "c.txt").write_text("bad too")
    first = read(top, parsers)
    assert first.feed is not None
    assert first.feed.problem == "b.txt: neither text nor a feed (and 1 more files that cannot be read)"
    (top / "a.txt").write_text("a.txt second")
    second = read(top, parsers, first)
    assert (keys(second), parsers.given) == (["a.txt"], ["a.txt"])
    assert second.feed is not None
    assert second.feed.problem == first.feed.problem
    (top / "b.txt").write_text("b.txt good")
    (top / "sub" / "c.txt").unlink()
    third = read(top, parsers, second)
    assert third.feed is not None
    assert (keys(third), third.feed.problem) == (["b.txt"], "")


def test_a_bad_file_that_goes_takes_its_line_along(top, parsers):
    (top / "b.txt").write_text("bad")
    first = read(top, parsers)
    (top / "b.txt").unlink()
    second = read(top, parsers, first)
    assert second.feed is not None
    assert (second.feed.entries, second.feed.problem) == ((), "")


def test_forced_it_tries_again_what_could_not_be_read(top, parsers):
    (top / "b.txt").write_text("bad")
    first = read(top, parsers)
    read(top, parsers, first, force=True)
    assert parsers.given == ["b.txt"]


def test_names_of_any_bytes(top, parsers):
    names = [b"\xff\xfe.txt", "süß.txt".encode(), "漢字.txt".encode("gb18030"), b"new\nline.txt", b"%41.txt"]
    for name in names:
        (top / os.fsdecode(name)).write_text(name.hex())
    first = read(top, parsers)
    assert set(keys(first)) == {"a.txt", "b.txt", "sub/c.txt", *(name.hex() for name in names)}
    assert all(name.isascii() for name in first.seen)
    (top / os.fsdecode(names[0])).write_text("bad")
    second = read(top, parsers, first)
    assert len(parsers.given) == 1
    assert second.feed is not None
    assert second.feed.problem.startswith("\ufffd\ufffd.txt: ")


def test_its_own_name_and_those_of_bad_files_act_on_nothing(tmp_path, parsers):
    top = tmp_path / "pages \x1b[2J\u202e"
    top.mkdir()
    (top / "a \x1b]0;z\x07.txt").write_text("bad")
    found = read(top, parsers).feed
    assert found is not None
    assert (found.title, found.problem) == ("pages [2J", "a ]0;z.txt: neither text nor a feed")


def test_a_link_put_in_the_place_of_a_file_is_not_followed(top, parsers, tmp_path, monkeypatch):
    (tmp_path / "secret.txt").write_text("secret")

    def swapped(path: Path, *, follow: bool = True) -> Fetched:
        if path.name == "a.txt" and not path.is_symlink():
            path.unlink()
            path.symlink_to(tmp_path / "secret.txt")
        return fetch(path, follow=follow)

    from newsreader.refresh import directory

    fetch = directory.fetch_file
    monkeypatch.setattr(directory, "fetch_file", swapped)
    found = read(top, parsers)
    assert "secret" not in keys(found)
    assert found.feed is not None
    assert found.feed.problem.startswith("a.txt: ")


def test_the_same_in_two_files_is_one_entry(top, parsers):
    (top / "z.txt").write_text("a.txt first")
    assert keys(read(top, parsers)) == ["a.txt", "b.txt", "sub/c.txt"]


def test_five_thousand_files_and_one_that_changes(tmp_path, parsers):
    for number in range(5000):
        (tmp_path / f"{number}.txt").write_text(f"{number} words")
    first = read(tmp_path, parsers)
    assert len(keys(first)) == len(parsers.given) == 5000
    (tmp_path / "77.txt").write_text("77 other")
    assert (keys(read(tmp_path, parsers, first)), parsers.given) == (["77"], ["77.txt"])
