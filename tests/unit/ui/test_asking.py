"""What is put off, and a screen that is gone by then."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from newsreader.ui.asking import Asker
from newsreader.ui.pace import Pace


@pytest.mark.parametrize("is_running", [True, False])
def test_what_was_put_off_is_left_when_the_screen_was_closed(is_running: bool) -> None:
    put_off: list[Callable[[], None]] = []
    done: list[str] = []
    screen: Any = SimpleNamespace(
        is_mounted=True,
        is_running=is_running,
        set_timer=lambda _, what: put_off.append(what),
        attempt=lambda what: what(),
    )
    Asker(screen, Pace()).soon("ahead", 0.01, lambda: done.append("done"))
    put_off[0]()
    assert done == ["done"] * is_running
