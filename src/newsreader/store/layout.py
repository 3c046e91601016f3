"""Where things stand in a library."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from newsreader.store.files import TEMPORARY, names_in, translated

__all__ = ["CHUNK_BYTES", "OPEN", "Layout", "chunk_number"]

CHUNK_BYTES = 256 * 1024
"""A file of articles that has reached this size is closed and a new one is begun, so that a write stays small."""

OPEN = ".open.json"
"""How the name of a step ends that may not be finished."""

_CHUNK = re.compile(r"(articles|states)-(\d{4,})\.json\Z")


def chunk_number(name: str) -> tuple[str, int] | None:
    """`("articles", 7)` for `articles-0007.json`; None for any other name."""
    found = _CHUNK.fullmatch(name)
    return (found[1], int(found[2])) if found else None


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
        return any(name.endswith(OPEN) for name in names_in(self.history))

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

    def chunks(self, source_id: str, what: str = "articles") -> list[int]:
        """The numbers of one source's files of articles, or of `states`, in order."""
        found = (chunk_number(name) for name in names_in(self.source(source_id)))
        return sorted(chunk[1] for chunk in found if chunk and chunk[0] == what)

    def leftovers(self) -> Iterator[Path]:
        """Temporary files that a killed writer left; hold the lock, or they may be somebody's."""
        for directory in (str(self.root), str(self.history), *self.source_directories()):
            # Those of other programs, such as Syncthing's, begin with a dot or a tilde.
            yield from Path(directory).glob(f"[!.~]*{TEMPORARY}")

    def source_directories(self) -> Iterator[str]:
        """Where the articles of each source are, of those that are gone too."""
        directory = self.root / "sources"
        with translated(directory), suppress(FileNotFoundError), os.scandir(directory) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield entry.path
