"""Where one was comes back at the next start."""

import pytest

from support.making import NOON
from support.news import HARBOUR, ODD, VALLEY


@pytest.mark.parametrize("leave", ["q", "ctrl+q"])
async def test_source_and_article_come_back(drive, leave):
    async with drive() as news:
        await news.press("5", "j", "j", "j", "j", "enter", "j", "j", leave)
        assert news.app._exit
    async with drive() as news:
        assert (news.focus, news.title, news.reading) == ("articles", VALLEY[2][0], VALLEY[2][0])
        assert news.titles() == [title for title, _ in VALLEY]
        assert news.main.sources.current.title == "Valley Post"
        assert "ARTICLES · Valley Post" in news.shown


async def test_the_text_comes_back_where_it_was_scrolled_to(drive):
    async with drive() as news:
        await news.press("j", "k", "enter", "pagedown", "j")
        y = news.main.text.scroll_offset.y
        first = news.lines[15]
        assert y > 5
        await news.press("ctrl+q")
    async with drive() as news:
        assert (news.focus, news.reading, news.main.text.scroll_offset.y) == ("text", HARBOUR[0][0], y)
        assert news.lines[15] == first
        await news.press("escape", "j", "k")
        assert news.main.text.scroll_offset.y == 0


@pytest.mark.parametrize("title", [HARBOUR[2][0], HARBOUR[-1][0]])
async def test_an_article_further_down_comes_back(drive, title, monkeypatch):
    monkeypatch.setattr("newsreader.ui.views._FIRST", 5)
    async with drive() as news:
        await news.put_cursor(title)
        await news.press("enter", "j", "ctrl+q")
    async with drive() as news:
        assert (news.title, news.reading) == (title, title)
        assert len(news.titles()) == 30
        assert title[:20] in news.shown


async def test_folder_bookmarks_theme_and_zen_come_back(drive):
    async with drive() as news:
        news.app.theme = "newsreader-light"
        await news.press("b", "5", "j", "enter", "z", "ctrl+q")
    async with drive() as news:
        assert (news.app.theme, news.titles()) == ("newsreader-light", [HARBOUR[0][0]])
        assert news.main.has_class("zen")
        assert news.focus == "text"
        await news.press("escape", "5", "j", "enter", "q")
    async with drive() as news:
        assert set(news.titles()) == {title for title, _ in HARBOUR + VALLEY}
        assert not news.main.has_class("zen")


async def test_a_search_is_no_place(drive):
    async with drive() as news:
        await news.press("j", "slash")
        await news.type("bell")
        await news.press("enter", "j", "ctrl+q")
    async with drive() as news:
        assert (len(news.titles()), news.title) == (30, VALLEY[0][0])


async def test_a_related_article_is_not_taken_for_that_of_the_list(drive):
    async with drive() as news:
        await news.put_cursor(VALLEY[0][0])
        await news.press("3", "enter", "end", "ctrl+q")
        assert news.reading == HARBOUR[0][0]
    async with drive() as news:
        assert (news.title, news.main.text.scroll_offset.y) == (VALLEY[0][0], 0)


async def test_what_is_gone_is_passed_over(drive, other):
    async with drive() as news:
        await news.press("5", "G", "enter", "j", "ctrl+q")
    other.remove([next(row.source.id for row in other.sources() if "Odd" in row.source.title)])
    async with drive() as news:
        assert (news.focus, news.title, len(news.titles())) == ("articles", HARBOUR[0][0], 22)


@pytest.mark.parametrize(
    "place",
    [
        b"", b"{", b"[]", b'{"source": 5, "article": [], "scroll": "x", "pane": "nosuch", "theme": 3}',
        b'{"source": "nosuch"}', b'{"folder": "nosuch"}', b'{"scroll": -5, "zen": 1, "theme": "nosuch"}',
    ],
)  # fmt: skip
async def test_a_place_that_means_nothing_is_passed_over(drive, data, place):
    (data / "place.json").write_bytes(place)
    async with drive() as news:
        assert (news.focus, news.title) == ("articles", HARBOUR[0][0])
        assert {HARBOUR[-1][0], ODD[0][0], VALLEY[-1][0]} <= set(news.titles())


async def test_a_quit_from_a_dialog_remembers_too(drive):
    async with drive() as news:
        await news.press("j", "j", "t", "ctrl+q")
        assert news.app._exit
    async with drive() as news:
        assert news.title == ODD[0][0]


async def test_what_was_pressed_last_is_saved_before_the_reader_is_left(drive, other):
    async with drive() as news:
        await news.pilot.press("b", "ctrl+q")
    assert [kept.article.entry.title for kept in other.bookmarks()] == [HARBOUR[0][0]]
    assert other.bookmarks()[0].kept_at == int(NOON.timestamp() * 1000)
