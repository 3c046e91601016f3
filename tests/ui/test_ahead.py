"""Texts that are read before a key wants them."""

import pytest

from newsreader.library.library import Library
from newsreader.model.query import ListQuery
from newsreader.ui.ahead import Ahead
from newsreader.ui.reading import Reading
from support.news import VALLEY


def unreadable(*_):
    raise AssertionError("nothing was to be read")


async def test_the_next_text_is_there_before_its_key(drive, monkeypatch):
    async with drive() as news:
        await news.press("j")
        monkeypatch.setattr(Library, "article", unreadable)
        news.at_once("j")
        await news.until(lambda: news.main.articles.cursor == 2 and news.reading == news.title)
        monkeypatch.undo()


async def test_the_next_text_is_painted_with_its_row(drive, monkeypatch):
    async with drive() as news:
        await news.press("j")
        monkeypatch.setattr("newsreader.ui.views._PREVIEW_SECONDS", 3600.0)
        news.app.pace._last = 0.0  # the key before was long ago
        news.at_once("j")
        await news.until(lambda: news.main.articles.cursor == 2 and news.reading == news.title)


async def test_what_was_opened_is_not_read_again(drive, monkeypatch):
    async with drive() as news:
        await news.press("j")
        monkeypatch.setattr(Library, "article", unreadable)
        news.at_once("enter")
        await news.until(lambda: "29 unread" in news.shown)
        assert news.reading == VALLEY[0][0]
        monkeypatch.undo()


async def test_after_a_change_the_next_text_is_read_anew(drive, monkeypatch):
    async with drive() as news:
        await news.press("j")
        monkeypatch.setattr("newsreader.ui.following._REST_SECONDS", 60.0)  # that would read it too
        below = news.main.articles.row_at(news.main.articles.cursor + 1)
        read = []
        monkeypatch.setattr(Ahead, "read", lambda _self, row, _width: read.append(row.id))
        news.at_once("b")
        await news.until(lambda: below.id in read)
        assert not news.main.saver.pending


async def test_a_bookmark_made_meanwhile_is_shown(drive, other):
    async with drive() as news:
        await news.press("j")
        below = other.window(ListQuery(), 3)[2]
        other.bookmark([below.id], note="from outside")
        await news.press("j")
        await news.until(lambda: "from outside" in "\n".join(news.lines))
        assert news.main.text.reading.bookmark.note == "from outside"


def test_another_mark_changes_no_text_and_a_bookmark_does(other):
    rows = other.window(ListQuery(), 2)
    ahead = Ahead(other, lambda row: Reading(other.article(row.id), other.row(row.id)))
    assert ahead.get(rows[0]) is None
    ahead.read(rows[0], 60)
    other.mark_read([rows[0].id, rows[1].id])
    ready = ahead.get(other.row(rows[0].id))
    assert ready is not None
    assert ready.reading.row.read
    other.bookmark([rows[1].id])
    assert ahead.get(rows[0]) is None


@pytest.mark.parametrize("width", [-2, 0, 1, 3])
def test_a_pane_too_narrow_for_words_has_no_lines(other, width):
    (row,) = other.window(ListQuery(), 1)
    ahead = Ahead(other, lambda row: Reading(other.article(row.id), row))
    assert ahead.read(row, width).lines == ()


def test_the_last_few_are_kept(other):
    rows = other.window(ListQuery(), 10)
    ahead = Ahead(other, lambda row: Reading(other.article(row.id), row))
    for row in rows:
        ahead.read(row, 60)
    assert [row for row in rows if ahead.get(row)] == rows[-4:]
