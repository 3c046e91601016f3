"""Leaving because another program says so: a terminal's window that is closed, a machine that shuts down."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

__all__ = ["leave_when_told"]

_PATIENCE_SECONDS = 10


def leave_when_told(leave: Callable[[], None]) -> None:
    """Call *leave* when this process is told to end, so that the place is kept and the terminal given back.

    What a key changed is on its way to the disk for some milliseconds, and lost by a process that just ends.
    Called on the thread of the running loop; elsewhere than in a main thread it does nothing.
    """

    def told(number: int, _: object) -> None:
        # Where the terminal is gone, whatever still wants to write to it may wait for ever.
        signal.alarm(_PATIENCE_SECONDS)
        if number == signal.SIGHUP:
            # It comes with SIGHUP, and Textual would take the terminal back: in the signal's handler, and for ever.
            signal.signal(signal.SIGCONT, signal.SIG_IGN)

    loop = asyncio.get_running_loop()
    with suppress(ValueError, RuntimeError):
        for each in (signal.SIGHUP, signal.SIGTERM):
            loop.add_signal_handler(each, leave)
            # At once: the loop's own turn comes when nothing holds it up.
            signal.signal(each, told)
