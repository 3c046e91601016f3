"""Work on many sources side by side, a few at a time for each host."""

from __future__ import annotations

import queue
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

__all__ = ["side_by_side"]

Job = TypeVar("Job")
Result = TypeVar("Result")

_AT_ONCE, _A_HOST = 16, 2


def side_by_side(
    jobs: Iterable[Job],
    work: Callable[[Job, Callable[[], None]], Result],
    host: Callable[[Job], str],
    *,
    weight: Callable[[Result], int] = lambda _: 1,
    most: int = 1,
    patience: float | None = None,
    at_once: int = _AT_ONCE,
    a_host: int = _A_HOST,
) -> Iterator[list[tuple[Job, Result]]]:
    """Do *work* on every job in threads; give each with its result as it ends, in no order.

    At most *at_once* are worked on together, *a_host* of them for one host: work calls its second argument once it is
    done with the host, or else is when it ends. Work must raise nothing. Results that are there already are given
    together, until their weights come to *most*; where none came for *patience* seconds, none are given: None waits.

    When the iterator is closed early, jobs that were not begun are left out, and those that were end by themselves: the
    threads keep no program from ending.
    """
    crew = _Crew(list(jobs), work, host, a_host)
    left = len(crew.waiting)
    for _ in range(min(at_once, left)):
        threading.Thread(target=crew.run, daemon=True).start()
    try:
        while left:
            group = crew.ended(weight, most, patience)
            left -= len(group)
            yield group
    finally:
        crew.dismiss()


class _Crew(Generic[Job, Result]):
    """What the threads share."""

    def __init__(
        self,
        jobs: list[Job],
        work: Callable[[Job, Callable[[], None]], Result],
        host: Callable[[Job], str],
        a_host: int,
    ) -> None:
        self.waiting = deque((host(job), job) for job in jobs)
        self.results: queue.SimpleQueue[tuple[Job, Result]] = queue.SimpleQueue()
        self._work = work
        self._a_host = a_host
        self._busy: Counter[str] = Counter()
        self._change = threading.Condition()

    def run(self) -> None:
        """Work until nothing is left."""
        while (taken := self._take()) is not None:
            place, job = taken
            self.results.put((job, self._work(job, place.leave)))
            place.leave()

    def ended(
        self, weight: Callable[[Result], int], most: int, patience: float | None
    ) -> list[tuple[Job, Result]]:
        """Wait for a result; it, and those that are there too, as long as they weigh less than *most*."""
        try:
            group = [self.results.get(timeout=patience)]
        except queue.Empty:
            return []
        heavy = weight(group[0][1])
        while heavy < most and not self.results.empty():
            group.append(self.results.get())
            heavy += weight(group[-1][1])
        return group

    def left(self, host: str) -> None:
        """Let another job of *host* begin."""
        with self._change:
            self._busy[host] -= 1
            self._change.notify_all()

    def dismiss(self) -> None:
        """Begin nothing more."""
        with self._change:
            self.waiting.clear()
            self._change.notify_all()

    def _take(self) -> tuple[_Place, Job] | None:
        with self._change:
            while self.waiting:
                for place, (host, job) in enumerate(self.waiting):
                    if self._busy[host] < self._a_host:
                        del self.waiting[place]
                        self._busy[host] += 1
                        return _Place(self, host), job
                self._change.wait()
        return None


class _Place:
    """One of the places at a host; who has it gives it up once."""

    def __init__(self, crew: _Crew[Any, Any], host: str) -> None:
        self._crew: _Crew[Any, Any] | None = crew
        self._host = host

    def leave(self) -> None:
        crew, self._crew = self._crew, None
        if crew is not None:
            crew.left(self._host)
