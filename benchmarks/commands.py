"""How long whole commands take on a library of any size, beside the same commands on an empty one.

python benchmarks/commands.py [--feeds 100] [--items 100] [--runs 5] [--keep DIR]

Prints seconds and, what counts, the ratio to the empty library in the same run: machines are noisy, ratios less so.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from world import write_feeds


def run(data: Path, *words: str) -> tuple[float, str]:
    """Run a command on the library in *data*: wall seconds, and what it printed."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "newsreader", "--data-dir", str(data), *words],
        capture_output=True,
        text=True,
        check=True,
    )
    return time.perf_counter() - start, done.stdout


def median(data: Path, runs: int, *words: str) -> float:
    """The median wall seconds of *runs* runs."""
    return statistics.median(run(data, *words)[0] for _ in range(runs))


def size(folder: Path) -> float:
    """Megabytes of all files in *folder*."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main() -> None:
    """Build the two libraries and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--feeds", type=int, default=100)
    parser.add_argument("--items", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path)
    values = parser.parse_args()
    work = values.keep or Path(tempfile.mkdtemp())
    full, empty = work / "full", work / "empty"
    if not full.exists():
        paths = write_feeds(work / "feeds", values.feeds, values.items)
        seconds, _ = run(full, "add", *map(str, paths))
        count = values.feeds * values.items
        print(f"add {count} articles  {seconds:.1f} s, {count / seconds:.0f} articles a second")
    run(empty, "list")
    first = json.loads(run(full, "list", "--json", "--limit", "1")[1])["items"][0]
    print(f"{size(full):.0f} MB on disk, {size(full / 'cache'):.0f} MB of it derived\n")
    word = first["title"].split()[-1]
    commands = (
        ("list",),
        ("list", "--unread", "--limit", "1000", "--json"),
        ("search", word),
        ("related", first["id"]),
        ("open", first["id"]),
        ("bookmark", first["id"]),
        ("sources",),
    )
    floor = median(empty, values.runs, "list")
    print(f"{'list, empty library':42} {floor:7.3f} s")
    for words in commands:
        seconds = median(full, values.runs, *words)
        print(f"{' '.join(words)[:42]:42} {seconds:7.3f} s  {seconds / floor:5.2f} x")


if __name__ == "__main__":
    main()
