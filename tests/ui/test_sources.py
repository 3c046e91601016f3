"""Adding and removing sources; a library that has none."""

import json
from pathlib import Path

import pytest

from newsreader.model.query import ListQuery
from support.feeds import THREE, feed
from support.news import HARBOUR, ODD, VALLEY


async def add(news, path):
    await news.press("a")
    await news.type(str(path))
    await news.press("enter")


@pytest.fixture
def nothing(tmp_path):
    """A data directory that is not there yet."""
    return tmp_path / "nothing"


async def test_a_path_is_added(drive, tmp_path):
    path = tmp_path / "third.json"
    path.write_text(feed(THREE, title="Third Paper"))
    async with drive() as news:
        await add(news, path)
        assert news.said == "Third Paper: 3 new articles"
        assert (news.focus, set(news.titles())) == ("articles", {"One", "Two", "Three"})
        assert news.main.sources.current.title == "Third Paper"
        assert "ARTICLES · Third Paper · 3 unread" in news.shown
        await news.press("ctrl+z")
        assert "Third Paper" not in [row.source.title for row in news.library.sources()]
        assert "Third Paper" not in news.lines[6]


async def test_adding_what_is_there_adds_nothing(drive, template):
    async with drive() as news:
        await add(news, template.parent / "valley.json")
        assert "Valley Post: 0 new articles" in news.said
        assert len(news.library.sources()) == 3


WRONG = {"nosuch.json": None, "empty.xml": b"", "bytes.bin": bytes(range(256)) * 20}


@pytest.mark.parametrize("name", WRONG)
async def test_what_cannot_be_added_is_said_in_a_line(drive, tmp_path, name):
    path = tmp_path / name
    if WRONG[name] is not None:
        path.write_bytes(WRONG[name])
    async with drive(size=(200, 30)) as news:
        before = news.titles()
        await add(news, path)
        assert name in news.lines[-1]
        assert (news.focus, news.titles(), len(news.library.sources())) == ("articles", before, 3)
        # Nothing is under way any more: another try is taken.
        await add(news, Path(__file__))
        assert len(news.library.sources()) == 4


async def test_adding_can_be_left(drive):
    async with drive() as news:
        await news.press("a")
        assert "Add a source" in news.shown
        await news.type("/nosuch")
        await news.press("escape")
        assert (news.focus, news.said) == ("articles", "")
        await news.press("a", "space", "enter")
        assert (news.focus, news.said) == ("articles", "")


async def test_removing_asks_first(drive):
    async with drive() as news:
        await news.press("5", "G", "D")
        assert "Remove this source?" in news.shown
        assert "8 articles go" in news.shown
        for leave in ("escape", "2", "q"):
            await news.press(leave)
            assert len(news.library.sources()) == 3
            await news.press("D")
        await news.press("enter")
        assert [row.source.title for row in news.library.sources()] == ["Harbour Daily", "Valley Post"]
        assert len(news.titles()) == 22
        assert "ARTICLES · 22 unread" in news.shown
        assert (news.main.sources.current.title, news.focus) == ("All", "sources")


async def test_removing_is_undone_with_marks_and_bookmarks(drive):
    async with drive() as news:
        await news.press("b", "r", "5", "j", "j", "j", "D", "1")
        assert (len(news.titles()), news.library.counts().unread) == (18, 18)
        await news.press("ctrl+z")
        assert (len(news.titles()), news.library.counts().unread) == (30, 29)
        await news.press("1", "g")
        assert (news.title, news.main.articles.current.bookmarked) == (HARBOUR[0][0], True)


async def test_in_articles_the_source_of_the_article_is_removed(drive):
    async with drive() as news:
        await news.press("j", "D", "1")
        assert {row.source.title for row in news.library.sources()}.isdisjoint({"Valley Post"})
        assert len(news.titles()) == len(HARBOUR) + len(ODD)
        assert VALLEY[0][0] not in news.shown


async def test_nothing_is_removed_where_no_source_is(drive):
    async with drive() as news:
        await news.press("5", "D")
        assert news.app.screen is news.main


async def test_an_empty_library_says_what_to_press(drive, nothing):
    async with drive(nothing) as news:
        assert "Welcome." in news.shown
        for words in ("a   add a feed file", "s   open the samples", "?   all keys", "q   leave"):
            assert words in news.shown
        for key in ("j", "enter", "space", "n", "p", "r", "A", "b", "B", "t", "slash", "o", "y", "D", "z"):
            await news.press(key)
            assert (news.app.screen is news.main, news.focus) == (True, "articles"), key
        await news.press("tab", "tab", "tab", "tab", "tab", "question_mark")
        assert "Open the samples" in news.shown
        await news.press("escape", "q")
        assert news.app._exit


async def test_the_first_source_of_an_empty_library(drive, nothing, template):
    async with drive(nothing) as news:
        await add(news, template.parent / "harbour.json")
        assert news.titles() == [title for title, _ in HARBOUR]
        assert "Welcome" not in news.shown
        await news.press("s")
        assert len(news.library.bookmarks()) == 1


async def test_the_samples(drive, nothing):
    samples = pytest.importorskip("newsreader.samples")
    async with drive(nothing) as news:
        await news.press("s")
        assert len(news.library.sources()) == len(samples.sample_names())
        assert news.main.articles.count() == len(news.library.view(ListQuery(folded=True))) > 0
        assert "the samples are here" in news.said
        assert "Welcome" not in news.shown


async def test_half_a_feed_is_added_and_said(drive, tmp_path):
    path = tmp_path / "half.json"
    items = [*json.loads(feed(THREE))["items"], "no item"]
    path.write_text(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Half", "items": items})
    )
    async with drive() as news:
        await add(news, path)
        assert news.main.articles.count() == 3
        assert "Half: 3 new articles" in news.said


async def test_folders_stand_inside_one_another_and_hold_what_is_inside(drive):
    async with drive(size=(100, 30)) as news:
        rows = {row.source.title: row.source for row in news.library.sources()}
        news.library.change_source(rows["Valley Post"].id, folder="News/Local")
        news.library.change_source(rows["Harbour Daily"].id, folder="News/Abroad")
        await news.settle()
        await news.press("5", "g", "j", "j", "enter")
        assert "ARTICLES · News · " in news.shown
        assert set(news.titles()) == {title for title, _ in (*HARBOUR, *VALLEY)}
        lines = [line[1:22].rstrip(" │0123456789") for line in news.lines[3:9]]
        assert lines[:5] == [" ▾ News", "  ▾ Abroad", "    Harbour Daily", "  ▾ Local", "    Valley Post"]
        await news.press("ctrl+q")
    async with drive() as news:
        assert news.main.views.query == ListQuery(folder="News")
