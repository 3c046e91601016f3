"""Hiding panes, and rows of one line or two."""

import pytest

from newsreader.config import load
from support.news import HARBOUR, VALLEY


def in_sight(news):
    return [
        pane
        for pane in ("sources", "articles", "text", "related", "bookmarks")
        if news.main.query_one(f"#{pane}").size
    ]


@pytest.mark.parametrize(
    ("number", "pane"), [("2", "text"), ("3", "related"), ("4", "bookmarks"), ("5", "sources")]
)
async def test_a_pane_is_hidden_and_shown_again(drive, number, pane):
    async with drive() as news:
        await news.press("w")
        assert f"{pane.upper()}: hide" in news.shown
        await news.press(number)
        assert (pane in in_sight(news), news.focus, len(in_sight(news))) == (False, "articles", 4)
        await news.press("w", number)
        assert len(in_sight(news)) == 5


@pytest.mark.parametrize("size", [(100, 30), (80, 24)])
async def test_a_hidden_pane_is_there_while_it_has_the_focus(drive, size):
    async with drive(size=size) as news:
        for number in "2345":
            await news.press("w", number)
        assert in_sight(news) == ["articles"]
        for number, pane in {"3": "related", "4": "bookmarks", "5": "sources"}.items():
            await news.press(number)
            assert set(in_sight(news)) == {"articles", pane}
            await news.press("1")
            assert in_sight(news) == ["articles"]


async def test_without_its_preview_an_article_is_opened_over_the_list(drive):
    async with drive(size=(80, 24)) as news:
        await news.press("w", "2", "j", "enter")
        assert (in_sight(news), news.reading) == (["text"], VALLEY[0][0])
        assert VALLEY[0][0] in news.lines[1]
        await news.press("q")
        assert (in_sight(news), news.title) == (["articles"], VALLEY[0][0])


@pytest.mark.parametrize("key", ["n", "space"])
async def test_what_is_marked_read_is_in_sight(drive, key):
    async with drive() as news:
        await news.press("w", "2", key)
        assert (news.focus, news.main.text.size.height > 0) == ("text", True)
        assert news.main.articles.current.read
        await news.press("q")
        assert news.focus == "articles"


async def test_what_was_hidden_is_hidden_at_the_next_start(drive):
    async with drive() as news:
        await news.press("w", "5", "w", "3", "w", "4", "w", "1", "ctrl+q")
    async with drive() as news:
        assert in_sight(news) == ["articles", "text"]
        assert news.main.articles.row_height == 1
        await news.press("w", "5", "w", "1", "ctrl+q")
    async with drive() as news:
        assert (in_sight(news), news.main.articles.row_height) == (["sources", "articles", "text"], 2)


@pytest.mark.parametrize(
    "place",
    [b'{"hidden": 7, "row_lines": "x"}', b'{"hidden": ["articles", "nosuch", [], null], "row_lines": 9}'],
)
async def test_an_arrangement_that_means_nothing_is_passed_over(drive, data, place):
    (data / "place.json").write_bytes(place)
    async with drive() as news:
        assert (len(in_sight(news)), news.main.articles.row_height) == (5, 2)


async def test_rows_of_one_line_name_their_source(drive):
    async with drive(size=(140, 40)) as news:
        await news.press("w", "1")
        assert HARBOUR[0][0] in news.lines[1]
        assert "Harbour Daily" in news.lines[1]
        assert VALLEY[0][0] in news.lines[2]
        await news.press("j", "j", "j", "pagedown")
        assert news.title in news.shown


async def test_a_low_list_has_one_line_an_article(drive):
    async with drive(size=(80, 24)) as news:
        assert news.main.articles.row_height == 1
        await news.pilot.resize_terminal(80, 60)
        await news.settle()
        assert news.main.articles.row_height == 2
        await news.press("w", "1")
        await news.pilot.resize_terminal(80, 24)
        await news.settle()
        await news.press("w", "1")
        assert news.main.articles.row_height == 2


async def test_commands_of_the_palette_do_the_same(drive):
    async with drive() as news:
        news.main.action_do("toggle-sources")
        news.main.action_do("row-lines")
        await news.settle()
        assert ("sources" in in_sight(news), news.main.articles.row_height) == (False, 1)


async def test_the_settings_file_wins_over_what_was_chosen_before(drive, tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('hide = ["related", "bookmarks"]\narticle_lines = 1\n')
    async with drive() as news:
        await news.press("w", "5", "ctrl+q")
    async with drive(config=load(path)) as news:
        assert (in_sight(news), news.main.articles.row_height) == (["sources", "articles", "text"], 1)
        await news.press("w", "3")
        assert "related" in in_sight(news)
