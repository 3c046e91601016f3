"""What related articles and stories cost on a library that is there.

python benchmarks/related.py DATA_DIR [--asked 300] [--place 20 100 500 5000] [--runs 5]

DATA_DIR is a library, such as `benchmarks/run.py --keep DIR` leaves in DIR; it is brought up to date. Prints the time
of `related` in this process, of the whole command beside `python -c "import textual.app"`, and what giving an article
its terms, neighbours and story costs in CPU time: when so many of the newest come as if they had never been there, and
when as many that are there have new texts, which are taken out of where they were found by first.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from newsreader.index import Index
from newsreader.library.library import Library, open_library
from newsreader.model.query import ListQuery


def main() -> None:
    """Measure, and print a line for each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--asked", type=int, default=300)
    parser.add_argument("--place", type=int, nargs="*", default=[20, 100, 500, 5000])
    parser.add_argument("--runs", type=int, default=5)
    values = parser.parse_args()
    library = open_library(values.data)
    library.relate()
    keys = list(library.view(ListQuery()))
    ids = [row.id for row in library.rows(random.Random(7).sample(keys, min(values.asked, len(keys))))]
    print(f"{len(keys)} articles, {len(library.stories())} stories")
    ask(library, ids)
    place(library, values.data, keys, values.place)
    for name, do in (
        ("view", lambda: library.view(ListQuery(folded=True))),
        ("window", lambda: window(library)),
    ):
        print(f"folded {name}: {median(do, values.runs) * 1000:.1f} ms")
    library.close()
    compare(values.data, ids[0], values.runs)


def ask(library: Library, ids: list[str]) -> None:
    """Related articles of each, twice: the second time is warm."""
    for temperature in ("cold", "warm"):
        wall = []
        began = time.process_time()
        for article_id in ids:
            started = time.perf_counter()
            library.related(article_id, varied=True)
            wall.append(1000 * (time.perf_counter() - started))
        cpu = 1000 * (time.process_time() - began) / len(ids)
        middle, late = statistics.median(wall), sorted(wall)[int(0.95 * len(wall))]
        print(
            f"related {temperature}: median {middle:.1f} ms, p95 {late:.1f} ms, CPU {cpu:.1f} ms on average"
        )


def place(library: Library, data: Path, keys: list[int], sizes: list[int]) -> None:
    """Let the newest articles come again, then articles be revised; *keys* are newest first."""
    for kind in ("new", "revised"):
        took = []
        for size in sizes:
            wait(data, keys[:size], forgotten=kind == "new")
            began = time.process_time()
            placed = library.relate()
            took.append(1000 * (time.process_time() - began))
            print(f"{placed} {kind} articles placed: CPU {took[-1] / placed:.2f} ms each")
        if len(sizes) > 1:
            each = (took[-1] - took[0]) / (sizes[-1] - sizes[0])
            print(f"that is {each:.2f} ms for each of them, and {took[0] - each * sizes[0]:.0f} ms to begin")


def wait(data: Path, keys: list[int], *, forgotten: bool) -> None:
    """Say that articles have no terms, neighbours or story yet; *forgotten*: and never had."""
    file = data / "cache" / "index.sqlite"
    if forgotten:
        with closing(Index(file)) as index, index.batch():
            index.features.drop(keys)
            index.vectors.drop(keys)
    with closing(sqlite3.connect(file)) as sqlite, sqlite:
        sqlite.executemany("INSERT OR IGNORE INTO unfeatured VALUES (?)", [(key,) for key in keys])
        sqlite.executemany("UPDATE articles SET story = NULL WHERE key = ?", [(key,) for key in keys])


def window(library: Library) -> None:
    """The first rows of a folded list."""
    library.window(ListQuery(folded=True), 60)


def median(do: Callable[[], object], runs: int) -> float:
    """The median wall seconds of *runs* runs."""
    found = []
    for _ in range(runs):
        started = time.perf_counter()
        do()
        found.append(time.perf_counter() - started)
    return statistics.median(found)


def compare(data: Path, article_id: str, runs: int) -> None:
    """The whole command beside the import of the screen's toolkit."""

    def run(*words: str) -> None:
        subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)

    screen = median(lambda: run("-c", "import textual.app"), runs)
    command = median(lambda: run("-m", "newsreader", "--data-dir", str(data), "related", article_id), runs)
    print(f"related ID: {command * 1000:.0f} ms, {command / screen:.2f} times import textual.app")


if __name__ == "__main__":
    main()
