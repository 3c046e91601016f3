"""Garbage and keys."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest

from newsreader.ui.collecting import collect_at_rest
from newsreader.ui.pace import Pace


class App:
    """An application that does nothing but wait."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.look: Callable[[], None] = lambda: None

    def set_interval(self, _seconds: float, look: Callable[[], None]) -> None:
        self.look = look


class Link:
    """Holds itself, so that nothing but a collection lets it go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_what_is_old_is_let_go_when_keys_rest():
    now = 100.0
    pace = Pace(lambda: now)
    app = App(pace)
    collect_at_rest(app)
    link = Link()
    gone = weakref.ref(link)
    gc.collect(0)
    gc.collect(0)  # it is old now
    del link
    pace.pressed()
    app.look()
    assert gone() is not None
    now += 1
    app.look()
    assert gone() is None


def test_nothing_is_looked_at_where_nothing_was_made(monkeypatch):
    app = App(Pace(lambda: 100.0))
    collect_at_rest(app)
    gc.collect()
    monkeypatch.setattr(gc, "collect", lambda: pytest.fail("nothing was made"))
    app.look()
