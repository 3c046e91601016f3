"""A full-screen program in a pseudo-terminal, its keys, and when the screen answers."""

from __future__ import annotations

import re
import signal
import time
from pathlib import Path

import pexpect
import pyte

__all__ = ["SMALLEST", "Terminal"]

SMALLEST = """
from textual.app import App
from textual.widgets import Footer, Header, Static
class Smallest(App):
    BINDINGS = [("j", "step", "Step")]
    steps = 0
    def compose(self):
        yield Header()
        yield Static("ready-to-read 0")
        yield Footer()
    def action_step(self):
        self.steps += 1
        self.query_one(Static).update(f"ready-to-read {self.steps}")
Smallest().run()
"""
_COLUMNS, _LINES = 140, 45
_QUIET = 0.06


class Terminal:
    """One program, from its start on."""

    def __init__(self, command: list[str], environment: dict[str, str] | None = None) -> None:
        self._start = self._came = time.perf_counter()
        self._child = pexpect.spawn(
            command[0], command[1:], dimensions=(_LINES, _COLUMNS), timeout=120, env=environment
        )
        self._child.delaybeforesend = None  # it would wait 50 ms before each key
        self._screen = pyte.Screen(_COLUMNS, _LINES)
        self._stream = pyte.ByteStream(self._screen)

    def until(self, marker: str) -> float:
        """Milliseconds from the start to the bytes that brought the regular expression *marker* onto the screen."""
        while not re.search(marker, self.text):
            self._feed(self._child.read_nonblocking(65536, timeout=120))
        return max(0.0, self._came - self._start) * 1000

    def restart_clock(self) -> None:
        """Count what `until` gives from now on."""
        self._start = time.perf_counter()

    def press(self, key: str) -> float:
        """Milliseconds from the key to the last byte of what it changed; 0 where nothing came."""
        self.settle()
        start = last = time.perf_counter()
        self._child.send(key)
        try:
            while True:
                self._feed(self._child.read_nonblocking(65536, timeout=_QUIET))
                last = self._came
        except pexpect.TIMEOUT:
            return (last - start) * 1000

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until nothing comes any more."""
        try:
            while True:
                self._feed(self._child.read_nonblocking(65536, timeout=quiet))
        except pexpect.TIMEOUT:
            return

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def megabytes(self) -> float:
        """Resident memory of the program and its children."""
        waiting, found = [self._child.pid], 0
        while waiting:
            process = Path(f"/proc/{waiting.pop()}")
            try:
                size = re.search(r"VmRSS:\s+(\d+)", (process / "status").read_text())
                found += int(size[1]) if size else 0
                waiting += [
                    int(child)
                    for task in (process / "task").iterdir()
                    for child in (task / "children").read_text().split()
                ]
            except OSError:
                continue
        return found / 1024

    def close(self) -> None:
        """End the program."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()
        self._child.close()

    def _feed(self, data: bytes) -> None:
        self._came = time.perf_counter()
        self._stream.feed(data)
