"""Searching titles and texts from the line above ARTICLES."""

import pytest

from support.news import HARBOUR, ODD, VALLEY

BELLS = {HARBOUR[2][0], VALLEY[2][0], VALLEY[4][0]}


async def search(news, words):
    await news.press("slash")
    await news.type(words)
    await news.settle()


async def test_what_is_found_is_shown_while_words_are_typed(drive):
    async with drive() as news:
        await search(news, "bell")
        assert set(news.titles()) == BELLS
        assert "SEARCH · bell · 3 found" in news.shown
        assert news.reading == news.title
        await news.type(" orch")
        await news.settle()
        assert "0 found" in news.shown
        assert "No article has these words." in news.shown
        assert "escape leaves the search" in news.shown


@pytest.mark.parametrize("key", ["enter", "tab", "down"])
async def test_from_the_line_to_what_was_found(drive, key):
    async with drive() as news:
        await search(news, "bell")
        await news.press(key)
        assert (news.focus, set(news.titles())) == ("articles", BELLS)
        await news.press("j", "enter")
        assert (news.focus, news.reading) == ("text", news.title)
        assert news.title in BELLS
        assert news.library.counts().unread == 29


async def test_enter_finds_without_waiting(drive):
    async with drive() as news:
        await news.pilot.press("slash")
        await news.type("bell")
        await news.pilot.press("enter")
        await news.settle()
        assert set(news.titles()) == BELLS
        await news.press("j")
        assert news.main.articles.cursor == 1


@pytest.mark.parametrize("where", ["line", "list", "text"])
async def test_escape_leaves_the_search(drive, where):
    async with drive() as news:
        await news.press("j", "j", "j")
        await search(news, "bell")
        if where != "line":
            await news.press("enter")
        if where == "text":
            await news.press("enter", "escape")
        await news.press("escape")
        assert len(news.titles()) == 30
        assert (news.focus, news.title) == ("articles", HARBOUR[1][0])
        assert not news.main.query("#search")
        assert "ARTICLES · " in news.shown


async def test_a_search_that_was_left_does_not_come_back(drive):
    async with drive() as news:
        await news.pilot.press("slash", "b", "e", "escape")
        await news.settle()
        assert len(news.titles()) == 30
        assert "SEARCH" not in news.shown


async def test_going_to_a_source_leaves_the_search(drive):
    async with drive() as news:
        await search(news, "bell")
        await news.press("enter", "5", "j", "j")
        assert set(news.titles()) == {title for title, _ in HARBOUR + VALLEY}
        assert not news.main.query("#search")


async def test_an_empty_line_searches_nothing(drive):
    async with drive() as news:
        await search(news, "")
        await news.press("enter")
        assert (news.focus, len(news.titles())) == ("articles", 30)
        assert not news.main.query("#search")


async def test_words_can_be_changed(drive):
    async with drive() as news:
        await search(news, "bell")
        await news.press("enter", "slash")
        await news.press(*["backspace"] * 4)
        await news.type("oyster")
        await news.press("enter")
        assert news.titles() == [HARBOUR[3][0]]


async def test_while_typing_all_but_a_few_keys_are_text(drive):
    async with drive() as news:
        await search(news, "bell")
        found = news.titles(), news.main.articles.cursor
        for key in ("ctrl+z", "ctrl+y", "f1", "ctrl+p", "pagedown", "up", "end", "home", "shift+tab"):
            await news.press(key)
            assert news.main.query_one("#search").has_focus, key
            assert (news.titles(), news.main.articles.cursor) == found, key
        await news.press("end")
        await news.type("5Aq?:")
        assert news.main.query_one("#search").value == "bell5Aq?:"
        assert len(news.library.sources()) == 3
        await news.press("ctrl+q")
        assert news.app._exit


async def test_a_wrong_query_is_said(drive):
    async with drive() as news:
        await search(news, "is:nothing")
        assert "is:" in news.said
        await news.press("escape")
        assert len(news.titles()) == 30


async def test_an_empty_view_after_a_search_speaks_of_itself(drive):
    async with drive() as news:
        await search(news, "nosuchword")
        await news.press("escape", "5", "j")
        assert news.main.articles.count() == 0
        assert "these words" not in news.shown


async def test_other_scripts_are_found(drive):
    async with drive() as news:
        for words, title in (("ストライキ", ODD[3][0]), ("الميناء", ODD[4][0])):
            await search(news, words)
            assert news.titles() == [title]
            await news.press("escape")


async def test_markup_in_the_words_is_text(drive):
    async with drive() as news:
        await search(news, "[red]")
        assert "SEARCH · [red] · 1 found" in news.shown
