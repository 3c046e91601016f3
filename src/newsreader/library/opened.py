"""An opened library, as every part of its one door needs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from newsreader.index.errors import IndexDamagedError
from newsreader.library.context import open_context
from newsreader.model.settings import Config

__all__ = ["Opened"]

T = TypeVar("T")


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Opened:
    """What the parts of `library.Library` share: the context, and asking an index that may prove damaged."""

    def __init__(
        self, root: Path, *, clock: Callable[[], datetime] | None = None, config: Config | None = None
    ) -> None:
        """Open the library at *root*, made where it is missing.

        Args:
            root: its directory.
            clock: gives the time, aware and in UTC; else that of the machine.
            config: the settings in force; else the defaults.
        """
        self._context = open_context(root, clock or _utc_now, config or Config())

    @property
    def config(self) -> Config:
        """The settings in force."""
        return self._context.config

    def close(self) -> None:
        """Close what is open; the object is of no use afterwards."""
        self._context.index.close()

    def _ask(self, question: Callable[[], T]) -> T:
        """Ask; an index that proves damaged is made anew from the library's files, and asked once more."""
        try:
            return question()
        except IndexDamagedError:
            from newsreader.library.catch_up import catch_up

            self._context.index.discard()
            catch_up(self._context)
            return question()
