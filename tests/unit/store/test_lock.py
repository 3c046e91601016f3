"""One writer at a time, and a dead one keeps nobody out."""

import fcntl
import os
import signal
import subprocess
import sys
import threading

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
