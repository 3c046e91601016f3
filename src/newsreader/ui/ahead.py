"""Texts that are likely to be wanted next, read and broken into lines while no key waits for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.library.library import Library
    from newsreader.model.row import ArticleRow
    from newsreader.model.version import Version
    from newsreader.ui.reading import Reading, Ready

__all__ = ["Ahead"]

_MOST = 4
_HARMLESS = frozenset(("marks", "nearness"))
"""Parts of the library that may change without any text being another one."""


class Ahead:
    """The last few texts that were read. `read` is for any thread, of two at once one may be forgotten; `get` for the
    screen's.

    Args:
        library: where they are.
        reading: reads the one of a row.
    """

    def __init__(self, library: Library, reading: Callable[[ArticleRow], Reading]) -> None:
        self._library = library
        self._reading = reading
        self._known: dict[str, tuple[Version, Ready]] = {}

    def read(self, row: ArticleRow, width: int) -> Ready:
        """Read an article, to be shown in lines of at most *width* columns."""
        # Behind the first headlines, with the first text.
        from newsreader.ui.article_lines import article_lines
        from newsreader.ui.reading import Ready

        version = self._library.version()
        reading = self._reading(row)
        ready = Ready(reading, width, article_lines(reading, width))
        # Another dictionary in one step: the screen's thread looks into it meanwhile.
        newest = {**self._known, row.id: (version, ready)}
        self._known = dict(list(newest.items())[-_MOST:])
        return ready

    def get(self, row: ArticleRow) -> Ready | None:
        """What was read of an article, with the marks that *row* has; None where it may be another by now."""
        if row.id not in self._known:
            return None
        version, ready = self._known[row.id]
        is_old = not self._library.version().since(version) <= _HARMLESS
        if is_old or ready.reading.changes is not None:
            return None
        seen = replace(ready.reading, row=replace(ready.reading.row, read=row.read))
        return replace(ready, reading=seen)
