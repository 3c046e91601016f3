"""The last line: what can be pressed, where else one can go, and what is said."""

import pytest


def bar(news):
    return news.lines[-1].rstrip()


@pytest.mark.parametrize(
    ("keys", "ways"),
    [
        ([], "3 related  5 sources"),
        (["3"], "5 sources  4 bookmarks"),
        (["5"], "3 related  4 bookmarks"),
        (["4"], "3 related  5 sources"),
        (["enter"], "3 related  5 sources"),
    ],
)
async def test_a_narrow_screen_says_what_goes_to_the_panes_out_of_sight(drive, keys, ways):
    async with drive(size=(80, 24)) as news:
        await news.press(*keys)
        assert bar(news).endswith(ways)
        assert "? help" in bar(news)


async def test_where_all_panes_are_in_sight_nothing_need_be_said_of_them(drive):
    async with drive(size=(160, 50)) as news:
        assert "sources" not in bar(news)
        await news.press("w", "5")
        assert "SOURCES is hidden" in bar(news)
        news.main.status.say("")
        await news.pilot.pause()
        assert bar(news).endswith("5 sources")
        await news.press("2", "z")
        assert bar(news).endswith("3 related  5 sources  4 bookmarks")
        await news.press("q")
        await news.pilot.resize_terminal(80, 24)
        await news.settle()
        assert "3 related" in bar(news)


async def test_a_message_takes_the_place_of_ways_but_not_of_help(drive):
    async with drive(size=(80, 24)) as news:
        await news.press("i", "escape", "5", "i")
        assert "i does nothing here (Details)" in bar(news)
        assert "? help" in bar(news)


async def test_a_broad_screen_shows_more_keys_behind_the_others(drive):
    async with drive(size=(100, 30)) as news:
        few = bar(news).removesuffix("? help")
    async with drive(size=(160, 50)) as news:
        assert bar(news).startswith(few)
        assert "f filter" in bar(news)
        assert bar(news).endswith("? help")


@pytest.mark.parametrize("key", ["slash", "f"])
async def test_while_words_are_typed_the_keys_are_those_of_the_line(drive, key):
    async with drive(size=(80, 24)) as news:
        before = bar(news)
        await news.press(key, "s", "t")
        assert bar(news) == " enter to what is found  esc leave"
        await news.press("escape")
        assert bar(news) == before


async def test_an_empty_list_has_no_keys_of_articles(drive):
    async with drive() as news:
        await news.press("slash")
        await news.type("nosuchword")
        await news.press("enter")
        assert news.main.articles.count() == 0
        assert "read" not in bar(news)
        assert "bookmark" not in bar(news)


async def test_a_key_that_another_command_took_is_no_way_to_a_pane(drive, tmp_path):
    from newsreader.config import load

    path = tmp_path / "settings.toml"
    path.write_text('[keys]\npane-related = []\npane-sources = "ctrl+g"\n')
    async with drive(size=(80, 24), config=load(path)) as news:
        assert bar(news).endswith("^g sources")
        assert "related" not in bar(news)
