"""Going on after the process was stopped."""

from __future__ import annotations

import asyncio
import signal

from textual.app import App
from textual.driver import Driver

__all__ = ["take_terminal_back"]


def take_terminal_back(app: App[None], driver: Driver) -> None:
    """Let go of the terminal before it is taken again, where a process that was stopped unasked goes on.

    Textual gives the terminal back when it is asked to stop (SIGTSTP) and takes it when it goes on (SIGCONT). Nobody
    asks before SIGSTOP, and a SIGCONT may come to what never stopped: then each would leave another thread that
    reads keys, which is there for ever, so that the reader would never end.
    """
    stopping, taking = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    was_asked = is_lent = False

    def stop() -> None:
        nonlocal was_asked
        was_asked = True
        if callable(stopping):
            stopping(signal.SIGTSTP, None)

    def go_on() -> None:
        nonlocal was_asked
        if is_lent:
            return  # to a program, which goes on too; it is taken back when that ends
        if not was_asked:
            driver.suspend_application_mode()
        was_asked = False
        if callable(taking):
            taking(signal.SIGCONT, None)
        app.refresh()

    def lend(is_now: bool) -> None:
        nonlocal is_lent
        is_lent = is_now

    app.app_suspend_signal.subscribe(app, lambda _: lend(True))
    app.app_resume_signal.subscribe(app, lambda _: lend(False))
    loop = asyncio.get_running_loop()
    # In the loop's own turn: a signal can come while something is written, and both would wait for one lock for ever.
    loop.add_signal_handler(signal.SIGTSTP, stop)
    loop.add_signal_handler(signal.SIGCONT, go_on)
