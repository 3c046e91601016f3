"""How fast the reader starts and answers keys on a library, beside the smallest Textual program there is.

python benchmarks/start.py DATA_DIR [--runs 5]

Both run in a pseudo-terminal of 120x40. The first headline on the screen ends the start; a key is answered when the
screen has changed. Prints milliseconds and the ratio of the two starts.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

import pexpect
import pyte

_SMALLEST = """
from textual.app import App
from textual.widgets import Static
class Smallest(App):
    def compose(self):
        yield Static("ready-to-read")
Smallest().run()
"""
_KEYS = ("j", "j", "r", "b", "n", "k", "j", "j")


class Screen:
    """A program in a pseudo-terminal."""

    def __init__(self, command: list[str]) -> None:
        self.start = time.perf_counter()
        self._child = pexpect.spawn(command[0], command[1:], dimensions=(40, 120), timeout=30)
        self._screen = pyte.Screen(120, 40)
        self._stream = pyte.ByteStream(self._screen)

    def until(self, marker: str) -> float:
        """Milliseconds since the start until *marker* is on the screen."""
        while marker not in "\n".join(self._screen.display):
            self._read()
        return (time.perf_counter() - self.start) * 1000

    def press(self, key: str) -> float:
        """Milliseconds until the screen changes after *key*."""
        self._settle()
        before, start = list(self._screen.display), time.perf_counter()
        cursor = str(self._screen.buffer)
        self._child.send(key)
        while self._screen.display == before and str(self._screen.buffer) == cursor:
            self._read()
        return (time.perf_counter() - start) * 1000

    def close(self) -> None:
        """End the program."""
        self._child.close(force=True)

    def _settle(self) -> None:
        while True:
            try:
                self._stream.feed(self._child.read_nonblocking(65536, timeout=0.3))
            except pexpect.TIMEOUT:
                return

    def _read(self) -> None:
        self._stream.feed(self._child.read_nonblocking(65536, timeout=30))


def main() -> None:
    """Measure both, in turns."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    values = parser.parse_args()
    reader = [sys.executable, "-m", "newsreader", "--data-dir", str(values.data)]
    ours, floor, keys = [], [], []
    for _ in range(values.runs):
        screen = Screen([sys.executable, "-c", _SMALLEST])
        floor.append(screen.until("ready-to-read"))
        screen.close()
        screen = Screen(reader)
        ours.append(screen.until("●"))
        keys += [screen.press(key) for key in _KEYS]
        screen.close()
    start, least = statistics.median(ours), statistics.median(floor)
    print(f"smallest program  {least:6.0f} ms")
    print(f"reader            {start:6.0f} ms  {start / least:.2f} x")
    print(f"a key             {statistics.median(keys):6.0f} ms, slowest {max(keys):.0f} ms")


if __name__ == "__main__":
    main()
