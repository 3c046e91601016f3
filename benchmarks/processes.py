"""Whole processes: how long they take, and what they leave on the disk."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

__all__ = ["PROGRAM", "median", "megabytes", "run", "slow_disk"]

PROGRAM = [sys.executable, "-m", "newsreader"]


def run(*command: str, environment: dict[str, str] | None = None) -> tuple[float, str]:
    """Run a command: wall seconds, and what it printed."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return time.perf_counter() - start, done.stdout


def median(runs: int, *command: str) -> float:
    """The median wall seconds of *runs* runs."""
    return statistics.median(run(*command)[0] for _ in range(runs))


def megabytes(path: Path) -> float:
    """The size of a file, or of all files in a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(each.stat().st_size for each in files if each.is_file()) / 1e6


def slow_disk(milliseconds: float) -> dict[str, str]:
    """An environment in which every fsync takes that much longer."""
    folder = str(Path(__file__).parent / "slow_disk")
    return {**os.environ, "PYTHONPATH": folder, "SLOW_DISK_MS": str(milliseconds)}
