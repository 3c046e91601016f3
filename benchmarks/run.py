"""Measures the program on libraries of several sizes, beside the smallest Textual program and newsboat.

python benchmarks/run.py [--sizes 1000,10000,100000] [--grown 22000] [--newsboat PATH] [--runs 5] [--keep DIR]
    [--fsync-ms MS]

Prints a table. What counts is the ratios of one run. With --fsync-ms every
fsync of the reader takes that much longer: keys are to answer as fast as without. Memory is known on Linux alone.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from processes import PROGRAM, median, megabytes, run, slow_disk
from terminal import SMALLEST, Terminal
from world import write_feeds

_ITEMS = 100
_HEADLINE = "●"
_KEYS = {"down": "j", "read": "r", "bookmark": "b", "next unread": "n", "enter": "\r"}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, with Last-Modified and 304; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def say(what: str, value: str, ratio: str = "") -> None:
    """A line of the table."""
    print(f"| {what:44} | {value:>22} | {ratio:24} |", flush=True)


def refreshes(data: Path, work: Path, feeds: int, newsboat: str | None) -> None:
    """Refresh all sources twice, as newsboat does it beside us."""
    folder = work / f"feeds-{feeds}"
    paths = write_feeds(folder, feeds, _ITEMS)
    with served(folder) as address:
        urls = [f"{address}/{path.name}" for path in paths]
        outlines = "".join(
            f'<outline type="rss" text="{path.stem}" xmlUrl="{url}"/>'
            for path, url in zip(paths, urls, strict=True)
        )
        (work / "list.opml").write_text(f'<opml version="2.0"><head/><body>{outlines}</body></opml>')
        (work / "urls").write_text("\n".join(urls) + "\n")
        run(*PROGRAM, "--data-dir", str(data), "import", str(work / "list.opml"))
        database = work / f"newsboat-{feeds}.db"
        theirs = [
            newsboat or "",
            "-u",
            str(work / "urls"),
            "-c",
            str(database),
            "-C",
            "/dev/null",
            "-x",
            "reload",
        ]
        for turn in ("all new", "all unchanged"):
            seconds, _ = run(*PROGRAM, "--data-dir", str(data), "refresh", "--force")
            other = run(*theirs)[0] if newsboat else 0.0
            say(f"refresh, {turn}", f"{seconds:.2f} s", f"{seconds / other:.2f} x newsboat" if other else "")
    size, count = megabytes(data), feeds * _ITEMS
    beside = f"{size / megabytes(database):.2f} x newsboat" if newsboat else ""
    say("on the disk", f"{size:.0f} MB, {size * 1e6 / count:.0f} B each", beside)


def starts(data: Path, runs: int, environment: dict[str, str] | None) -> None:
    """The reader's start, its memory then, and its keys."""
    ours, floor, memory, least_memory, steps = [], [], [], [], []
    pressed: dict[str, list[float]] = {name: [] for name in _KEYS}
    for turn in range(runs):
        screen = Terminal([sys.executable, "-c", SMALLEST])
        floor.append(screen.until("ready-to-read"))
        least_memory.append(screen.megabytes())
        steps += [screen.press("j") for _ in range(10)]
        screen.close()
        screen = Terminal([*PROGRAM, "--data-dir", str(data)], environment)
        ours.append(screen.until(_HEADLINE))
        memory.append(screen.megabytes())
        for name, key in _KEYS.items() if turn == runs - 1 else ():
            for _ in range(20):
                pressed[name].append(screen.press(key))
                if name == "enter":
                    screen.press("\x1b")
                    screen.press("j")
        screen.close()
    start, least = statistics.median(ours), statistics.median(floor)
    say("start to the first headline", f"{start:.0f} ms", f"{start / least:.2f} x smallest")
    say("memory then", f"{max(memory):.0f} MB", f"{max(memory) / max(least_memory):.2f} x smallest")
    step = statistics.median(steps)
    for name, times in pressed.items():
        times.sort()
        worst = times[int(len(times) * 0.95)]
        say(
            f"key {name}, p50 / p95",
            f"{times[len(times) // 2]:.1f} / {worst:.1f} ms",
            f"{worst / step:.1f} x its key",
        )


def commands(data: Path, runs: int) -> None:
    """Whole commands."""
    floor = median(runs, sys.executable, "-c", "import textual.app")
    line = run(*PROGRAM, "--data-dir", str(data), "list", "--limit", "1")[1].split()
    for words in (("list",), ("search", line[-1]), ("bookmark", line[0])):
        seconds = median(runs, *PROGRAM, "--data-dir", str(data), *words)
        say(f"newsreader {words[0]}", f"{seconds * 1000:.0f} ms", f"{seconds / floor:.2f} x import textual")


def all_read(data: Path, environment: dict[str, str] | None) -> None:
    """Mark all read: until it shows, and until it is safe."""
    screen = Terminal([*PROGRAM, "--data-dir", str(data)], environment)
    screen.until(_HEADLINE)
    screen.settle(1.0)
    screen.press("A")
    screen.restart_clock()
    screen._child.send("1")  # noqa: SLF001 - sent, and not waited for
    shown = screen.until(r"ARTICLES · 0 unread")
    safe = screen.until(r"marked [\d,]+ articles read")
    screen.settle(2.0)
    screen.close()
    say("mark all read, shown / saved", f"{shown:.0f} / {safe:.0f} ms")
    run(*PROGRAM, "--data-dir", str(data), "undo")


def grown(work: Path, total: int, runs: int) -> None:
    """One source that brings a thousand articles a time until it has *total*."""
    data, folder = work / "grown", work / "one"
    times = []
    for start in range(0, total, 1000):
        (path,) = write_feeds(folder, 1, min(1000, total - start), first=start)
        command = ("add", str(path)) if not start else ("refresh", "--force")
        times.append(run(*PROGRAM, "--data-dir", str(data), *command)[0])
    say(
        "a thousand more, first / last",
        f"{times[0]:.2f} / {times[-1]:.2f} s",
        f"{times[-1] / times[0]:.2f} x",
    )
    starts(data, runs, None)


def main() -> None:
    """Measure all, and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--sizes", default="1000,10000,100000", help="articles in each library, by the hundred"
    )
    parser.add_argument(
        "--grown", type=int, default=22_000, help="articles of the one source that grows; 0 for none"
    )
    parser.add_argument("--newsboat", default=shutil.which("newsboat"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="work here, and leave all of it")
    parser.add_argument("--fsync-ms", type=float, default=0)
    values = parser.parse_args()
    work = values.keep or Path(tempfile.mkdtemp(prefix="newsreader-benchmark-"))
    environment = slow_disk(values.fsync_ms) if values.fsync_ms else None
    try:
        for size in map(int, values.sizes.split(",")):
            data = work / f"library-{size}"
            say(f"{size:,} articles", "", "")
            if not data.exists():
                refreshes(data, work, size // _ITEMS, values.newsboat)
            starts(data, values.runs, environment)
            commands(data, values.runs)
            all_read(data, environment)
        if values.grown:
            say(f"one source of {values.grown:,} articles", "", "")
            grown(work, values.grown, values.runs)
    finally:
        if not values.keep:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
