"""Work on many sources side by side, a few at a time for each host."""

from __future__ import annotations

import queue
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

__all__ = ["side_by_side"]

Job = TypeVar("Job")
Result = TypeVar("Result")

_AT_ONCE, _A_HOST = 16, 2


def side_by_side(
    jobs: Iterable[Job],
    work: Callable[[Job], Result],
    host: Callable[[Job], str],
    *,
    at_once: int = _AT_ONCE,
    a_host: int = _A_HOST,
) -> Iterator[tuple[Job, Result]]:
    """Do *work* on every job in threads; give each with its result as it ends, in no order.

    At most *at_once* are worked on together, *a_host* of them for one host. Work must raise nothing. When the iterator
    is closed early, jobs that were not begun are left out, and those that were end by themselves: the threads keep no
    program from ending.
    """
    crew = _Crew(list(jobs), work, host, a_host)
    if not crew.waiting:
        return
    left = len(crew.waiting)
    for _ in range(min(at_once, left)):
        threading.Thread(target=crew.run, daemon=True).start()
    try:
        for _ in range(left):
            yield crew.results.get()
    finally:
        crew.dismiss()


class _Crew(Generic[Job, Result]):
    """What the threads share."""

    def __init__(
        self, jobs: list[Job], work: Callable[[Job], Result], host: Callable[[Job], str], a_host: int
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
            host, job = taken
            self.results.put((job, self._work(job)))
            with self._change:
                self._busy[host] -= 1
                self._change.notify_all()

    def dismiss(self) -> None:
        """Begin nothing more."""
        with self._change:
            self.waiting.clear()
            self._change.notify_all()

    def _take(self) -> tuple[str, Job] | None:
        with self._change:
            while self.waiting:
                for place, (host, job) in enumerate(self.waiting):
                    if self._busy[host] < self._a_host:
                        del self.waiting[place]
                        self._busy[host] += 1
                        return host, job
                self._change.wait()
        return None
