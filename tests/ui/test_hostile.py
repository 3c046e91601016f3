"""Titles, texts, names and notes that mean harm: shown as the letters that they are, and never acted on."""

import re

import pytest
from textual.widgets import Input

from support.feeds import feed
from support.hostile import BAD, check
from support.news import ODD

MARK = "\u200e"


async def test_every_article_is_shown_as_it_is(drive):
    async with drive(size=(160, 50)) as news:
        await news.press("5", "G", "enter")
        for _ in ODD:
            check(news)
            await news.press("enter")
            check(news)
            await news.press("end")
            check(news)
            await news.press("escape", "j")
        assert news.library.counts().unread == 22


async def test_markup_is_letters(drive):
    async with drive(size=(160, 50)) as news:
        await news.press("5", "G", "enter", "enter")
        for words in (
            "[red]Markup[/] in a headline",
            "[bold]Not bold[/bold]",
            "[@click=app.quit]not a button[/]",
        ):
            assert words in news.shown
        assert "ARTICLES · [b]Odd[/] [@click=app.quit]Letters" in news.shown
        await news.press("n")
        assert "[link=https://evil.example]no link[/link] [/nothing] [[[" in news.shown


async def test_a_click_on_markup_does_nothing(drive):
    async with drive(size=(160, 50)) as news:
        await news.press("5", "G", "enter", "j", "enter")
        for y, line in enumerate(news.lines):
            x = line.find("@click")
            if x > 0:
                await news.pilot.click(offset=(x + 8, y))
        assert not news.app._exit


@pytest.mark.parametrize(
    "keys", [["B"], ["t"], ["D"], ["A"], ["slash"], ["3"], ["4"], ["question_mark"], ["ctrl+p"]]
)
async def test_no_dialog_takes_markup(drive, keys):
    async with drive() as news:
        await news.put_cursor(ODD[1][0])
        await news.press(*keys)
        check(news)


async def test_notes_tags_and_words_are_letters(drive):
    async with drive() as news:
        await news.press("B")
        first, second = news.app.screen.query(Input)
        first.value, second.value = BAD, BAD
        await news.pilot.pause()
        await news.press("enter", "enter")
        check(news)
        assert "[red]x[/]" in news.shown
        await news.press("escape", "B")
        check(news)
        await news.press("escape", "slash")
        news.app.screen.query_one(Input).value = BAD
        await news.pilot.pause()
        await news.press("enter")
        check(news)
        await news.press("4", "slash")
        news.app.screen.query_one("#filter", Input).value = BAD
        await news.pilot.pause()
        check(news)


@pytest.mark.parametrize(
    "name", ["[@click=app.quit]x.json", "esc\x1b]0;me\x07.json", "back\u202egnp.json", "line\n2.json"]
)
async def test_names_of_files_are_letters(drive, tmp_path, name):
    for path, words in (
        (tmp_path / f"nosuch-{name}", None),
        (tmp_path / name, "{"),
        (tmp_path / name, "feed"),
    ):
        if words is not None:
            path.write_text(feed([], title=BAD) if words == "feed" else words)
        async with drive(size=(250, 30)) as news:
            await news.press("a")
            news.app.screen.query_one(Input).value = str(path)
            await news.pilot.pause()
            check(news)
            await news.press("enter")
            check(news)
            await news.press("5", "G", "D")
            check(news)


async def test_folders_and_titles_given_by_hand_are_letters(drive, other, tmp_path):
    path = tmp_path / "x.json"
    path.write_text(feed([("1", "One", "words")]))
    other.add(str(path), title=BAD, folder=BAD)
    async with drive(size=(160, 30)) as news:
        await news.press("5", "j", "j")
        check(news)
        await news.press("G", "k", "D")
        check(news)


async def test_text_that_runs_from_the_right_stands_between_marks(drive):
    async with drive(size=(160, 50)) as news:
        await news.put_cursor(ODD[4][0])
        await news.press("b", "enter")
        found = list(re.finditer("[\u0590-\u08ff][\u0590-\u08ff .…]*", news.shown))
        assert len(found) >= 5
        for each in found:
            around = news.shown[each.start() - 1], news.shown[each.end()]
            assert around == (MARK, MARK), news.shown[each.start() - 20 : each.end() + 20]


async def test_wide_letters_are_cut_between_columns(drive):
    for width in (81, 100, 101, 160):
        async with drive(size=(width, 30)) as news:
            await news.put_cursor(ODD[3][0])
            await news.press("b")
            check(news)
            assert ODD[3][0][:8] in news.shown


async def test_the_long_word_is_broken_not_lost(drive):
    async with drive(size=(160, 50)) as news:
        await news.put_cursor(ODD[5][0])
        await news.press("enter")
        assert sum(line.count("x" * 10) for line in news.lines) >= 500 // 80
        assert sum(line.count("x") for line in news.lines) >= 500
        assert " end " in news.shown
