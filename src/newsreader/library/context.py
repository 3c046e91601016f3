"""What every part of the library's API works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from newsreader.index.index import Index
from newsreader.library.rarity import KnownRarity
from newsreader.model.settings import Config
from newsreader.store.layout import Layout
from newsreader.store.lock import LibraryLock

__all__ = ["Context", "open_context"]


@dataclass(frozen=True, slots=True)
class Context:
    """One opened library.

    Attributes:
        layout: where its files stand.
        lock: held for every change of a file.
        index: what questions are answered from.
        clock: gives the time; aware, UTC.
        config: the settings in force.
        rarity: how rare terms are, kept from one question to the next.
        notices: what a person should be told once: files that were set aside, one line each.
    """

    layout: Layout
    lock: LibraryLock
    index: Index
    clock: Callable[[], datetime]
    config: Config = field(default_factory=Config)
    notices: list[str] = field(default_factory=list)
    rarity: KnownRarity = field(default_factory=KnownRarity)

    def now_ms(self) -> int:
        """The time in whole milliseconds since 1970."""
        return int(self.clock().timestamp() * 1000)


def open_context(root: Path, clock: Callable[[], datetime], config: Config) -> Context:
    """Open the library at *root* under these settings; its directory is made where it is missing.

    Raises:
        StoreError: the directory cannot be used.
    """
    from newsreader.store.cache import make_cache

    layout = Layout(root)
    make_cache(layout)
    lock = LibraryLock(layout.lock, layout.turn)
    return Context(layout, lock, Index(layout.index, now=lambda: clock().astimezone()), clock, config)
