"""What related articles and stories cost on a library that is there.

python benchmarks/related.py DATA_DIR [--asked 300] [--place 1000] [--runs 5]

DATA_DIR is a library, such as `benchmarks/commands.py --keep DIR` leaves in DIR/full; it is brought up to date. Prints
the time of `related` in this process, of the whole command beside `python -c "import textual.app"`, and what giving an
article its terms, neighbours and story costs in CPU time when --place articles come again.
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

from newsreader.library.library import Library, open_library
from newsreader.model.query import ListQuery


def main() -> None:
    """Measure, and print a line for each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--asked", type=int, default=300)
    parser.add_argument("--place", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    values = parser.parse_args()
    library = open_library(values.data)
    library.relate()
    keys = list(library.view(ListQuery()))
    random.Random(7).shuffle(keys)
    ids = [row.id for row in library.rows(keys[: values.asked])]
    print(f"{len(keys)} articles, {len(library.stories())} stories")
    ask(library, ids)
    if values.place:
        place_again(library, values.data, keys[: values.place])
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


def place_again(library: Library, data: Path, keys: list[int]) -> None:
    """Say that articles have no terms, neighbours or story yet, and let them be found."""
    with closing(sqlite3.connect(data / "cache" / "index.sqlite")) as sqlite, sqlite:
        sqlite.executemany("INSERT OR IGNORE INTO unfeatured VALUES (?)", [(key,) for key in keys])
        sqlite.executemany("UPDATE articles SET story = NULL WHERE key = ?", [(key,) for key in keys])
    began, started = time.process_time(), time.perf_counter()
    placed = library.relate()
    cpu, wall = time.process_time() - began, time.perf_counter() - started
    print(
        f"{placed} articles placed: CPU {1000 * cpu / placed:.2f} ms each, wall {1000 * wall / placed:.2f} ms"
    )


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
