"""What a change, a refresh and a first screen cost, in files, syncs and statements: with many articles as with few."""

import os
from collections import Counter

import pytest

from newsreader.library.library import open_library
from newsreader.model.query import ListQuery
from newsreader.store import files
from support.feeds import feed

MANY = 12


class Disk:
    """Counts what is asked of the disk."""

    def __init__(self, monkeypatch):
        self.asked = Counter()
        for name, what in (("fsync", "syncs"), ("open", "opened")):
            monkeypatch.setattr(files.os, name, self._counted(getattr(os, name), what))
        monkeypatch.setattr(files.Path, "replace", self._counted(files.Path.replace, "renamed"))

    def _counted(self, real, what):
        def call(*args, **how):
            self.asked[what] += 1
            return real(*args, **how)

        return call

    def during(self, do):
        """Syncs and renames while *do* is called."""
        self.asked.clear()
        do()
        return self.asked["syncs"], self.asked["renamed"]


@pytest.fixture
def disk(monkeypatch):
    return Disk(monkeypatch)


def statements(library, do):
    """How many statements of the index *do* takes."""
    found = []
    sqlite = library._context.index._database._connection().sqlite
    sqlite.set_trace_callback(found.append)
    do()
    sqlite.set_trace_callback(None)
    return len(found)


@pytest.fixture(params=[1, MANY])
def filled(request, tmp_path, clock):
    """A library of so many sources, of three articles each."""
    folder = tmp_path / "feeds"
    folder.mkdir()
    library = open_library(tmp_path / "data", clock=clock)
    for number in range(request.param):
        path = folder / f"{number}.json"
        path.write_text(
            feed([(f"{number}-{item}", f"News {item} of {number}", "words") for item in range(3)])
        )
        library.add(str(path), fetch=False)
    yield library
    library.close()


def refreshed(library):
    return [outcome.new for outcome in library.refresh(force=True)]


def test_a_mark_is_two_files_and_five_syncs_however_much_there_is(filled, disk):
    refreshed(filled)
    article = filled.window(ListQuery(), 1)[0].id
    filled.mark_read([filled.window(ListQuery(), 2)[1].id])  # the folders are made by the first
    # The step and its folder, the marks and theirs; then the step is closed, by a rename that need not be synced.
    assert disk.during(lambda: filled.mark_read([article])) in [(4, 3), (5, 3)]


def test_all_read_is_one_step(filled, disk, tmp_path):
    refreshed(filled)
    sources = len(filled.sources())
    _, renamed = disk.during(lambda: filled.mark_keys(filled.view(ListQuery())))
    assert renamed == 1 + sources + 1
    assert len(list((tmp_path / "data" / "history").iterdir())) == sources + 1
    filled.undo()
    assert filled.counts().unread == 3 * sources


def test_the_first_refresh_writes_each_file_of_articles_once_and_syncs_folders_together(filled, disk):
    sources = len(filled.sources())
    syncs, renamed = disk.during(lambda: refreshed(filled))
    assert filled.counts().articles == 3 * sources
    # Beside them library.json and health.json, at most once for each group that is stored together.
    assert sources + 2 <= renamed <= 3 * sources + 2
    assert syncs <= 8 * sources + 4


def test_a_refresh_that_brings_nothing_writes_no_article(filled, disk):
    refreshed(filled)
    assert disk.during(lambda: refreshed(filled))[1] <= 2


def test_a_first_screen_takes_as_many_statements_from_many_as_from_few(filled):
    refreshed(filled)
    assert statements(filled, lambda: filled.window(ListQuery(), 60)) <= 4
    assert statements(filled, lambda: (filled.version(), filled.counts(), filled.sources())) <= 5


def test_new_articles_share_their_statements(filled):
    taken = statements(filled, lambda: refreshed(filled))
    # Each costs one row in each of the four tables, and what triggers count; the rest is for all of a group.
    assert taken <= 60 * len(filled.sources()) + 100


def test_a_mark_reads_no_source(filled, monkeypatch):
    refreshed(filled)
    article = filled.window(ListQuery(), 1)[0].id
    decoded = []
    monkeypatch.setattr("newsreader.store.sources.source_from_json", decoded.append)
    assert filled.mark_read([article]) is not None
    assert filled.undo() is not None
    assert not decoded
