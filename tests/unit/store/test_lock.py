"""One writer at a time, and a dead one keeps nobody out."""

import os
import signal
import subprocess
import sys
import threading

from newsreader.store.lock import LibraryLock

HOLDER = """
import sys, pathlib
from newsreader.store.lock import LibraryLock
with LibraryLock(pathlib.Path(sys.argv[1])).hold():
    print("held", flush=True)
    sys.stdin.read()
"""


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
    thread, done = taken_in_a_thread(LibraryLock(tmp_path / ".lock"))
    assert not done.wait(0.1)
    process.communicate()
    thread.join(10)
    assert done.is_set()


def test_a_killed_program_does_not_keep_it(tmp_path):
    process = holder(tmp_path / ".lock")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with LibraryLock(tmp_path / ".lock").hold():
        pass


def test_a_thread_may_take_it_again_and_others_wait(tmp_path):
    lock = LibraryLock(tmp_path / ".lock")
    with lock.hold():
        with lock.hold():
            pass
        thread, done = taken_in_a_thread(lock)
        assert not done.wait(0.05)
    thread.join(10)
    assert done.is_set()


def test_many_threads_and_no_descriptor_is_left(tmp_path):
    lock = LibraryLock(tmp_path / ".lock")
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
    lock = LibraryLock(path)
    thread, done = taken_in_a_thread(lock)
    assert not done.wait(0.1)
    path.unlink()
    process.communicate()
    thread.join(10)
    assert done.is_set()
    assert path.exists()
