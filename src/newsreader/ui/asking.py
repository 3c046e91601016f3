"""Questions to the library, asked behind the screen where the answer may take longer than a frame."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from newsreader.errors import NewsreaderError, UnknownArticleError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from newsreader.ui.pace import Pace
    from newsreader.ui.screens.main import MainScreen

__all__ = ["Asker"]

T = TypeVar("T")

_HALF_A_FRAME = 0.008  # seconds


def _nothing() -> None:
    pass


class Asker:
    """Asks in threads, and answers on the thread of its screen."""

    def __init__(self, screen: MainScreen, pace: Pace) -> None:
        self._screen = screen
        self._pace = pace
        self._timers: dict[str, TimerHandle] = {}
        self._numbers: dict[str, int] = {}

    def soon(self, name: str, seconds: float, what: Callable[[], None]) -> None:
        """Do something in a while, unless something else of that name comes first, as when a key is held down."""
        self.stop(name)

        def now() -> None:
            if self._timers.get(name) is not timer:
                return  # stopped when it was on its way already
            del self._timers[name]
            if self._is_there:
                self._screen.attempt(what)

        # Not by Textual's timer: that leaves out what it is late for, and of something done once nothing is left then.
        timer = get_running_loop().call_later(seconds, self._screen.call_next, now)
        self._timers[name] = timer

    def rested(self, name: str, seconds: float, what: Callable[[], None], *, held: float) -> None:
        """As `soon`, 0 for at once, and not before *held* seconds without a key where keys come fast: they go first."""

        def now_or_later() -> None:
            left = self._pace.left(held) if self._pace.is_fast else 0.0
            if left:
                self.soon(name, left, now_or_later)
            else:
                what()

        if seconds:
            self.soon(name, seconds, now_or_later)
        else:
            self.stop(name)
            now_or_later()

    def is_put_off(self, name: str) -> bool:
        """Whether something of that name is to be done in a while."""
        return name in self._timers

    def stop(self, name: str) -> None:
        """Do no more what was put off under that name."""
        if name in self._timers:
            self._timers.pop(name).cancel()

    def drop(self, name: str) -> None:
        """Take no answer to a question of that name any more, nor ask one that was put off."""
        self.stop(name)
        self._numbers[name] = self._numbers.get(name, 0) + 1

    def ask(
        self,
        name: str,
        question: Callable[[], T],
        answered: Callable[[T], None],
        failed: Callable[[], None] = _nothing,
        *,
        at_once: bool = False,
    ) -> None:
        """Ask the library in a thread; only the answer to the newest question of that name counts.

        Args:
            name: tells questions of one kind from others.
            question: asked in the thread.
            answered: called on the screen's thread with the answer.
            failed: called there instead, after the error was said.
            at_once: wait for the answer half a frame, so that it is painted together with what asked for it; where
                the disk is slower, it is answered later as always.
        """
        number = self._numbers[name] = self._numbers.get(name, 0) + 1

        def is_wanted() -> bool:
            return self._numbers[name] == number and self._is_there

        def answer_with(answer: T) -> None:
            if is_wanted():
                self._screen.attempt(lambda: answered(answer))

        if at_once:
            started = self._thread.submit(question)
            if _is_answered(started):
                answer_with(started.result())
                return
            question = started.result

        def work() -> None:
            try:
                answer = question()
            except UnknownArticleError:
                return  # removed meanwhile; the list will say so
            except NewsreaderError as error:
                if is_wanted():
                    self._screen.app.call_from_thread(lambda error=error: self._failed(error, failed))
                return
            if is_wanted():
                self._screen.app.call_from_thread(answer_with, answer)

        self._screen.run_worker(work, name=name, group=name, thread=True, exclusive=True, exit_on_error=False)

    @property
    def _is_there(self) -> bool:
        """Whether the screen still has its panes: while the reader is left, what was begun before may come back."""
        return self._screen.is_mounted and self._screen.is_running

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # not before a key wants it

        return ThreadPoolExecutor(1, "at once")

    def _failed(self, error: NewsreaderError, failed: Callable[[], None]) -> None:
        self._screen.say_error(error)
        failed()


def _is_answered(started: Future[T]) -> bool:
    """Whether the answer came within half a frame; what went wrong is none."""
    from concurrent.futures import wait

    wait((started,), _HALF_A_FRAME)
    return started.done() and started.exception() is None
