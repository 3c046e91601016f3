"""SIGKILL at random moments: what was acknowledged is there, and the library is whole.

The seed is printed with a failure; `NEWSREADER_KILL_SEED` repeats a run and `NEWSREADER_KILLS` makes it longer.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

KILLS = int(os.environ.get("NEWSREADER_KILLS", "12"))
ARTICLES = 8
SEED = int(os.environ.get("NEWSREADER_KILL_SEED", "0")) or random.SystemRandom().randrange(10**6)


class Program:
    """The program on one library, as a shell would run it."""

    def __init__(self, data):
        self._start = [sys.executable, "-m", "newsreader", "--data-dir", str(data)]

    def run(self, *arguments):
        done = subprocess.run([*self._start, *arguments], capture_output=True, text=True, timeout=60)
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def start(self, *arguments):
        return subprocess.Popen([*self._start, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def items(self):
        found = json.loads(self.run("list", "--json", "--limit", "1000").stdout)["items"]
        return {item["id"]: item["_newsreader"] for item in found}


def feed(number):
    items = [
        {"id": f"{n}", "title": f"Story {n}", "content_text": f"Words of story {n}. " * 20}
        for n in range(number)
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Grows", "items": items})


def command(chance, name, path, turn, *, can_undo):
    """Something to do, and what must hold of the article *name* once the program said that it was done."""
    kinds = ["read", "unread", "bookmark", "unbookmark", "note", "refresh"]
    kind = chance.choice([*kinds, "undo"] if can_undo else kinds)
    if kind == "refresh":
        path.write_text(feed(ARTICLES + turn))
        return ["refresh", "--force"], {}
    if kind == "undo":
        return ["undo"], {}
    if kind == "note":
        return ["bookmark", name, "--note", f"note {turn}"], {"bookmarked": True, "note": f"note {turn}"}
    wanted = {"read": {"read": True}, "unread": {"read": False}}
    return [kind, name], wanted.get(kind, {"bookmarked": kind == "bookmark"})


def killed_after(process, seconds):
    """Whether the process was done before it was killed."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        time.sleep(0.001)
    if process.poll() is None:
        process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode == 0


@pytest.mark.parametrize("turn_of", range(2))
def test_nothing_acknowledged_is_lost(tmp_path, turn_of):
    seed = SEED + turn_of
    print(f"seed {seed}; NEWSREADER_KILL_SEED={seed} repeats this")
    chance = random.Random(seed)
    path = tmp_path / "feed.json"
    path.write_text(feed(ARTICLES))
    program = Program(tmp_path / "data")
    begun = time.monotonic()
    assert program.run("add", str(path)).returncode == 0
    usual = time.monotonic() - begun
    names = sorted(program.items())
    known = {name: {} for name in names}
    can_undo = False
    for turn in range(KILLS):
        name = chance.choice(names)
        words, wanted = command(chance, name, path, turn, can_undo=can_undo)
        done = killed_after(program.start(*words), usual * chance.uniform(0.2, 1.1))
        report = json.loads(program.run("doctor", "--json").stdout)
        assert report["ok"], (turn, words, report)
        now = program.items()
        assert set(names) <= set(now), (turn, words)
        if words[0] == "undo":
            known = {each: {} for each in names}
        elif done:
            known[name] |= wanted
            if wanted.get("bookmarked") is False:
                known[name].pop("note", None)  # it waits for the bookmark to come back
        elif wanted:
            known[name] = {}
        # A new note is a step for certain; where nothing was to do, undo would take back the source.
        can_undo = done and "--note" in words
        for each, marks in known.items():
            for field, value in marks.items():
                assert (now[each].get(field) or None) == (value or None), (turn, words, each, field)
