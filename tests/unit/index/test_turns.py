"""Many write the index: each when it is its turn."""

import fcntl
import os
import threading

import pytest

from newsreader.errors import StoreError
from newsreader.index.database import Database


def is_locked(path):
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def test_who_writes_batch_after_batch_lets_others_in_between(tmp_path):
    database = Database(tmp_path / "index.sqlite")
    order = []

    def write():
        with Database(tmp_path / "index.sqlite").batch():
            order.append("the other")

    thread = threading.Thread(target=write)
    with database.batch():
        assert list(database.until_wanted("abc")) == ["a", "b", "c"]
        thread.start()
        while not is_locked(tmp_path / "index.sqlite.turn"):
            pass
        assert list(database.until_wanted("abc")) == ["a"]
    with database.batch():
        order.append("the first again")
    thread.join()
    assert order == ["the other", "the first again"]


def test_a_turn_that_cannot_be_taken_is_told(tmp_path):
    database = Database(tmp_path / "index.sqlite")
    (tmp_path / "index.sqlite.turn").mkdir()
    with pytest.raises(StoreError), database.batch():
        pass
