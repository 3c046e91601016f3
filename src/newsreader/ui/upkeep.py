"""Keeps the library up to date while the reader is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.ui.refreshing import Progress, Refresher
    from newsreader.ui.screens.main import MainScreen

__all__ = ["Upkeep"]

_BAR = 12


class Upkeep:
    """Refreshes what is due after the first screen is painted, then whenever something is, and on a key."""

    def __init__(self, screen: MainScreen, data_dir: Path) -> None:
        self._screen = screen
        self._data_dir = data_dir
        self._is_offline = self._was_asked = False

    @cached_property
    def _refresher(self) -> Refresher:
        from newsreader.ui.refreshing import Refresher  # behind the first headlines

        return Refresher(self._data_dir, self._told, config=self._screen.config.path)

    def begin(self) -> None:
        """Look whether anything is due, now and as often as the settings say."""
        every = self._screen.config.refresh_interval
        if every is not None:
            self.look()
            self._screen.set_interval(every.total_seconds(), self.look)

    def toggle(self) -> None:
        """Refresh all sources, or stop refreshing."""
        if self._refresher.is_running:
            self._refresher.stop()
        else:
            self._start(force=True)

    def read(self, source_id: str) -> None:
        """Refresh one source, unless a refresh is under way."""
        if self._refresher.is_running:
            self._screen.status.say("a refresh is under way; ^r stops it")
        else:
            self._was_asked = True
            self._refresher.start(1, force=True, only=source_id)

    def end(self) -> None:
        """Stop; the reader is left."""
        self._refresher.stop()

    def look(self) -> None:
        """Refresh what is due, if anything is."""
        if not self._refresher.is_running:
            self._start(force=False)

    def _start(self, *, force: bool) -> None:
        self._was_asked = force
        self._screen.asker.ask(
            "due",
            lambda: (self._screen.library.due(force=force), self._screen.library.unrelated()),
            lambda left: self._refresher.start(left[0], force=force) if any(left) else None,
        )

    def _told(self, progress: Progress) -> None:
        if not self._screen.is_running:
            return  # left meanwhile; what is told then has no place any more
        if progress.ended:
            self._screen.status.busy("refresh", "")
            # Who is offline for a day need not be told every minute.
            if not progress.offline or self._was_asked or not self._is_offline:
                self._screen.status.say(_summed(progress), error=False)
            self._is_offline = bool(progress.offline)
        else:
            self._screen.status.busy("refresh", _bar(progress))


def _bar(progress: Progress) -> str:
    total = max(progress.total, progress.done, 1)
    filled = _BAR * progress.done // total
    troubled = f"  {progress.troubled} in trouble" if progress.troubled else ""
    return f"refreshing {'━' * filled}{'─' * (_BAR - filled)} {progress.done} of {total}{troubled}"


def _summed(progress: Progress) -> str:
    if progress.offline:
        return f"no connection: {progress.offline} of {progress.done} sources wait for one"
    new = f"{progress.new} new article{'' if progress.new == 1 else 's'}" if progress.new else "nothing new"
    troubled = f"; {progress.troubled} in trouble, X tells which" if progress.troubled else ""
    if progress.stopped:
        return f"stopped after {progress.done} of {max(progress.total, progress.done)}: {new}{troubled}"
    return f"{new}{troubled}"
