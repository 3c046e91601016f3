"""Changes on their way to the disk, and which of them is late."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Event
from types import SimpleNamespace
from typing import Any

from newsreader.ui.saving import Saved, Saver
from newsreader.ui.widgets.status_bar import StatusBar


def test_a_change_is_pending_until_its_own_end_came() -> None:
    told: SimpleQueue[Any] = SimpleQueue()
    app: Any = SimpleNamespace(post_message=told.put)
    saver, go_on = Saver(app), Event()
    first = saver.save("quick", lambda: None, lambda _: None)
    second = saver.save("slow", lambda: go_on.wait() and None, lambda _: None)
    assert isinstance(told.get(), Saved)
    saver.ended()
    assert (saver.is_pending(first), saver.is_pending(second), saver.pending) == (False, True, 1)
    go_on.set()
    told.get()
    saver.ended()
    assert (saver.is_pending(second), saver.pending) == (False, 0)
    saver.close()


def test_the_end_of_one_thing_is_not_the_end_of_another() -> None:
    bar = StatusBar()
    bar.busy("refresh", "refreshing 3 of 9")
    bar.busy("save", "saving")
    assert bar.message == "saving"
    bar.busy("save", "")
    assert bar.message == "refreshing 3 of 9"
    bar.busy("refresh", "")
    assert bar.message == ""
