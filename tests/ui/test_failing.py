"""When the disk, another program or a hand does not do its part: said in a line, and the reader goes on."""

import pytest

from newsreader.errors import StoreError
from newsreader.library.library import Library
from newsreader.ui.app import Reader
from support.driving import Driver


def full(*args, **kwargs):
    raise StoreError("the disk is full; make room")


@pytest.mark.parametrize(
    ("method", "keys"),
    [("mark_read", ["r"]), ("mark_read", ["enter"]), ("bookmark", ["b"]), ("mark_keys", ["A", "1"]),
     ("bookmark", ["t", "x", "enter"]), ("bookmark", ["B", "x", "enter"]), ("remove", ["D", "1"])],
)  # fmt: skip
async def test_a_change_that_is_not_saved_is_said_and_taken_back(drive, monkeypatch, method, keys):
    async with drive() as news:
        monkeypatch.setattr(news.library, method, full)
        await news.press(*keys)
        assert news.said.startswith("not saved: ")
        assert "the disk is full" in news.lines[-1]
        assert (len(news.titles()), news.library.counts().unread) == (30, 30)
        row = news.main.articles.row_at(0)
        assert (row.read, row.bookmarked) == (False, False)
        assert "30 unread" in news.shown
        assert "★" not in news.shown
        monkeypatch.undo()
        await news.press("1", "j", "r")
        assert news.library.counts().unread == 29


@pytest.mark.parametrize("key", ["ctrl+z", "ctrl+y"])
async def test_undo_that_fails_is_said(drive, monkeypatch, key):
    async with drive() as news:
        monkeypatch.setattr(news.library, "undo", full)
        monkeypatch.setattr(news.library, "redo", full)
        await news.press(key)
        assert "the disk is full" in news.said


READING = "window view rows sources counts article related bookmarks search bookmark_of row version".split()


@pytest.mark.parametrize("method", READING)
async def test_what_cannot_be_read_is_said(drive, monkeypatch, method):
    said = []
    async with drive() as news:
        monkeypatch.setattr(news.library, method, full)
        for key in "j enter b escape 3 enter r 5 j 1 G n slash x enter escape 4 b B escape 1".split():
            await news.pilot.press(key)
            said.append(news.said)
        await news.until(lambda: "the disk is full" in news.said or "the disk is full" in "".join(said))
        monkeypatch.undo()
        await news.press("1", "g", "ctrl+q")
        assert news.app._exit


@pytest.mark.parametrize(
    "method", ["window", "view", "sources", "counts", "bookmarks", "version", "catch_up", "place"]
)
async def test_a_start_that_cannot_read_goes_on(data, method):
    library = Library(data)
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(library, method, full)
        broken.setattr("newsreader.ui.views._FIRST", 5)  # the whole view is asked for behind a first window
        async with Reader(library).run_test() as pilot:
            main = pilot.app.screen
            await Driver(pilot.app, pilot, library).until(
                lambda: method == "place" or "full" in main.status.message
            )
            await pilot.press("j", "5", "q", "q")
            assert pilot.app._exit
    library.close()


async def test_a_place_that_cannot_be_saved_keeps_nobody(drive, monkeypatch):
    async with drive() as news:
        monkeypatch.setattr(news.library, "save_place", full)
        await news.press("b", "q")
        assert news.app._exit
        assert news.library.counts().bookmarks == 1
