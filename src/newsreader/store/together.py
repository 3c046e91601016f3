"""Files that are written together: what a disk takes its time for is asked of it once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from newsreader.errors import StoreError
from newsreader.store.files import TEMPORARY, make_missing, rename, sync_directory, write_beside

__all__ = ["Together"]

_AT_ONCE = 16


class Together:
    """Gathers new contents of files, and puts them on the disk as `files.write_atomic` does, but all at once.

    Each file is as it was or as it should be, whenever a crash comes; some may be the one and some the other.
    """

    def __init__(self) -> None:
        self._contents: dict[Path, bytes] = {}

    def put(self, path: Path, data: bytes) -> None:
        """Gather *data* as the content to be of *path*; the last one counts."""
        self._contents[path] = data

    def commit(self) -> None:
        """Write what was gathered; on return it is on the disk. Hold the library's lock.

        Raises:
            StoreError: a file could not be written. Each is whole, and most likely none is new.
        """
        contents, self._contents = self._contents, {}
        changed = {path.parent for path in contents}
        for directory in list(changed):
            changed.update(make_missing(directory))
        try:
            _side_by_side(write_beside, list(contents.items()))
            for path in contents:
                rename(path.with_name(path.name + TEMPORARY), path)
        except StoreError:
            for path in contents:
                with suppress(OSError):
                    path.with_name(path.name + TEMPORARY).unlink(missing_ok=True)
            raise
        _side_by_side(sync_directory, [(directory,) for directory in changed])

    @contextmanager
    def meanwhile(self) -> Iterator[None]:
        """As `commit`, while the block does something else; what was gathered is on the disk when it ends."""
        with ThreadPoolExecutor(1) as thread:
            written = thread.submit(self.commit)
            yield
            written.result()


def _side_by_side(do: Callable[..., object], calls: Sequence[tuple[object, ...]]) -> None:
    """Call *do* with each of *calls*, several together: a disk that takes 30 ms for one takes little more for ten.

    Raises what the first of those raises that fail, after all have ended.
    """
    if len(calls) <= 1:
        for call in calls:
            do(*call)
        return
    with ThreadPoolExecutor(min(len(calls), _AT_ONCE)) as threads:
        running = [threads.submit(do, *call) for call in calls]
    for each in running:
        each.result()
