"""Bookmarks with their notes and tags, and the pane that has them."""

import pytest

from newsreader.model.query import ListQuery
from support.news import HARBOUR, VALLEY


def kept(news):
    """Headline, note and tags of every bookmark, newest kept first."""
    return [(each.article.entry.title, each.note, each.tags) for each in news.library.bookmarks()]


@pytest.mark.parametrize("key", ["b", "s"])
async def test_a_bookmark_comes_and_goes(drive, key):
    async with drive() as news:
        await news.press("j", key)
        assert kept(news) == [(VALLEY[0][0], "", ())]
        assert f"★ {VALLEY[0][0][:20]}" in news.shown
        assert news.said == "bookmarked"
        await news.press(key)
        assert kept(news) == []
        assert "★" not in news.shown
        assert "Press b on an article" in news.shown


async def test_a_bookmark_brings_back_its_note_and_tags(drive):
    async with drive() as news:
        await news.press("B")
        await news.type("ask Olga")
        await news.press("tab")
        await news.type("ports #strike, ports")
        await news.press("enter")
        assert kept(news) == [(HARBOUR[0][0], "ask Olga", ("ports", "strike"))]
        await news.press("b", "b")
        assert kept(news) == [(HARBOUR[0][0], "ask Olga", ("ports", "strike"))]


async def test_note_and_tags_are_edited_and_shown(drive):
    async with drive() as news:
        await news.press("B")
        assert HARBOUR[0][0] in news.shown
        await news.type("old")
        await news.press("enter", "B")
        await news.press("backspace", "backspace", "backspace")
        await news.type("new words")
        await news.press("enter")
        assert kept(news) == [(HARBOUR[0][0], "new words", ())]
        assert "★ new words" in news.shown
        await news.press("B")
        await news.press("end", "x", "escape")
        assert kept(news) == [(HARBOUR[0][0], "new words", ())]


async def test_a_note_of_several_lines_keeps_them(drive, other):
    row = other.window(ListQuery(), 1)[0]
    other.bookmark([row.id], note="one\ntwo")
    async with drive() as news:
        await news.press("B", "tab", "x", "enter")
        assert kept(news) == [(HARBOUR[0][0], "one\ntwo", ("x",))]
        await news.press("B", "end", "!", "enter")
        assert kept(news) == [(HARBOUR[0][0], "one two!", ("x",))]


async def test_tagging_bookmarks(drive):
    async with drive() as news:
        await news.press("t")
        await news.type("ports")
        await news.press("enter")
        assert kept(news) == [(HARBOUR[0][0], "", ("ports",))]
        await news.press("t")
        await news.type("bells")
        await news.press("enter")
        assert kept(news) == [(HARBOUR[0][0], "", ("bells", "ports"))]
        assert "#bells #ports" in news.shown
        await news.press("t", "escape")
        assert kept(news) == [(HARBOUR[0][0], "", ("bells", "ports"))]


async def test_no_letter_typed_into_a_dialog_is_a_command(drive):
    async with drive() as news:
        await news.press("t")
        await news.type("qrb/?Anjz5")
        assert news.library.counts().unread == 30
        await news.press("enter")
        assert kept(news) == [(HARBOUR[0][0], "", ("qrb/?Anjz5",))]


async def test_the_pane_of_bookmarks(drive, other):
    rows = {row.title: row.id for row in other.window(ListQuery(), 99)}
    for title in (HARBOUR[4][0], HARBOUR[5][0], HARBOUR[6][0]):
        other.bookmark([rows[title]])
    async with drive() as news:
        await news.press("4", "j", "enter")
        first, second, third = (title for title, *_ in kept(news))
        assert (news.focus, news.reading, news.title) == ("text", second, HARBOUR[0][0])
        assert {first, second, third} == {HARBOUR[4][0], HARBOUR[5][0], HARBOUR[6][0]}
        await news.press("backspace")
        assert news.reading == HARBOUR[0][0]
        await news.press("4", "b")
        assert [title for title, *_ in kept(news)] == [first, third]


async def test_bookmarks_are_filtered(drive, other):
    rows = {row.title: row.id for row in other.window(ListQuery(), 99)}
    other.bookmark([rows[HARBOUR[4][0]]], note="with Olga", tags=["fun"])
    other.bookmark([rows[HARBOUR[5][0]]])
    async with drive() as news:
        pane = news.main.bookmarks
        await news.press("4", "slash")
        for words, count in (("olga", 1), (" fun", 1), (" nosuch", 0)):
            await news.type(words)
            await news.settle()
            assert pane.count() == count
        assert "these words." in news.shown
        await news.press("escape")
        assert (pane.count(), news.focus) == (2, "bookmarks")
        await news.press("slash")
        await news.type("night")
        await news.press("enter", "b")
        assert [title for title, *_ in kept(news)] == [HARBOUR[5][0]]
        await news.press("escape")
        assert pane.count() == 1


async def test_a_bookmark_outlives_its_source(drive):
    async with drive() as news:
        await news.press("b", "5", "j", "j", "j", "D", "1")
        assert HARBOUR[0][0] not in news.titles()
        await news.press("4", "enter")
        assert (news.reading, news.focus) == (HARBOUR[0][0], "text")
        assert "Paragraph 1" in news.shown
        await news.press("r", "r", "B")
        await news.type("still here")
        await news.press("enter")
        assert kept(news) == [(HARBOUR[0][0], "still here", ())]


async def test_the_view_of_bookmarks(drive):
    async with drive() as news:
        await news.press("b", "j", "j", "j", "b", "5", "j")
        assert news.titles() == [HARBOUR[0][0], HARBOUR[1][0]]
        assert "ARTICLES · Bookmarks" in news.shown


async def test_undo_brings_a_bookmark_back(drive):
    async with drive() as news:
        await news.press("b", "b", "ctrl+z")
        assert kept(news) == [(HARBOUR[0][0], "", ())]
        assert "★" in news.shown
        await news.press("ctrl+z")
        assert kept(news) == []
        assert "★" not in news.shown
