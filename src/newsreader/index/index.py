"""The index as the library sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsreader.index.conditions import Conditions
from newsreader.index.database import Database
from newsreader.index.rows import Rows
from newsreader.model.query import ListQuery
from newsreader.model.row import ArticleRow
from newsreader.model.version import Version

if TYPE_CHECKING:
    from newsreader.index.audit import Audit
    from newsreader.index.features import FeatureTable
    from newsreader.index.search import Search
    from newsreader.index.stories import StoryTable
    from newsreader.index.surplus import Surplus
    from newsreader.index.vectors import VectorTable
    from newsreader.index.writer import Writer

__all__ = ["Index"]

T = TypeVar("T")


def _here_and_now() -> datetime:
    return datetime.now().astimezone()


class Index:
    """Everything that lists, counts and searches are answered from: derived, in one SQLite file, may be deleted.

    Threads and programs may use one file at once; each thread has its own connection. Opening a missing, damaged or
    older file makes it anew, empty. Damage may also show later: any method may raise IndexDamagedError, after which
    `discard` gives an empty index to fill from the library; and StoreError, when the file cannot be reached, is busy
    for too long or the disk is full.

    Args:
        path: the file, such as `<data dir>/cache/index.sqlite`; `-wal`, `-shm`, `.lock`,
            `.turn` and `.writing` stand beside it.
        now: gives the time that ages in queries count from; aware. Dates are taken to be of its time zone.

    Attributes:
        rows: what lists show.

    Raises:
        StoreError: the file can be neither opened nor made.
    """

    def __init__(self, path: Path, *, now: Callable[[], datetime] = _here_and_now) -> None:
        self._database = Database(path)
        self._conditions = Conditions(self._database, now)
        self.rows = Rows(self._database, self._conditions)

    # The first screen asks for rows alone; whatever else there is loads when it is asked for.

    @cached_property
    def features(self) -> FeatureTable:
        """What likeness is reckoned from."""
        from newsreader.index.features import FeatureTable

        return FeatureTable(self._database)

    @cached_property
    def surplus(self) -> Surplus:
        """What rules of retention are about."""
        from newsreader.index.surplus import Surplus

        return Surplus(self._database)

    @cached_property
    def audit(self) -> Audit:
        """All of it, to be held against the library."""
        from newsreader.index.audit import Audit

        return Audit(self._database)

    @cached_property
    def vectors(self) -> VectorTable:
        """What stands near what."""
        from newsreader.index.vectors import VectorTable

        return VectorTable(self._database)

    @cached_property
    def stories(self) -> StoryTable:
        """Which articles tell the same story."""
        from newsreader.index.stories import StoryTable

        return StoryTable(self._database)

    @cached_property
    def writer(self) -> Writer:
        """Takes library files in."""
        from newsreader.index.writer import Writer

        return Writer(self._database, self._conditions, self.features, self.vectors)

    @cached_property
    def _search(self) -> Search:
        from newsreader.index.search import Search

        return Search(self._database, self._conditions, self.rows)

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def fresh(self) -> bool:
        """Whether this object made the file anew since it was opened, so that it has to be filled."""
        return self._database.fresh

    def close(self) -> None:
        """Close every thread's connection; a later call opens the file again."""
        self._database.close()

    def discard(self) -> None:
        """Delete the file and make it anew, empty."""
        self._database.discard()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make all that is written within one transaction: all of it or nothing. Holds off other writers meanwhile."""
        with self._database.batch():
            yield

    def until_wanted(self, each: Iterable[T]) -> Iterator[T]:
        """These, and after the first no more once somebody waits for the transaction under way; it has to end then."""
        return self._database.until_wanted(each)

    def version(self) -> Version:
        """The state that the index is in, whatever program brought it there; costs some 20 µs."""
        return self._database.version()

    def search(self, text: str, limit: int = 50, *, typing: bool = False) -> list[ArticleRow]:
        """Articles that have these words in title or text, best first, each with its `score`.

        Args:
            text: in the query language; see `grammar`.
            limit: most rows.
            typing: whether the last word is still being written, and stands for all words that begin so.

        Raises:
            QueryError: *text* is wrong, and where.
        """
        return self._search.ranked(ListQuery(text=text, typing=typing), limit)

    def make_searchable(self) -> None:
        """Find the words of all articles that came since somebody searched, 0.16 ms each; else the next search does."""
        self._search.make_ready()

    def find_title(self, headline: str) -> ArticleRow | None:
        """The newest article in the lists with that headline, whatever its capitals and accents; None for none."""
        return self._search.title(headline)
