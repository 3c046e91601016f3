"""What is put off, a machine that is slow, and a screen that is gone by then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from newsreader.ui.asking import Asker
from newsreader.ui.pace import Pace


@pytest.mark.parametrize("is_running", [True, False])
async def test_what_was_put_off_is_left_when_the_screen_was_closed(is_running: bool) -> None:
    put_off: asyncio.Queue[Callable[[], None]] = asyncio.Queue()
    done: list[str] = []
    screen: Any = SimpleNamespace(
        is_mounted=True,
        is_running=is_running,
        call_next=put_off.put_nowait,
        attempt=lambda what: what(),
    )
    Asker(screen, Pace()).soon("ahead", 0.01, lambda: done.append("done"))
    (await put_off.get())()
    assert done == ["done"] * is_running


class _Screen(Screen[None]):
    def attempt(self, what: Callable[[], object]) -> None:
        what()


async def test_what_was_put_off_is_done_however_late_the_wait_for_it_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds = count()
    async with App[None]().run_test() as pilot:
        screen: Any = _Screen()
        await pilot.app.push_screen(screen)
        # As if each time between two looks at the clock another program had its turn, for a second.
        monkeypatch.setattr("textual._time.get_time", lambda: float(next(seconds)))
        asker, done = Asker(screen, Pace()), asyncio.Event()
        asker.soon("text", 0.01, done.set)
        await asyncio.wait_for(done.wait(), 10)
        assert not asker.is_put_off("text")
