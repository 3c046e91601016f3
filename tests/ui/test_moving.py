"""Moving in lists and texts, between panes, and from article to article."""

import pytest

from newsreader.ui.panes import PANES
from support.news import HARBOUR, ODD, VALLEY

NEWEST = [HARBOUR[0][0], VALLEY[0][0], ODD[0][0], HARBOUR[1][0]]


async def test_the_cursor_moves_in_articles_and_text_follows(drive):
    async with drive() as news:
        assert (news.focus, news.title, news.reading) == ("articles", NEWEST[0], NEWEST[0])
        for key, row in (("down", 1), ("j", 2), ("j", 3), ("up", 2), ("k", 1)):
            await news.press(key)
            assert (news.title, news.reading) == (NEWEST[row], NEWEST[row]), key


async def test_the_cursor_goes_by_pages_and_to_both_ends(drive):
    async with drive() as news:
        await news.press("up")
        assert news.main.articles.cursor == 0
        await news.press("pagedown")
        page = news.main.articles.cursor
        assert 1 < page < 10
        await news.press("pageup")
        assert news.main.articles.cursor == 0
        for end, top in (("end", "home"), ("G", "g")):
            await news.press(end, "down")
            assert news.title == HARBOUR[-1][0]
            assert HARBOUR[-1][0] in news.shown
            await news.press(top)
            assert news.title == NEWEST[0]


async def test_keys_scroll_in_a_text(drive):
    async with drive() as news:
        await news.press("enter")
        text = news.main.text
        places = []
        for key in ("j", "down", "pagedown", "end", "pageup", "k", "up", "G", "home", "end", "g"):
            await news.press(key)
            places.append(text.scroll_offset.y)
        last = text.max_scroll_y
        j, down, page, end, *rest = places
        assert (j, down, end) == (1, 2, last)
        assert 2 < page < last
        assert (rest[1], rest[2]) == (rest[0] - 1, rest[0] - 2)
        assert rest[3:] == [last, 0, last, 0]
        assert news.title == NEWEST[0]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)])
async def test_tab_goes_through_all_panes_and_back(drive, size):
    async with drive(size=size) as news:
        seen = []
        for _ in PANES:
            await news.press("tab")
            seen.append(news.focus)
        assert seen == ["text", "related", "bookmarks", "sources", "articles"]
        back = []
        for _ in PANES:
            await news.press("shift+tab")
            back.append(news.focus)
        assert back == ["sources", "bookmarks", "related", "text", "articles"]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_numbers_go_to_panes_which_are_then_seen(drive, size):
    async with drive(size=size) as news:
        for key, pane in (
            ("5", "sources"),
            ("2", "text"),
            ("4", "bookmarks"),
            ("3", "related"),
            ("1", "articles"),
        ):
            await news.press(key)
            assert news.focus == pane
            assert pane.upper() in news.shown


async def test_sideways(drive):
    async with drive() as news:
        seen = []
        for key in ("h", "left", "right", "l", "l", "h", "left", "right"):
            await news.press(key)
            seen.append(news.focus)
        assert seen == ["sources", "sources", "articles", "related", "related", "text", "sources", "articles"]


async def test_articles_are_those_of_the_source_under_the_cursor(drive):
    async with drive() as news:
        await news.press("5", "G")
        assert news.titles()[0] == ODD[0][0]
        await news.press("k")
        assert news.titles() == [title for title, _ in VALLEY]
        await news.press("enter")
        assert (news.focus, news.title) == ("articles", VALLEY[0][0])
        assert "ARTICLES · Valley Post · 10 unread" in news.shown


async def test_enter_opens_and_reads(drive):
    async with drive() as news:
        assert "30 unread" in news.shown
        await news.press("j", "enter")
        assert (news.focus, news.reading) == ("text", NEWEST[1])
        assert "29 unread" in news.shown


async def test_looking_is_not_reading(drive):
    async with drive() as news:
        await news.press("j", "j", "tab", "tab", "1", "k")
        assert "30 unread" in news.shown


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_back_goes_to_the_list(drive, key):
    async with drive() as news:
        for there in ("enter", "3", "4", "5", "2"):
            await news.press(there, key)
            assert (news.focus, news.app.is_running) == ("articles", True)


async def test_escape_at_the_top_stays_and_q_leaves(drive):
    async with drive() as news:
        await news.press("escape")
        assert news.focus == "articles"
        assert not news.app._exit
        await news.press("q")
        assert news.app._exit


async def test_sources_are_gone_through_without_going_there(drive):
    async with drive() as news:
        await news.press("J", "J", "J")
        assert (news.focus, set(news.titles())) == ("articles", {title for title, _ in HARBOUR})
        await news.press("2", "J")
        assert (news.focus, set(news.titles())) == ("articles", {title for title, _ in VALLEY})
        await news.press("K", "K", "K", "K", "K", "K")
        assert len(news.titles()) == 30
        await news.press("5", "J")
        assert news.focus == "sources"
