"""Side by side, a few at a time for each host."""

import threading
from collections import Counter
from collections.abc import Callable
from itertools import chain

import pytest

from newsreader.refresh.parallel import side_by_side


class Work:
    """Notes how many jobs of a host are done together."""

    def __init__(self) -> None:
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.together = 0
        self.lock = threading.Lock()
        self.gate = threading.Barrier(3)

    def __call__(self, job: str, left: Callable[[], None]) -> str:
        host = job[0]
        with self.lock:
            self.now[host] += 1
            self.most[host] = max(self.most[host], self.now[host])
            self.together = max(self.together, sum(self.now.values()))
        threading.Event().wait(0.001)
        with self.lock:
            self.now[host] -= 1
        return job * 2


def first(job: str) -> str:
    return job[0]


def flat(*args):
    return chain.from_iterable(side_by_side(*args))


def test_every_job_gives_its_result_once():
    jobs = [f"{host}{number}" for host in "abcdef" for number in range(20)]
    found = dict(flat(jobs, Work(), first))
    assert found == {job: job * 2 for job in jobs}


def test_no_host_is_asked_for_more_than_two_at_once():
    work = Work()
    list(side_by_side([f"a{number}" for number in range(30)] + ["b", "c"], work, first, at_once=8))
    assert work.most["a"] <= 2
    assert work.together <= 8


def test_hosts_are_asked_together():
    gate = threading.Barrier(3, timeout=10)
    assert len(list(flat(["a", "b", "c"], lambda job, _: gate.wait(), first))) == 3


def test_one_that_hangs_holds_up_no_other():
    release = threading.Event()
    results = flat(["a1", "a2", "a3", "b1"], lambda job, _: job == "a1" and release.wait(20), first)
    ended = [next(results)[0] for _ in range(3)]
    assert "a1" not in ended
    release.set()
    assert next(results)[0] == "a1"


def test_closed_early_nothing_more_is_begun():
    gate, begun = threading.Semaphore(1), list[int]()

    def work(job: int, _: object) -> None:
        begun.append(job)
        gate.acquire(timeout=20)

    results = side_by_side(range(1000), work, str, at_once=1)
    next(results)
    results.close()
    for _ in range(5):
        gate.release()
    threading.Event().wait(0.02)
    assert len(begun) <= 2


@pytest.mark.parametrize("jobs", [[], iter([])])
def test_nothing_to_do(jobs):
    assert list(side_by_side(jobs, lambda job, _: job, str)) == []


def test_a_host_that_is_done_with_early_takes_the_next():
    gate = threading.Barrier(4, timeout=10)

    def work(_: str, left: Callable[[], None]) -> int:
        left()
        left()  # a second time it counts for nothing
        return gate.wait()

    assert len(list(flat(["a1", "a2", "a3", "a4"], work, first))) == 4


def test_results_that_are_there_are_given_together_up_to_a_weight():
    done = threading.Semaphore(0)

    def work(job: int, _: object) -> int:
        done.release()
        return job

    results = side_by_side([2] * 6, work, str, weight=lambda result: result, most=6, a_host=1)
    first_group = next(results)
    for _ in range(6):
        done.acquire(timeout=10)
    groups = [first_group, *results]
    assert sum(map(len, groups)) == 6
    assert max(map(len, groups)) <= 3


def test_who_has_patience_is_told_that_nothing_came():
    release = threading.Event()
    groups = side_by_side([1], lambda *_: release.wait(20), str, patience=0.001)
    assert next(groups) == []
    release.set()
    assert [group for group in groups if group] == [[(1, True)]]
