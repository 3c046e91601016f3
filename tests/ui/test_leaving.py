"""Ending when told to, also where the screen's own thread cannot hear of it."""

import signal
import subprocess
import sys

import pytest

HELD = """
import asyncio, threading
from newsreader.ui import leaving

async def hold():
    leaving._PATIENCE_SECONDS = 1
    leaving.leave_when_told(lambda: None)
    print("held", flush=True)
    # As a terminal holds that takes nothing more: the loop has no turn.
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()

asyncio.run(hold())
"""


@pytest.mark.parametrize("told", [signal.SIGHUP, signal.SIGTERM])
def test_a_reader_that_is_held_up_ends_all_the_same(told):
    with subprocess.Popen([sys.executable, "-c", HELD], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        process.send_signal(told)
        assert process.wait(20) == -signal.SIGALRM
