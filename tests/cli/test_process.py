"""The program as a shell runs it: pipes, terminals, signals, locales."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsreader import __version__

PROGRAM = [sys.executable, "-P", "-m", "newsreader"]


@pytest.fixture
def environment(library, monkeypatch):
    """The variables of a new process; the library is named by one of them."""
    monkeypatch.delenv("NEWSREADER_DEBUG", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return {**os.environ, "NEWSREADER_DATA_DIR": str(library), "TERM": "xterm-256color"}


def run(environment, *words, **more):
    return subprocess.run([*PROGRAM, *words], env=environment, capture_output=True, timeout=60, **more)


def on_terminal(environment, *words):
    """What the program writes to a terminal of 70 columns."""
    mine, its = pty.openpty()
    sized = {**environment, "COLUMNS": "70", "LINES": "24"}
    with subprocess.Popen([*PROGRAM, *words], env=sized, stdout=its, stderr=its, stdin=its) as process:
        os.close(its)
        written = b""
        while True:
            try:
                piece = os.read(mine, 65536)
            except OSError:  # Linux says so when the other side is closed
                break
            if not piece:
                break
            written += piece
        os.close(mine)
    assert process.returncode == 0
    return written.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("words", [["--version"], ["list", "--version"], ["--version", "list"]])
def test_the_version(environment, words):
    done = run(environment, *words)
    assert (done.returncode, done.stdout.decode()) == (0, f"newsreader {__version__}\n")


@pytest.mark.parametrize("place", ["before", "after", "equals", "variable"])
def test_the_library_is_where_it_is_said_to_be(environment, place, tmp_path):
    there = environment["NEWSREADER_DATA_DIR"]
    elsewhere = {**environment, "NEWSREADER_DATA_DIR": str(tmp_path / "other")}
    done = {
        "before": lambda: run(elsewhere, "--data-dir", there, "list"),
        "after": lambda: run(elsewhere, "list", "--data-dir", there),
        "equals": lambda: run(elsewhere, f"--data-dir={there}", "list"),
        "variable": lambda: run(environment, "list"),
    }[place]()
    assert done.returncode == 0
    assert done.stdout.count(b"\n") == 3


def test_output_to_a_pipe_is_plain_and_whole(environment):
    done = run(environment, "list")
    assert b"\x1b" not in done.stdout
    assert b"Lighthouse museum opens a third floor\n" in done.stdout


def test_a_terminal_gets_colours_and_lines_that_fit(environment):
    written = on_terminal(environment, "list")
    assert "\x1b[1m" in written
    plain = on_terminal({**environment, "NO_COLOR": "1"}, "list")
    assert "\x1b" not in plain
    lines = plain.splitlines()
    assert len(lines) == 3
    assert max(map(len, lines)) <= 70
    assert any(line.endswith("…") for line in lines)


def test_text_on_a_terminal_is_wrapped(environment):
    article = json.loads(run(environment, "list", "--json").stdout)["items"][2]["id"]
    plain = on_terminal({**environment, "NO_COLOR": "1"}, "open", article)
    assert "\nPilots of the northern ferries walked out on Monday.\n" in plain
    assert max(map(len, plain.splitlines())) <= 70


@pytest.mark.parametrize("words", [["list", "--json"], ["list"], ["sources"]])
def test_a_closed_pipe_ends_quietly(environment, words):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, *words], env=environment, stdout=writing, stderr=subprocess.PIPE, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_standard_output_may_be_missing(environment):
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *PROGRAM, "list"],
        env=environment,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_one_line(environment):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "list"], env=environment, stdout=full, stderr=subprocess.PIPE, timeout=60, text=True
        )
    assert done.returncode == 1
    assert done.stderr.startswith("newsreader: standard output: No space left")
    assert done.stderr.count("\n") == 1


def test_ctrl_c_ends_quietly(environment):
    with subprocess.Popen(
        [*PROGRAM, "show", "-"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds: when all is written, the program is reading it.
        process.stdin.write(b" " * 1_000_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=30)
    assert (process.returncode, out, errors) == (130, b"", b"")


def test_output_is_utf_8_in_any_locale(environment, tmp_path):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Přístav",
        "items": [{"id": "1", "title": "港の灯台が開く", "content_text": "Žluťoučký kůň"}],
    }
    (tmp_path / "feed.json").write_text(json.dumps(feed))
    plain = {**environment, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "Přístav" in run(plain, "add", str(tmp_path / "feed.json")).stdout.decode("utf-8")
    assert "港の灯台が開く" in run(plain, "list").stdout.decode("utf-8")
    missing = run(plain, "show", str(tmp_path / "není.xml"))
    assert missing.returncode == 1
    assert b"Traceback" not in missing.stderr


def test_a_command_changes_nothing_for_another_that_runs(environment):
    """Eight at once: each change is kept."""
    ids = [item["id"] for item in json.loads(run(environment, "list", "--json").stdout)["items"]]
    words = [
        [kind, *marks, name] for name in ids for kind, marks in (("read", []), ("tag", ["--tag", "port"]))
    ]
    running = [subprocess.Popen([*PROGRAM, *each], env=environment, stdout=subprocess.PIPE) for each in words]
    for process in running:
        process.communicate(timeout=60)
    assert [process.returncode for process in running] == [0] * len(words)
    own = [item["_newsreader"] for item in json.loads(run(environment, "list", "--json").stdout)["items"]]
    assert all(item["read"] and item["tags"] == ["port"] for item in own)
