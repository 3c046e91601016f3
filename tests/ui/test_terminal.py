"""The program in a real terminal: what a person starts, sees, presses, and finds again."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pexpect
import pyte
import pytest

COMMAND = [sys.executable, "-m", "newsreader", "--data-dir"]
ROWS, COLUMNS = 30, 100
PATIENCE = 30.0
TAKEN, GIVEN_BACK = b"\x1b[?1049h", b"\x1b[?1049l"
"""What is written when the terminal is taken, and when it is given back."""


class Terminal:
    """A pseudo-terminal with one program in it, and what stands on its screen."""

    def __init__(self, command):
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.seen = b""
        environ = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "LINES": str(ROWS)}
        self.child = pexpect.spawn(
            command[0], command[1:], dimensions=(ROWS, COLUMNS), env=environ, timeout=PATIENCE
        )

    def read(self):
        """Take in what the program wrote; gives False when it has ended."""
        try:
            data = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.seen += data
        self.stream.feed(data)
        return True

    def until(self, holds):
        """Read until something holds of the screen."""
        end = time.monotonic() + PATIENCE
        while not holds(self.text):
            assert time.monotonic() < end, self.text
            assert self.read(), self.text

    def press(self, keys):
        self.child.send(keys)

    def wait(self):
        """Read to the end; gives the exit code."""
        end = time.monotonic() + PATIENCE
        while self.read():
            assert time.monotonic() < end, self.text
        self.child.close()
        return self.child.exitstatus

    @property
    def text(self):
        return "\n".join(self.screen.display)


def modes(seen):
    """The private modes of the terminal that are on at the end, in the order of numbers."""
    on = {}
    for numbers, what in re.findall(rb"\x1b\[\?([\d;]+)([hl])", seen):
        on.update(dict.fromkeys(numbers.split(b";"), what == b"h"))
    return {int(number) for number, is_on in on.items() if is_on}


@pytest.fixture
def terminal(data):
    opened = Terminal([*COMMAND, str(data)])
    yield opened
    opened.child.close(force=True)


def kept(data):
    done = subprocess.run(
        [*COMMAND, str(data), "list", "--bookmarked", "--json"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return [item["title"] for item in json.loads(done.stdout)["items"]]


def ready(text):
    """Whether the reader has drawn all of its first screen."""
    panes = ("SOURCES", "ARTICLES", "TEXT", "RELATED", "BOOKMARKS")
    return all(pane in text for pane in panes) and "Ferry crews end nine-day strike" in text and "22" in text


def test_a_session(terminal, data):
    terminal.until(ready)
    assert 1049 in modes(terminal.seen)
    terminal.press("\x1b[B")
    terminal.press("b")
    terminal.until(lambda text: "bookmarked" in text and "★ Ferry strike" in text)
    terminal.press("\r")
    terminal.until(lambda text: "29 unread" in text)
    terminal.press("\x11")
    assert terminal.wait() == 0
    assert kept(data) == ["Ferry strike is over, crews say"]
    # The screen that was there before, a cursor, and no mouse.
    assert modes(terminal.seen) <= {7, 25}
    assert 25 in modes(terminal.seen)


def children(pid):
    """The processes that a process began."""
    found = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    return [int(own) for own, parent in (line.split() for line in found.splitlines()) if int(parent) == pid]


def state(pid):
    """A process's state as ps has it, "" where there is none."""
    return subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True
    ).stdout.strip()


def is_running(pid):
    """Whether a process is there that has not ended."""
    found = state(pid)
    return bool(found) and not found.startswith("Z")


def place(data):
    return json.loads((data / "place.json").read_bytes())


def test_a_window_that_is_closed_loses_nothing(terminal, data):
    terminal.until(ready)
    terminal.press("jb")
    terminal.until(lambda text: "★ Ferry strike" in text)
    terminal.child.ptyproc.fileobj.close()  # as the window's end: the program gets SIGHUP
    terminal.child.closed = terminal.child.ptyproc.closed = True
    end = time.monotonic() + PATIENCE
    while terminal.child.isalive():
        assert time.monotonic() < end
        time.sleep(0.01)
    assert kept(data) == ["Ferry strike is over, crews say"]
    assert place(data)["article"]


@pytest.mark.parametrize("stopped", [False, True])
def test_a_session_that_ends_ends_the_reader(data, stopped):
    """A terminal's end reaches a reader that a shell started as SIGHUP, and SIGCONT with it."""
    shell = Terminal(["/bin/sh", "-c", f"{' '.join(COMMAND)} {data}; exit 0"])
    shell.until(ready)
    shell.press("jb")
    shell.until(lambda text: "★ Ferry strike" in text)
    (reader,) = children(shell.child.pid)
    if stopped:
        os.kill(reader, signal.SIGSTOP)
    shell.child.ptyproc.fileobj.close()
    shell.child.closed = shell.child.ptyproc.closed = True
    end = time.monotonic() + PATIENCE
    while is_running(reader):
        assert time.monotonic() < end
        shell.child.isalive()  # the shell's end is waited for
        time.sleep(0.01)
    assert kept(data) == ["Ferry strike is over, crews say"]
    assert place(data)["article"]


def test_a_reader_that_is_told_to_end_leaves_as_with_a_key(terminal, data):
    terminal.until(ready)
    terminal.press("jb")
    terminal.until(lambda text: "bookmarked" in text)
    os.kill(terminal.child.pid, signal.SIGTERM)
    assert terminal.wait() == 0
    assert kept(data) == ["Ferry strike is over, crews say"]
    assert modes(terminal.seen) <= {7, 25}


@pytest.mark.parametrize("stop", [signal.SIGSTOP, signal.SIGTSTP, None])
def test_a_reader_that_was_stopped_goes_on_with_one_reader_of_keys(terminal, stop):
    terminal.until(ready)
    terminal.press("?")
    terminal.until(lambda text: "Keys that work here" in text)  # by now it listens to signals
    for count in range(1, 6):
        if stop is not None:
            os.kill(terminal.child.pid, stop)
            terminal.until(lambda _text: state(terminal.child.pid).startswith("T"))
        os.kill(terminal.child.pid, signal.SIGCONT)
        terminal.until(lambda _text, count=count: terminal.seen.count(TAKEN) > count)
        terminal.until(
            lambda _text, count=count: terminal.seen.count(TAKEN) == terminal.seen.count(GIVEN_BACK) + 1
        )
    terminal.press("q")
    terminal.until(lambda text: "Keys that work here" not in text)
    terminal.press("\x11")
    assert terminal.wait() == 0
    assert modes(terminal.seen) <= {7, 25}


def test_escape_alone_and_arrows(terminal):
    terminal.until(ready)
    terminal.press("/")
    terminal.press("bell")
    terminal.until(lambda text: "3 found" in text)
    terminal.press("\x1b")
    terminal.until(lambda text: "30 unread" in text)
    terminal.press("q")
    assert terminal.wait() == 0


def test_nothing_hostile_reaches_the_terminal(terminal):
    terminal.until(ready)
    terminal.press("/")
    terminal.press("escapes")
    terminal.until(lambda text: "1 found" in text)
    terminal.press("\r\r")
    terminal.until(lambda text: "gone?" in text)
    terminal.press("qqq")
    assert terminal.wait() == 0
    assert b"\x1b]0;title" not in terminal.seen
    assert "\x9b" not in terminal.seen.decode()
    assert "\x90" not in terminal.seen.decode()
