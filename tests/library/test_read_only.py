"""A library in a folder where nobody may write: it is read, and what would change it is refused."""

import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from newsreader.errors import StoreError
from newsreader.library.library import Library, open_library
from support.seeing import ids, state

NOBODY = 65534


@pytest.fixture
def folder():
    # Not below pytest's own, which lets nobody but its owner in.
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made / "data"
    shutil.rmtree(made)


def closed(folder):
    """Let nobody write in it, nor root: who may write anywhere is somebody else meanwhile."""
    for path in sorted([folder, *folder.rglob("*")], reverse=True):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, -1)
        path.chmod(0o500 if path.is_dir() else 0o400)


@pytest.fixture
def as_nobody():
    was = os.geteuid()

    def become():
        if was == 0:
            os.seteuid(NOBODY)

    yield become
    os.seteuid(was)


def used(library):
    """All that reads; done once before as somebody who can load whatever it needs."""
    names = ids(library)
    found = library.search("one")
    return state(library), [row.id for row in found], library.article(names["One"]).entry.title


def refused(library):
    for change in (
        lambda: library.mark_read([ids(library)["One"]]),
        lambda: library.bookmark([ids(library)["Two"]]),
        library.undo,
    ):
        with pytest.raises(StoreError):
            change()


def test_it_is_read_and_changes_are_refused(folder, clock, path, as_nobody):
    with closing(open_library(folder, clock=clock)) as library:
        library.add(str(path))
        library.bookmark([ids(library)["Three"]], note="why")
        before = used(library)
    closed(folder)
    as_nobody()
    with closing(open_library(folder, clock=clock)) as library:
        assert used(library) == before
        refused(library)
        assert used(library) == before


def test_it_is_looked_over_and_cannot_be_mended(folder, clock, path, as_nobody):
    with closing(open_library(folder, clock=clock)) as library:
        library.add(str(path))
        assert library.doctor().closed == ""
        used(library)
    closed(folder)
    as_nobody()
    with closing(open_library(folder, clock=clock)) as library:
        report = library.doctor()
        assert report.ok
        assert report.closed == "permission denied"
        with pytest.raises(StoreError, match="permission denied"):
            library.doctor(repair=True)
        refused(library)


def test_what_is_wrong_in_it_is_told(folder, clock, path, as_nobody):
    with closing(open_library(folder, clock=clock)) as library:
        library.add(str(path))
        assert library.doctor().ok
    (folder / "bookmarks.json").write_text('{"meta": {"1": {')
    closed(folder)
    as_nobody()
    with closing(Library(folder, clock=clock)) as library:
        (problem,) = library.doctor().problems
        assert "bookmarks.json: damaged" in problem


def test_an_index_that_is_behind_is_told(folder, clock, path, as_nobody):
    with closing(open_library(folder, clock=clock)) as library:
        library.add(str(path))
        assert library.doctor().ok
    names = folder / "library.json"
    names.write_text(names.read_text() + " ")
    closed(folder)
    as_nobody()
    with closing(Library(folder, clock=clock)) as library:
        assert "the index is behind the files" in library.doctor().problems[0]


@pytest.mark.parametrize("name", ["history", "sources", "cache", "cache/index.sqlite"])
def test_what_nobody_may_read_is_named_in_an_error(folder, clock, path, as_nobody, name):
    with closing(open_library(folder, clock=clock)) as library:
        library.add(str(path))
    closed(folder)
    (folder / name).chmod(0)
    as_nobody()
    with pytest.raises(StoreError, match="ermission"):
        open_library(folder, clock=clock)
