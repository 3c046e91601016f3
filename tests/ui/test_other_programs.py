"""A library that other programs change, a hand damages, or a cleaner empties, while the reader is open."""

import json
import shutil
import subprocess
import sys

from newsreader.library.library import Library
from newsreader.model.query import ListQuery
from support.feeds import THREE, feed
from support.news import HARBOUR, VALLEY


async def test_what_another_process_does_is_shown_within_a_poll(drive, data):
    async with drive() as news:
        row = news.main.articles.row_at(1)
        command = [sys.executable, "-m", "newsreader", "--data-dir", str(data)]
        subprocess.run(
            [*command, "bookmark", row.id, "--note", "from outside"], check=True, capture_output=True
        )
        await news.until(lambda: "from outside" in news.shown)
        assert f"★ {VALLEY[0][0][:20]}" in news.shown
        subprocess.run([*command, "read", row.id], check=True, capture_output=True)
        await news.until(lambda: "29 unread" in news.shown)
        assert (news.title, news.focus) == (HARBOUR[0][0], "articles")


async def test_new_articles_come_in_above_and_the_cursor_stays(drive, other, tmp_path):
    path = tmp_path / "new.json"
    path.write_text(feed(THREE, title="Third Paper"))
    async with drive() as news:
        await news.press("j", "enter")
        other.add(str(path))
        await news.until(lambda: "Third Paper" in news.shown)
        await news.settle()
        assert (news.title, news.reading, news.focus) == (VALLEY[0][0], VALLEY[0][0], "text")
        assert len(news.titles()) == 33


async def test_a_source_that_goes_takes_its_articles_along(drive, other):
    async with drive() as news:
        await news.press("5", "j", "j", "j", "enter", "j", "enter")
        other.remove([row.source.id for row in other.sources() if row.source.title == "Harbour Daily"])
        await news.pilot.press("r", "b", "B", "escape", "y")
        await news.settle()
        assert news.titles() == []
        assert "Harbour Daily" not in news.lines[4]
        await news.press("5", "g", "enter")
        assert len(news.titles()) == 18


async def test_the_last_source_that_goes_leaves_the_first_screen(drive, other):
    async with drive() as news:
        other.remove([row.source.id for row in other.sources()])
        await news.until(lambda: "Welcome." in news.shown)
        assert "samples" in news.lines[-1]


async def test_damaged_bookmarks_are_said_and_left_alone(drive, data, other):
    other.bookmark([other.window(ListQuery(), 1)[0].id])
    async with drive() as news:
        (data / "bookmarks.json").write_bytes(b'{"half": ')
        for keys in (["enter", "b"], ["1", "B"], ["4", "slash"], ["1", "j", "b"]):
            await news.press(*keys)
            await news.press("escape", "escape")
            assert not news.app._exit
        assert "bookmarks.json" in news.said
        await news.press("1", "r")
        assert (data / "bookmarks.json").read_bytes() == b'{"half": '


async def test_a_damaged_article_file_is_said(drive, data):
    async with drive() as news:
        for path in data.glob("sources/*/articles-*.json"):
            path.write_bytes(path.read_bytes()[:300])
        await news.press("j", "j", "j")
        assert "articles-0001.json" in news.said
        assert len(news.titles()) == 30


async def test_damage_found_at_the_start_is_said(drive, data):
    path = next(data.glob("sources/*/states-*.json"), None) or next(data.glob("sources/*/articles-*.json"))
    path.write_bytes(b"[")
    async with drive() as news:
        assert path.name in news.said


async def test_an_index_that_is_deleted_comes_back(drive, data):
    async with drive() as news:
        shutil.rmtree(data / "cache")
        await news.press("j", "r")
        await news.until(lambda: news.library.counts().articles == 30)
        await news.settle()
        assert len(news.titles()) == 30
        assert "29 unread" in news.shown


async def test_an_index_that_is_not_there_at_the_start_is_made(drive, data):
    shutil.rmtree(data / "cache")
    async with drive() as news:
        await news.until(lambda: len(news.titles()) == 30)
        await news.settle()
        assert (news.title, news.reading) == (HARBOUR[0][0], HARBOUR[0][0])
        assert "30 unread" in news.shown


async def test_while_the_index_is_made_nobody_is_welcomed_to_an_empty_library(drive, data, monkeypatch):
    shutil.rmtree(data / "cache")
    with monkeypatch.context() as patch:
        patch.setattr(Library, "catch_up", lambda _: False)
        async with drive() as news:
            assert "One moment: your library is being read." in news.shown
            assert "Welcome" not in news.shown
            patch.undo()
            news.library.catch_up()
            await news.until(lambda: len(news.titles()) == 30)
            await news.settle()
            assert "One moment" not in news.shown


async def test_a_library_of_a_newer_format_is_said(drive, data):
    async with drive() as news:
        path = data / "library.json"
        found = json.loads(path.read_text())
        path.write_text(json.dumps(found).replace('"format": 1', '"format": 99'))
        assert path.read_text() != json.dumps(found)
        await news.press("r")
        assert "not saved" in news.said
        assert not news.main.articles.current.read
