"""Refreshing while the reader is open, from a server on loopback."""

import os
import threading

import pytest

from newsreader.library.library import open_library
from newsreader.model.settings import Config
from newsreader.ui.refreshing import Progress
from newsreader.ui.upkeep import _bar, _summed
from support.feeds import THREE, feed
from support.server import Reply, serving

QUIET = Config(refresh_interval=None)


@pytest.fixture
def server():
    with serving() as made:
        yield made


@pytest.fixture
def subscribed(tmp_path, server):
    """A library of one feed that was never read."""
    url = server.on("/feed", Reply(body=feed(THREE, title="Far Paper").encode()))
    library = open_library(tmp_path / "far")
    library.add(url, fetch=False)
    library.close()
    return tmp_path / "far"


def ended(news):
    return lambda: not news.main.upkeep._refresher.is_running


async def test_what_is_due_is_read_after_the_first_screen(drive, subscribed):
    async with drive(subscribed, children=True) as news:
        await news.until(lambda: news.main.articles.count() == 3)
        await news.until(ended(news))
        await news.settle()
        assert "Far Paper" in news.shown


async def test_nothing_is_read_by_itself_where_the_settings_say_so(drive, subscribed, server):
    async with drive(subscribed, children=True, config=QUIET) as news:
        await news.press("j", "k")
        assert server.paths() == []
        await news.press("ctrl+r")
        await news.until(lambda: news.said == "3 new articles")
        await news.until(ended(news))


async def test_one_source_is_read_alone(drive, subscribed, server):
    library = open_library(subscribed)
    library.add(server.on("/other", Reply(body=feed(THREE).encode())), fetch=False)
    library.close()
    async with drive(subscribed, children=True, config=QUIET) as news:
        await news.press("R")
        assert server.paths() == []  # there is no article yet, and so none of a source
        await news.press("5", "G")
        row = news.main.source_here
        await news.press("R")
        await news.until(lambda: news.said == "3 new articles")
        await news.until(ended(news))
        assert server.paths() == ["/" + row.source.address.rpartition("/")[2]]


async def test_a_refresh_under_way_is_let_alone(drive, subscribed, server):
    gate = threading.Event()
    server.on("/feed", Reply(body=b"late", wait=gate))
    async with drive(subscribed, children=True, config=QUIET) as news:
        await news.pilot.press("ctrl+r")
        await news.until(lambda: server.paths())
        await news.pilot.press("5", "G", "R")
        await news.until(lambda: news.said == "a refresh is under way; ^r stops it")
        await news.pilot.press("ctrl+r")
        await news.until(ended(news))
    gate.set()


async def test_keys_answer_while_a_server_hangs_and_the_refresh_can_be_stopped(drive, subscribed, server):
    gate = threading.Event()
    server.on("/feed", Reply(body=b"late", wait=gate))
    async with drive(subscribed, children=True, config=QUIET) as news:
        await news.pilot.press("ctrl+r")
        await news.until(lambda: server.paths())
        await news.pilot.press("5", "1", "question_mark")
        await news.until(lambda: "Keys that work here" in news.shown)
        await news.pilot.press("escape")
        assert "0 of 1" in news.lines[-1]
        await news.pilot.press("ctrl+r")
        await news.until(lambda: news.said.startswith("stopped after 0 of 1"))
        await news.until(ended(news))
    gate.set()


async def test_trouble_is_counted_and_told(drive, subscribed, server):
    server.on("/feed", Reply(410))
    async with drive(subscribed, children=True, config=QUIET, size=(120, 30)) as news:
        await news.press("ctrl+r")
        await news.until(lambda: "1 in trouble" in news.said)
        await news.until(ended(news))
        await news.settle()
        await news.press("X")
        assert "Sources in trouble" in news.shown
        await news.press("escape")
        await news.until(ended(news))
        await news.press("5", "G")
        await news.until(lambda: "!!" in news.shown)
        await news.press("i")
        assert "gone for good, says its server" in news.shown
        await news.press("escape", "1", "ctrl+p")
        await news.type("trouble")
        await news.settle()
        await news.press("down", "enter")
        assert "it is gone for good, says the server; remove it, its articles stay until then" in news.shown
        await news.press("enter", "escape")
        assert news.focus == "sources"
        await news.press("D", "1")
        assert news.library.sources() == []


def test_progress_in_words():
    assert _bar(Progress(done=3, total=12, troubled=1)).endswith("3 of 12  1 in trouble")
    assert _summed(Progress(done=12, total=12, new=1, ended=True)) == "1 new article"
    assert _summed(Progress(done=12, total=12, ended=True)) == "nothing new"
    assert _summed(Progress(done=2, total=12, new=3, stopped=True)) == "stopped after 2 of 12: 3 new articles"
    assert (
        _summed(Progress(done=400, total=400, offline=400))
        == "no connection: 400 of 400 sources wait for one"
    )


async def test_the_child_lets_the_screen_go_first(drive, subscribed, server):
    gate = threading.Event()
    server.on("/feed", Reply(body=b"late", wait=gate))
    async with drive(subscribed, children=True, config=QUIET) as news:
        await news.pilot.press("ctrl+r")
        await news.until(lambda: server.paths())
        child = news.main.upkeep._refresher._process.pid
        assert os.getpriority(os.PRIO_PROCESS, child) > os.getpriority(os.PRIO_PROCESS, 0)
        await news.pilot.press("ctrl+r")
        await news.until(ended(news))
    gate.set()


async def test_how_a_refresh_fares_is_told_to_no_screen_that_was_left(drive, subscribed):
    async with drive(subscribed, children=True, config=QUIET) as news:
        upkeep = news.main.upkeep
        await news.press("ctrl+q")
    upkeep._told(Progress(total=1))
    upkeep._told(Progress(total=1, ended=True))
