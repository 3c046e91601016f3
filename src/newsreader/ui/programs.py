"""Other programs that the reader hands something to: a browser, a player, a command at the end of a pipe."""

from __future__ import annotations

import shlex
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Ended", "Program", "hand_over", "in_terminal", "pipe", "program", "system_opener"]

_EARLY_SECONDS = 0.4
_PIPE_SECONDS = 60.0
_MOST_OUTPUT = 200_000
_UNKNOWN = 127


@dataclass(frozen=True, slots=True)
class Program:
    """A program to run.

    Attributes:
        words: its name and what it is given; no shell takes part.
        in_terminal: whether it takes the terminal over while it runs, as a command that begins with `!` does.
    """

    words: tuple[str, ...]
    in_terminal: bool = False

    @property
    def name(self) -> str:
        """What to call it."""
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended.

    Attributes:
        code: its exit code; 0 also where it still runs.
        output: what it printed, where that was asked for.
    """

    code: int
    output: str = ""

    @property
    def problem(self) -> str:
        """What went wrong, or ""."""
        if self.code == _UNKNOWN:
            return "could not be started; name one that can in the settings"
        return f"failed (exit code {self.code})" if self.code else ""


def program(command: str, address: str | None = None) -> Program:
    """The program that *command* means; `%u` in it stands for *address*, which else comes last.

    The address is one word of the program, whatever stands in it.
    """
    bare = command.removeprefix("!")
    words = shlex.split(bare)
    if address is not None:
        found = [word.replace("%u", address) for word in words]
        words = found if found != words else [*words, address]
    return Program(tuple(words), in_terminal=bare != command)


def system_opener(address: str) -> Program:
    """What the system opens an address with."""
    return Program(("open" if sys.platform == "darwin" else "xdg-open", address))


def hand_over(wanted: Program) -> Ended:
    """Start a program and leave it alone; waits a moment to see whether it fails at once."""
    try:
        process = subprocess.Popen(  # noqa: S603 - what its user named in the settings
            wanted.words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return Ended(_UNKNOWN)
    try:
        return Ended(process.wait(_EARLY_SECONDS))
    except subprocess.TimeoutExpired:
        # Somebody has to take note of its end, or it would stay in the system's list for as long as we run.
        threading.Thread(target=process.wait, daemon=True).start()
        return Ended(0)


def pipe(wanted: Program, text: str) -> Ended:
    """Run a program on *text* and gather what it prints; it may take a minute."""
    try:
        done = subprocess.run(  # noqa: S603 - what its user named
            wanted.words,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PIPE_SECONDS,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        return Ended(-1, "it did not end within a minute and was stopped")
    except (OSError, ValueError):
        return Ended(_UNKNOWN)
    return Ended(done.returncode, done.stdout[:_MOST_OUTPUT].decode("utf-8", "replace"))


def in_terminal(words: Sequence[str], text: str | None = None) -> Ended:
    """Run a program on the terminal itself, on *text* as its input where there is some."""
    try:
        data = text.encode("utf-8", "replace") if text is not None else None
        done = subprocess.run(words, input=data, check=False)  # noqa: S603 - what its user named
    except (OSError, ValueError):
        return Ended(_UNKNOWN)
    return Ended(done.returncode)
