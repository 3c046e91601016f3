"""Read and unread; many at once; undo and redo."""

from datetime import timedelta
from threading import Event

import pytest

from newsreader.model.query import ListQuery
from newsreader.store.together import Together
from support.making import NOON
from support.news import HARBOUR, ODD, VALLEY


def unread(news):
    return news.library.counts().unread


async def test_r_marks_and_unmarks_in_the_list(drive):
    async with drive() as news:
        await news.press("j", "r")
        assert (unread(news), news.title, news.focus) == (29, VALLEY[0][0], "articles")
        assert "29 unread" in news.shown
        assert f"● {VALLEY[0][0]}" not in news.shown
        await news.press("r")
        assert unread(news) == 30
        assert f"● {VALLEY[0][0]}" in news.shown


async def test_r_is_about_the_text_that_is_read(drive):
    async with drive() as news:
        await news.press("enter", "r")
        assert unread(news) == 30
        await news.press("r", "3", "r")
        assert {row.title for row in news.library.window(ListQuery(), 9) if row.read} == {
            HARBOUR[0][0],
            VALLEY[0][0],
        }


async def test_a_mark_is_shown_before_it_is_saved(drive):
    async with drive() as news:
        news.main.action_do("read")
        assert news.main.articles.current.read
        await news.settle()
        assert unread(news) == 29


async def test_all_shown_are_marked(drive):
    async with drive() as news:
        await news.press("A")
        assert "Mark read" in news.shown
        await news.press("1")
        assert unread(news) == 0
        assert "marked 30 articles read" in news.said
        assert "●" not in news.shown
        await news.press("ctrl+z")
        assert unread(news) == 30
        assert "undone" in news.said
        await news.press("ctrl+y")
        assert unread(news) == 0
        assert "done again" in news.said


async def test_all_shown_are_those_of_the_view(drive):
    async with drive() as news:
        await news.press("5", "G", "enter", "A", "enter")
        assert unread(news) == 30 - len(ODD)


async def test_what_is_marked_counts_at_once_and_is_said_when_it_is_on_the_disk(drive, monkeypatch):
    monkeypatch.setattr("newsreader.library.changes._MANY", 1)
    go_on, commit = Event(), Together.commit

    def slow(together):
        go_on.wait()
        commit(together)

    async with drive() as news:
        monkeypatch.setattr(Together, "commit", slow)
        news.at_once("A", "1")
        await news.until(lambda: "ARTICLES" in news.shown and "30 unread" not in news.shown)
        await news.until(lambda: news.said == "saving…")
        go_on.set()
        await news.until(lambda: news.said.startswith("marked 30 articles read"))
        await news.settle()
        assert news.library.counts().unread == 0


async def test_those_above_the_cursor_are_marked(drive):
    async with drive() as news:
        await news.press("j", "j", "j", "A", "j", "enter")
        assert unread(news) == 27
        assert not news.main.articles.current.read
        assert {row.read for row in news.library.rows(news.main.articles.keys[:3])} == {True}


@pytest.mark.parametrize(("key", "days"), [("3", 1), ("4", 7)])
async def test_older_ones_are_marked(drive, key, days):
    at = NOON + timedelta(days=days, hours=-6)
    async with drive(now=at) as news:
        await news.press("A", key)
        older = {row.id for row in news.library.window(ListQuery(), 99) if at - row.at > timedelta(days=days)}
        assert 0 < len(older) < 30
        assert {row.id for row in news.library.window(ListQuery(), 99) if row.read} == older


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_the_dialog_can_be_left(drive, key):
    async with drive() as news:
        await news.press("A", "j", key)
        assert (news.app.screen is news.main, unread(news)) == (True, 30)


async def test_a_dialog_stops_at_its_ends(drive):
    async with drive() as news:
        await news.press("A", "k", "up", "j", "down", "j", "j", "j", "9")
        assert "Mark read" in news.shown
        await news.press("k", "k", "k", "k", "space")
        assert unread(news) == 0


async def test_undo_and_redo_go_step_by_step(drive):
    async with drive() as news:
        await news.press("r", "j", "r", "b")
        seen = []
        for key in ("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y"):
            await news.press(key)
            counts = news.library.counts()
            seen.append((counts.unread, counts.bookmarks))
        assert seen == [(28, 0), (29, 0), (30, 0), (29, 0), (28, 0), (28, 1), (28, 1)]
        assert "nothing" in news.said
        assert "28 unread" in news.shown


async def test_what_another_program_did_is_undone_too(drive, other):
    other.mark_read([other.window(ListQuery(), 1)[0].id])
    async with drive() as news:
        await news.press("ctrl+z")
        assert unread(news) == 30


async def test_marking_in_a_search_marks_what_was_found(drive):
    async with drive(now=NOON + timedelta(hours=20, minutes=50)) as news:
        await news.press("slash")
        await news.type("bell")
        await news.press("enter", "A", "1")
        assert unread(news) == 30 - 3
        await news.press("ctrl+z", "A", "3")
        # Of the three, one is younger than a day; all others of the library are not asked for.
        marked = {row.title for row in news.library.window(ListQuery(), 99) if row.read}
        assert marked == {VALLEY[2][0], VALLEY[4][0]}
