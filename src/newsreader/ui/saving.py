"""Changes on their way to the disk: in order, one at a time, while the screen goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from newsreader.errors import NewsreaderError

if TYPE_CHECKING:
    from newsreader.model.change import Step
    from newsreader.ui.screens.main import MainScreen

__all__ = ["Saved", "Saver", "telling"]

_PAINTED_SECONDS = 0.02
"""So long after a key what it changed is painted; two threads that reckon at once would take twice as long for it."""


@dataclass
class Saved(Message):
    """A change came to its end.

    Attributes:
        what: what it was, in words.
        step: what undo takes back; None where nothing was to do, or where it failed.
        error: why it failed; None where it did not.
        after: what is to be done with the screen, once it is known how it ended.
    """

    what: str
    step: Step | None
    error: NewsreaderError | None
    after: Callable[[Saved], None]

    bubble = False


class Saver:
    """Does changes in a thread of its own and tells the application of each end by `Saved`."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="saving")
        self._begun = self._ended = 0

    @property
    def pending(self) -> int:
        """How many changes are on their way."""
        return self._begun - self._ended

    def save(self, what: str, change: Callable[[], Step | None], after: Callable[[Saved], None]) -> int:
        """Do *change* after those before it; *after* is called on the screen's thread, whatever came of it.

        Returns:
            The change's number, for `is_pending`.
        """
        self._begun += 1
        painted = time.monotonic() + _PAINTED_SECONDS

        def work() -> Step | None:
            time.sleep(max(0.0, painted - time.monotonic()))
            return change()

        done = self._threads.submit(work)
        done.add_done_callback(lambda done: self._app.post_message(_ended(what, done, after)))
        return self._begun

    def is_pending(self, number: int) -> bool:
        """Whether the change of that number is on its way."""
        return number > self._ended

    def ended(self) -> None:
        """Count one change as ended; called when its `Saved` has come."""
        self._ended += 1

    def close(self) -> None:
        """Wait until all is on the disk."""
        self._threads.shutdown()


def _ended(what: str, done: Future[Step | None], after: Callable[[Saved], None]) -> Saved:
    error = done.exception()
    if error is None:
        return Saved(what, done.result(), None, after)
    if isinstance(error, NewsreaderError):
        return Saved(what, None, error, after)
    raise error


def telling(screen: MainScreen, failed: Callable[[], None] | None, said: str) -> Callable[[Saved], None]:
    """Says on *screen* how a change ended: *said* once it is on the disk; else why not, and then *failed* is called."""

    def tell(saved: Saved) -> None:
        if saved.error is not None:
            about = f" ({Path(saved.error.subject).name})" if saved.error.subject else ""
            screen.status.say(f"not saved: {saved.what}; {saved.error.message}{about}", error=True)
            if failed is not None:
                failed()
        elif said:
            screen.status.say(said)
            screen.follower.count()  # who marked much looks there

    return tell
