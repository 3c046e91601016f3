"""What is read again when the library changed: what the change is about, and that when the keys rest."""

from collections import Counter

import pytest

from newsreader.index.vectors import Nearest
from newsreader.library.library import Library
from newsreader.model.query import ListQuery
from newsreader.ui.widgets.article_list import ArticleList
from support.news import HARBOUR, VALLEY

ASKED = ("view", "rows", "sources", "bookmarks", "article", "related")


@pytest.fixture
def asked(monkeypatch):
    """How often the library was asked what, by any thread."""
    counted = Counter()

    def counting(name, real):
        def ask(self, *args, **how):
            if not getattr(args[0] if args else None, "text", ""):  # TEXT asks for the tellings of its story
                counted[name] += 1
            return real(self, *args, **how)

        return ask

    for name in ASKED:
        monkeypatch.setattr(Library, name, counting(name, getattr(Library, name)))
    return counted


def newest(library, count=1):
    return [row.id for row in library.window(ListQuery(), count)]


async def test_marks_are_read_without_lists_texts_and_bookmarks(drive, other, asked):
    async with drive() as news:
        asked.clear()
        other.mark_read(newest(other, 2)[1:])
        await news.until(lambda: "29 unread" in news.shown)
        await news.settle()
        assert set(asked) <= {"rows", "sources"}
        assert asked["sources"] == 1
        assert news.main.articles.row_at(1).read


async def test_what_was_related_is_read_without_sources_and_texts(drive, other, asked):
    async with drive() as news:
        with other._context.index.batch():
            keys = [row.key for row in other.window(ListQuery(), 2)]
            other._context.index.vectors.put_nearest({keys[0]: Nearest([keys[1]], [0.9])})
        asked.clear()
        await news.until(lambda: asked["related"])
        await news.settle()
        assert set(asked) == {"related"}


async def test_a_bookmark_is_read_without_the_list(drive, other, asked):
    async with drive() as news:
        asked.clear()
        other.bookmark(newest(other), note="from outside")
        await news.until(lambda: "from outside" in news.shown)
        await news.settle()
        assert asked["view"] == 0
        assert asked["bookmarks"] == 1


async def test_an_article_that_did_not_change_is_not_laid_out_again(drive, other, monkeypatch):
    async with drive() as news:
        laid_out = []
        monkeypatch.setattr(news.main.text, "_set_lines", lambda: laid_out.append(1))
        news.main.follower.reload()
        await news.settle()
        assert news.reading == HARBOUR[0][0]
        assert not laid_out


async def test_nothing_is_read_again_while_keys_are_pressed(drive, other, asked, monkeypatch):
    async with drive() as news:
        monkeypatch.setattr("newsreader.ui.following._REST_SECONDS", 1000)
        await news.pilot.press("j")
        await news.until(lambda: news.reading == VALLEY[0][0])
        asked.clear()
        other.mark_read(newest(other))
        for _ in range(5):
            await news.pilot.pause(0.03)  # some polls
        assert asked["sources"] == 0
        monkeypatch.setattr("newsreader.ui.following._REST_SECONDS", 0)
        await news.until(lambda: "29 unread" in news.shown)


async def test_a_key_that_is_held_down_reads_the_text_where_it_rests(drive, asked, monkeypatch):
    async with drive() as news:
        monkeypatch.setattr("newsreader.ui.views._HELD_SECONDS", 2.0)  # a slow machine takes its time
        monkeypatch.setattr(ArticleList, "soon", lambda _: [])  # what a key may want next is read too
        news.at_once("j")
        await news.until(lambda: news.reading == VALLEY[0][0])
        await news.settle()
        asked.clear()
        news.at_once("j" * 20)
        await news.until(lambda: news.main.articles.cursor == 21)
        await news.until(lambda: news.reading == news.title)
        await news.settle()
        assert news.reading == news.title
        assert asked["article"] == 1
