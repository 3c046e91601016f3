"""Keys typed faster than the reader answers."""

import asyncio

import pytest
from textual import events
from textual.widget import Widget
from textual.widgets import Input

from newsreader.ui.typing import InOrder


def line(news):
    return next((line.value for line in news.app.screen.query(Input)), "")


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["/escapes"], "escapes"),
        (["a/no/quibble"], "/no/quibble"),
        (["ax", "escape", "j/j"], "j"),
        (["/bell", "enter", "enter", "/z"], "z"),
        (["?", "escape", "/quick"], "quick"),
        ([*["/x", "escape"] * 10, "/y"], "y"),
    ],
)
async def test_each_key_goes_where_the_one_before_led(drive, keys, value):
    async with drive() as news:
        news.at_once(*keys)
        await news.until(lambda: line(news).endswith(value))
        await news.settle()
        assert line(news) in (value, "bell" + value)  # the words of a search stay in its line


class Slow(Widget, can_focus=True):
    """Gives the focus to its neighbour, when it gets to it."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.keys = []

    async def on_key(self, event):
        self.keys.append(event.key)
        await self.gate.wait()
        self.app.query_one(Input).focus()


class SlowReader(InOrder):
    def compose(self):
        yield Slow()
        yield Input()


async def test_a_slow_answer_loses_no_key(monkeypatch):
    monkeypatch.setattr("newsreader.ui.typing._STUCK_SECONDS", 0.01)
    app = SlowReader()
    async with app.run_test() as pilot:
        slow = app.query_one(Slow)
        for key in "abc":
            app.post_message(events.Key(key, key))
        await pilot.pause(0.1)
        slow.gate.set()
        while len(slow.keys) + len(app.query_one(Input).value) < 3:
            await pilot.pause(0.01)
        assert (slow.keys, app.query_one(Input).value) == (["a"], "bc")


async def test_a_paste_goes_where_the_key_before_led(drive):
    async with drive() as news:
        news.at_once("/")
        news.app.post_message(events.Paste("ferry"))
        await news.until(lambda: line(news) == "ferry")


async def test_as_many_steps_as_keys(drive):
    async with drive() as news:
        news.at_once("j" * 25)
        await news.until(lambda: news.main.articles.cursor == 25)


async def test_keys_behind_the_one_that_leaves_are_for_nobody(drive):
    async with drive() as news:
        app = news.app
    assert not app.screen_stack
    await app._hand_on(events.Key("j", "j"))
    app._settle(app._turn)


async def test_what_a_key_changed_is_painted_while_it_is_still_followed(drive, monkeypatch):
    async with drive() as news:
        settle = InOrder._settle
        # As if the focus went on and on.
        monkeypatch.setattr(InOrder, "_settle", lambda app, _: app._follow(app.focused or app.screen))
        news.at_once("j")
        await news.until(lambda: news.main.articles.cursor == 1)
        await news.until(lambda: not news.app._batch_count)
        monkeypatch.setattr(InOrder, "_settle", settle)


def stack(news):
    return [type(screen).__name__ for screen in news.app.screen_stack]


@pytest.mark.parametrize("opened", ["question_mark", "ctrl+p", "w", "a", "i"])
async def test_what_closes_a_dialog_twice_closes_nothing_else(drive, opened):
    async with drive() as news:
        await news.press(opened)
        dialog = news.app.screen
        dialog.dismiss(None)
        dialog.dismiss(None)
        await news.settle()
        assert stack(news) == ["MainScreen"]
        await news.press("w")
        dialog.dismiss(None)
        await news.settle()
        assert stack(news) == ["MainScreen", "ChooseScreen"]


@pytest.mark.parametrize("name", ["Theme", "Zen", "Hot", "sources"])
async def test_enter_typed_many_times_in_the_palette_does_what_one_does(drive, name):
    async with drive() as news:
        await news.press("ctrl+p")
        await news.type(name)
        await news.until(lambda: news.app.screen.query_one("CommandList").option_count)
        news.at_once(*["enter"] * 4)
        await news.settle()
        assert stack(news)[0] == "MainScreen"


@pytest.mark.parametrize("rows", [5, 6, 8, 24])
@pytest.mark.parametrize("typed", ["", "qqqq"])
async def test_pages_of_an_empty_palette_are_none(drive, rows, typed):
    async with drive(size=(80, rows)) as news:
        for key in ("ctrl+p", "pageup", "pagedown", *typed, "pageup", "pagedown", "up", "down"):
            news.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await news.settle()
        await news.press("pageup", "pagedown", "escape")
        assert stack(news) == ["MainScreen"]
