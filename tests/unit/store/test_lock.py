"""One writer at a time, and a dead one keeps nobody out."""

import errno
import fcntl
import os
import signal
import subprocess
import sys
import threading

import pytest

from newsreader.errors import StoreError
from newsreader.store.lock import LibraryLock

HOLDER = """
import sys, pathlib
from newsreader.store.lock import LibraryLock
path = pathlib.Path(sys.argv[1])
with LibraryLock(path, path.with_name("turn")).hold():
    print("held", flush=True)
    sys.stdin.read()
"""


def lock_of(folder):
    return LibraryLock(folder / ".lock", folder / "turn")


def holder(path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == b"held\n"
    return process


def taken_in_a_thread(lock):
    done = threading.Event()

    def take():
        with lock.hold():
            done.set()

    thread = threading.Thread(target=take)
    thread.start()
    return thread, done


def test_it_keeps_out_another_program_until_that_ends(tmp_path):
    process = holder(tmp_path / ".lock")
    thread, done = taken_in_a_thread(lock_of(tmp_path))
    assert not done.wait(0.1)
    process.communicate()
    thread.join(10)
    assert done.is_set()


def test_a_killed_program_does_not_keep_it(tmp_path):
    process = holder(tmp_path / ".lock")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with lock_of(tmp_path).hold():
        pass


def test_a_thread_may_take_it_again_and_others_wait(tmp_path):
    lock = lock_of(tmp_path)
    with lock.hold():
        with lock.hold():
            pass
        thread, done = taken_in_a_thread(lock)
        assert not done.wait(0.05)
    thread.join(10)
    assert done.is_set()


def test_many_threads_and_no_descriptor_is_left(tmp_path):
    lock = lock_of(tmp_path)
    lock_free = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else None
    count = [0]

    def work():
        for _ in range(50):
            with lock.hold():
                seen = count[0]
                count[0] = seen + 1

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count == [300]
    if lock_free is not None:
        assert len(os.listdir("/proc/self/fd")) <= lock_free


def test_a_lock_file_deleted_meanwhile_is_not_trusted(tmp_path):
    path = tmp_path / ".lock"
    process = holder(path)
    lock = lock_of(tmp_path)
    thread, done = taken_in_a_thread(lock)
    assert not done.wait(0.1)
    path.unlink()
    process.communicate()
    thread.join(10)
    assert done.is_set()
    assert path.exists()


def is_locked(path):
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def test_who_comes_back_at_once_stands_behind_who_waits(tmp_path):
    order = []

    def wait():
        with lock_of(tmp_path).hold():
            order.append("the other")

    thread = threading.Thread(target=wait)
    lock = lock_of(tmp_path)
    with lock.hold():
        thread.start()
        while not is_locked(tmp_path / "turn"):
            pass
    with lock.hold():
        order.append("the first again")
    thread.join()
    assert order == ["the other", "the first again"]


def refused(monkeypatch, folder):
    """Nothing can be opened for writing in *folder*, as on a disk that is read-only."""
    opened = os.open

    def open_(path, flags, *rest, **named):
        if flags & os.O_RDWR and str(path).startswith(str(folder)):
            raise OSError(errno.EROFS, "read-only")
        return opened(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", open_)


def test_who_looks_writes_where_that_can_be(tmp_path):
    lock = lock_of(tmp_path)
    with lock.look() as refusal, lock.hold():
        assert refusal is None


@pytest.mark.parametrize("is_there", [True, False])
def test_who_looks_where_nobody_may_write_is_told_and_writes_nothing(tmp_path, monkeypatch, is_there):
    lock = lock_of(tmp_path)
    if is_there:
        with lock.hold():
            pass
    refused(monkeypatch, tmp_path)
    with lock.look() as refusal, lock.look() as again:
        assert "read-only" in str(refusal)
        assert again is refusal
        with pytest.raises(StoreError, match="read-only"), lock.hold():
            pass
    with pytest.raises(StoreError, match="read-only"), lock.hold():
        pass


def test_what_fails_in_a_look_is_no_refusal(tmp_path, monkeypatch):
    lock = lock_of(tmp_path)
    with pytest.raises(StoreError, match="full"), lock.look():
        raise StoreError("full")
    monkeypatch.setattr(os, "open", lambda *_, **__: (_ for _ in ()).throw(OSError(errno.EMFILE, "too many")))
    with pytest.raises(StoreError, match="too many"), lock.look():
        pass
