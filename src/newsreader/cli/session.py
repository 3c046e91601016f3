"""What a command works with: where the library is, and where output goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsreader.cli.output import Output
from newsreader.errors import NewsreaderError, StoreError

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["DONE", "FAILED", "Session"]

T = TypeVar("T")

DONE = 0
FAILED = 1


@dataclass(frozen=True, slots=True)
class Session:
    """One run of one command.

    Attributes:
        data_dir: the library's directory; it need not exist.
        out: standard output and standard error.
    """

    data_dir: Path
    out: Output

    @contextmanager
    def library(self, *, damaged: bool = False) -> Iterator[Library]:
        """Open the library for the block; files that had to be set aside are told.

        Args:
            damaged: open it as it is, whatever state its files are in.

        Raises:
            StoreError: it cannot be read.
        """
        library = self._opened()
        try:
            if not damaged:
                library.catch_up()
            yield library
        finally:
            for notice in library.notices():
                self.out.error(notice)
            library.close()

    def _opened(self) -> Library:
        from newsreader.library.library import Library

        try:
            return Library(self.data_dir)
        except OSError as error:  # a name that no file system takes
            reason = error.strerror or "it cannot be opened"
            raise StoreError(f"{reason}; name another with --data-dir", subject=str(self.data_dir)) from error

    def each(self, words: Sequence[str], do: Callable[[str], T]) -> tuple[list[T], int]:
        """Do something for every word; a word that fails gives its line, and the others go on.

        Returns:
            What *do* gave, without the failed ones; the exit code.

        Raises:
            StoreError: the library failed, and would for the other words too.
        """
        done: list[T] = []
        code = DONE
        for word in dict.fromkeys(words):
            try:
                done.append(do(word))
            except StoreError:
                raise
            except NewsreaderError as error:
                self.out.error(error.message, error.subject or word)
                code = FAILED
        return done, code
