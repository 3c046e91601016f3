"""Fetching the page of an article behind the screen: the program's own command, in a process that can hang alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["Pages"]


class Pages:
    """Fetches pages for one screen."""

    def __init__(self, screen: MainScreen, data_dir: Path) -> None:
        self._screen = screen
        config = screen.config.path
        self._command = [
            sys.executable, "-P", "-m", "newsreader", "--data-dir", str(data_dir),
            *(["--config", config] if config else []), "fetch",
        ]  # fmt: skip
        self._running: set[subprocess.Popen[str]] = set()
        self._ended = False

    def fetch(self, article_id: str, done: Callable[[str], None]) -> None:
        """Fetch the page of an article; *done* is told why there is no more text, or "", on the screen's thread."""
        self._screen.asker.ask("page", lambda: self._fetched(article_id), done)

    def end(self) -> None:
        """Stop; the reader is left."""
        self._ended = True
        for process in list(self._running):
            process.terminate()

    def _fetched(self, article_id: str) -> str:
        with subprocess.Popen(  # noqa: S603 - our own program
            [*self._command, article_id],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        ) as process:
            self._running.add(process)
            if self._ended:
                process.terminate()
            said = process.communicate()[1].strip()
            self._running.discard(process)
        if process.returncode == 0:
            return ""
        line = said.splitlines()[-1] if said else "the page was not fetched"
        return line.removeprefix("newsreader: ").removeprefix(f"{article_id}: ")
