"""One program at a time reads a source: a lock a source, which the system frees when a process dies."""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass

from newsreader.store.files import make_directory, translated
from newsreader.store.layout import Layout

__all__ = ["Claim", "claim"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A source that this program alone reads; a context manager that gives it free."""

    descriptor: int

    def __enter__(self) -> Claim:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.descriptor)


def claim(layout: Layout, source_id: str) -> Claim | None:
    """Claim a source; None where another program has it.

    Raises:
        StoreError: the lock file could not be opened.
    """
    path = layout.claim(source_id)
    make_directory(path.parent)
    with translated(path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return Claim(descriptor)
