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


def widths(news):
    columns = {"sources": "#sources", "center": "#articles", "side": "#related"}
    return {column: news.main.query_one(pane).region.width for column, pane in columns.items()}


def heights(news):
    names = ("articles", "text", "related", "bookmarks")
    return {name: news.main.query_one(f"#{name}").region.height for name in names}


async def drag(news, begin, end):
    await news.pilot.mouse_down(offset=begin)
    await news.pilot.hover(offset=((begin[0] + end[0]) // 2, (begin[1] + end[1]) // 2))
    await news.pilot.hover(offset=end)
    await news.pilot.mouse_up(offset=end)
    await news.settle()


@pytest.mark.parametrize("begin", [29, 30])
async def test_the_border_of_sources_is_dragged(drive, begin):
    async with drive(size=(160, 50)) as news:
        await drag(news, (begin, 20), (44, 3))
        assert (widths(news), news.focus) == ({"sources": 45, "center": 73, "side": 42}, "articles")


@pytest.mark.parametrize("begin", [117, 118])
async def test_the_border_of_related_is_dragged(drive, begin):
    async with drive(size=(160, 50)) as news:
        await drag(news, (begin, 20), (100, 49))
        assert widths(news) == {"sources": 30, "center": 70, "side": 60}


@pytest.mark.parametrize("down", [0, 1])
async def test_the_border_under_articles_is_dragged(drive, down):
    async with drive(size=(160, 50)) as news:
        border = news.main.articles.region.bottom - 1
        await drag(news, (60, border + down), (90, 29))
        assert (heights(news)["articles"], heights(news)["text"], news.focus) == (30, 19, "articles")


async def test_the_border_under_related_is_dragged(drive):
    async with drive(size=(160, 50)) as news:
        await drag(news, (140, news.main.related.region.bottom), (140, 9))
        assert (heights(news)["related"], heights(news)["bookmarks"]) == (10, 39)


async def test_no_pane_is_dragged_away(drive):
    async with drive(size=(100, 30)) as news:
        await drag(news, (23, 10), (0, 10))
        await drag(news, (70, 10), (0, 10))
        await drag(news, (40, news.main.articles.region.bottom), (40, 29))
        assert min(*widths(news).values(), *heights(news).values()) >= 10 - 2
        await drag(news, (50, news.main.articles.region.bottom), (50, 0))
        assert heights(news)["articles"] >= 3


async def test_what_was_dragged_is_so_at_the_next_start_on_any_terminal(drive):
    async with drive(size=(160, 50)) as news:
        await drag(news, (29, 20), (39, 20))
        await drag(news, (80, news.main.articles.region.bottom - 1), (80, 31))
        await news.press("ctrl+q")
    async with drive(size=(160, 50)) as news:
        assert (widths(news)["sources"], heights(news)["articles"]) == (40, 32)
        await news.pilot.resize_terminal(120, 50)
        await news.settle()
        assert (widths(news)["sources"], widths(news)["side"]) == (30, 30)
        await news.pilot.resize_terminal(80, 24)
        await news.press("5")
        assert widths(news)["sources"] == 32
        assert heights(news)["articles"] == 23


async def test_a_hidden_pane_leaves_its_room_to_the_other(drive):
    async with drive(size=(160, 50)) as news:
        await drag(news, (80, news.main.articles.region.bottom - 1), (80, 9))
        await news.press("w", "2")
        assert heights(news)["articles"] == 49


async def test_on_a_narrow_screen_the_column_that_is_in_sight_is_dragged(drive):
    async with drive(size=(80, 24)) as news:
        await news.press("5")
        await drag(news, (31, 10), (24, 10))
        assert (widths(news)["sources"], news.focus) == (25, "sources")
        await news.press("3")
        await drag(news, (46, 10), (40, 10))
        assert (widths(news)["side"], news.focus) == (40, "related")
        await news.pilot.resize_terminal(100, 30)
        await news.settle()
        assert (widths(news)["sources"], widths(news)["side"]) == (24, 30)


async def test_keys_move_the_same_borders(drive):
    async with drive(size=(160, 50)) as news:
        first = heights(news)
        await news.press("5", ">", ">")
        assert widths(news)["sources"] == 38
        await news.press("<", "1", ">")
        assert widths(news) == {"sources": 34, "center": 88, "side": 38}
        await news.press("}", "2", "{")
        assert heights(news)["articles"] > first["articles"] + 2
        await news.press("}", "}", "3", "}", "4", "{")
        assert heights(news)["articles"] == first["articles"]
        assert heights(news)["related"] > first["related"]
        await news.press("w", "6")
        assert (heights(news), widths(news)) == (first, {"sources": 30, "center": 88, "side": 42})
        await news.press("5", "}")
        assert "} does nothing here" in news.said


async def test_with_related_hidden_the_center_takes_from_sources(drive):
    async with drive(size=(160, 50)) as news:
        await news.press("w", "3", "w", "4", ">")
        assert widths(news) == {"sources": 26, "center": 134, "side": 0}


@pytest.mark.parametrize(
    "sizes", [b"7", b'{"sources": "x", "side": 1.5, "articles": 0, "no": 0.5, "related": null}']
)
async def test_sizes_that_mean_nothing_are_passed_over(drive, data, sizes):
    (data / "place.json").write_bytes(b'{"sizes": %s}' % sizes)
    async with drive(size=(160, 50)) as news:
        assert widths(news) == {"sources": 30, "center": 88, "side": 42}
