"""What a command works with: where the library is, and where output goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsreader.cli.output import Output
from newsreader.errors import NewsreaderError, StoreError

if TYPE_CHECKING:
    from newsreader.library.library import Library
    from newsreader.model.settings import Config

__all__ = ["DONE", "FAILED", "Session", "relate_few"]

T = TypeVar("T")

DONE = 0
FAILED = 1

_FEW = 300
"""For so many new articles a command finds neighbours and stories before it ends, which takes under a second."""


@dataclass(frozen=True, slots=True)
class Session:
    """One run of one command.

    Attributes:
        data_dir: the library's directory; it need not exist.
        out: standard output and standard error.
        config_file: the settings file; it need not exist.
        config_asked: whether that file was asked for by name.
    """

    data_dir: Path
    out: Output
    config_file: Path
    config_asked: bool = False
    _loaded: list[Config] = field(default_factory=list)

    def config(self) -> Config | None:
        """The settings in their file; None where there is no file, unless it was asked for.

        It is read once, and what is wrong with it is told once.

        Raises:
            UsageError: it cannot be read.
        """
        if not self.config_asked and not self.config_file.is_file():
            return None
        from newsreader.config import load  # tomllib and all; most people have no such file

        if not self._loaded:
            self._loaded.append(load(self.config_file))
            for problem in self._loaded[0].problems:
                self.out.error(problem, str(self.config_file))
        return self._loaded[0]

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
            return Library(self.data_dir, config=self.config())
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


def relate_few(library: Library) -> None:
    """Find neighbours and stories where few articles wait for them; many are left for the reader."""
    if library.unrelated() <= _FEW:
        library.relate()
