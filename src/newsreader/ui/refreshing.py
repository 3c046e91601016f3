"""Refreshing behind the screen: the program's own command as a child, whose lines move the progress bar."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

__all__ = ["Progress", "Refresher"]

_LONGEST_LINE = 1 << 20
_YIELDING = 10


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh is.

    Attributes:
        done: sources that were read.
        total: sources that were to be read when it began.
        new: articles that came.
        troubled: sources that could not be read.
        offline: sources that were not read since there is no connection.
        ended: whether all were read; what is to be found out of their articles may take longer.
        stopped: whether it was stopped.
    """

    done: int = 0
    total: int = 0
    new: int = 0
    troubled: int = 0
    offline: int = 0
    ended: bool = False
    stopped: bool = False


class Refresher:
    """Runs one refresh at a time. All on the screen's own thread."""

    def __init__(self, data_dir: Path, told: Callable[[Progress], None], *, config: str = "") -> None:
        """Refresh the library at *data_dir* under the settings in the file *config*, "" for none; tell *told* of it."""
        self._command = [
            sys.executable,
            "-P",
            "-m",
            "newsreader",
            "--data-dir",
            str(data_dir),
            *(["--config", config] if config else []),
            "refresh",
            "--json",
            "--relate",
        ]
        self._told = told
        self._process: asyncio.subprocess.Process | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopped = False

    @property
    def is_running(self) -> bool:
        """Whether a refresh is under way."""
        return self._task is not None and not self._task.done()

    def start(self, total: int, *, force: bool, only: str = "") -> None:
        """Read what is due, or all, or *only* the source of that id; *total* is how many sources that will be."""
        if not self.is_running:
            self._stopped = False
            more = [*(["--force"] if force else []), *([only] if only else [])]
            self._task = asyncio.create_task(self._run(Progress(total=total), more))

    def stop(self) -> None:
        """Stop it; what was stored stays."""
        self._stopped = True
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.terminate()

    async def _run(self, progress: Progress, more: list[str]) -> None:
        self._told(progress)
        try:
            self._process = process = await asyncio.create_subprocess_exec(
                *self._command,
                *more,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=_LONGEST_LINE,
            )
            _yield_to_the_screen(process.pid)
            assert process.stdout is not None
            async for line in process.stdout:
                progress = _after(progress, line)
                self._told(progress)
            await process.wait()
        finally:
            self._process = None
            if not progress.ended:
                self._told(replace(progress, ended=True, stopped=self._stopped))


def _yield_to_the_screen(pid: int) -> None:
    """Let the screen go first where there is work for both: a first refresh keeps two cores busy for minutes."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, _YIELDING)


def _after(progress: Progress, line: bytes) -> Progress:
    told = json.loads(line)
    if "total" in told:
        return replace(progress, ended=True)
    offline = bool(told.get("offline"))
    return replace(
        progress,
        done=progress.done + 1,
        new=progress.new + told["new"],
        troubled=progress.troubled + (told["error"] is not None and not offline),
        offline=progress.offline + offline,
    )
