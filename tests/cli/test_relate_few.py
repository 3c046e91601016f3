"""A command finds neighbours and stories for a few new articles, and lets nobody wait for many."""

import pytest

from newsreader.cli.session import relate_few


class _Library:
    def __init__(self, waiting: int) -> None:
        self.waiting = waiting

    def unrelated(self) -> int:
        return self.waiting

    def relate(self) -> int:
        done, self.waiting = self.waiting, 0
        return done


@pytest.mark.parametrize(("waiting", "left"), [(0, 0), (300, 0), (301, 301), (20_000, 20_000)])
def test_many_are_left_for_the_reader(waiting, left):
    library = _Library(waiting)
    relate_few(library)
    assert library.waiting == left
