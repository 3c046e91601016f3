"""Where things stand in a library, and which of its files a change of size or time concerns."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsreader.model.stamp import FileStamp
from newsreader.store.copies import copy_of
from newsreader.store.files import TEMPORARY, translated

__all__ = ["CHUNK_BYTES", "OPEN", "Layout", "chunk_number", "stamp_of"]

CHUNK_BYTES = 256 * 1024
"""A file of articles that has reached this size is closed and a new one is begun, so that a write stays small."""

OPEN = ".open.json"
"""How the name of a step ends that may not be finished."""

_CHUNK = re.compile(r"(articles|states)-(\d{4,})\.json\Z")


def chunk_number(name: str) -> tuple[str, int] | None:
    """`("articles", 7)` for `articles-0007.json`; None for any other name."""
    found = _CHUNK.fullmatch(name)
    return (found[1], int(found[2])) if found else None


def stamp_of(path: Path) -> FileStamp | None:
    """Size and time of change of *path*; None where there is no such file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return FileStamp(status.st_size, status.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths in the library at `root`."""

    root: Path

    @property
    def library(self) -> Path:
        """Format number and sources."""
        return self.root / "library.json"

    @property
    def health(self) -> Path:
        """How sources fare."""
        return self.root / "health.json"

    @property
    def bookmarks(self) -> Path:
        """What is kept."""
        return self.root / "bookmarks.json"

    @property
    def stories(self) -> Path:
        """What people said about stories."""
        return self.root / "stories.json"

    @property
    def place(self) -> Path:
        """Where the reader was left."""
        return self.root / "place.json"

    @property
    def lock(self) -> Path:
        """The file that writers lock."""
        return self.root / ".lock"

    @property
    def turn(self) -> Path:
        """The file that writers lock while they wait for the lock."""
        return self.cache / "turn"

    @property
    def history(self) -> Path:
        """The directory of steps."""
        return self.root / "history"

    def has_open_steps(self) -> bool:
        """Whether a change was saved that the other files may not all show. Costs the names in the history."""
        try:
            return any(name.endswith(OPEN) for name in os.listdir(self.history))  # noqa: PTH208 - at every start
        except FileNotFoundError:
            return False

    @property
    def trash(self) -> Path:
        """The directory of removed sources."""
        return self.root / "trash"

    @property
    def damaged(self) -> Path:
        """The directory of files set aside."""
        return self.root / "damaged"

    @property
    def cache(self) -> Path:
        """The directory of what is derived."""
        return self.root / "cache"

    @property
    def index(self) -> Path:
        """The index, derived."""
        return self.cache / "index.sqlite"

    @property
    def credentials(self) -> Path:
        """Names and passwords, where the system has no keyring."""
        return self.root / "credentials.json"

    def claim(self, source_id: str) -> Path:
        """The file that whoever reads a source locks."""
        return self.cache / "claims" / source_id

    def seen(self, source_id: str) -> Path:
        """The files of a directory as they were read last, derived."""
        return self.cache / "directories" / source_id

    def source(self, source_id: str) -> Path:
        """The directory of one source's articles."""
        return self.root / "sources" / source_id

    def articles(self, source_id: str, number: int) -> Path:
        """One file of articles."""
        return self.source(source_id) / f"articles-{number:04}.json"

    def states(self, source_id: str, number: int) -> Path:
        """The marks on the articles of the same number."""
        return self.source(source_id) / f"states-{number:04}.json"

    def deleted(self, source_id: str) -> Path:
        """Which articles of a source were deleted."""
        return self.source(source_id) / "deleted.json"

    def trashed(self, step: int, source_id: str) -> Path:
        """Where the articles of a source go that the step removed."""
        return self.trash / f"{step}-{source_id}"

    def name(self, path: Path) -> str:
        """*path* as it is called inside the library."""
        return path.relative_to(self.root).as_posix()

    def stamps(self) -> dict[str, FileStamp]:
        """Size and time of every file that the index is derived from, by its name inside the library."""
        return self.survey()[0]

    def survey(self) -> tuple[dict[str, FileStamp], list[Path]]:
        """As `stamps`, and beside it the copies that a service laid down which keeps machines in step."""
        with translated(self.root):
            found = {
                self.name(path): stamp
                for path in (self.library, self.health, self.bookmarks, self.stories)
                if (stamp := stamp_of(path)) is not None
            }
            copies: list[Path] = []
            for entry in self._files():
                if chunk_number(entry.name) and entry.is_file(follow_symlinks=False):
                    status = entry.stat()
                    found[entry.path[len(str(self.root)) + 1 :]] = FileStamp(
                        status.st_size, status.st_mtime_ns
                    )
                elif copy_of(entry.name) and entry.is_file(follow_symlinks=False):
                    copies.append(Path(entry.path))
            copies += self._other_copies()
        return found, copies

    def _other_copies(self) -> Iterator[Path]:
        for directory in (self.root, self.history, *self.trash.glob("*/")):
            if directory.is_dir():
                names = os.listdir(directory)  # noqa: PTH208 - names alone are wanted, at every start
                yield from (directory / name for name in names if copy_of(name))

    def chunks(self, source_id: str, what: str = "articles") -> list[int]:
        """The numbers of one source's files of articles, or of `states`, in order."""
        try:
            names = os.listdir(self.source(source_id))  # noqa: PTH208 - names alone are wanted, and there may be many
        except FileNotFoundError:
            return []
        found = (chunk_number(name) for name in names)
        return sorted(chunk[1] for chunk in found if chunk and chunk[0] == what)

    def leftovers(self) -> Iterator[Path]:
        """Temporary files that a killed writer left; hold the lock, or they may be somebody's."""
        for directory in (str(self.root), str(self.history), *self._source_directories()):
            # Those of other programs, such as Syncthing's, begin with a dot or a tilde.
            yield from Path(directory).glob(f"[!.~]*{TEMPORARY}")

    def _source_directories(self) -> Iterator[str]:
        try:
            with os.scandir(self.root / "sources") as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        yield entry.path
        except FileNotFoundError:
            return

    def _files(self) -> Iterator[os.DirEntry[str]]:
        for directory in self._source_directories():
            with os.scandir(directory) as entries:
                yield from entries
