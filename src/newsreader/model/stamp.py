"""What tells one version of a library file from the next."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FileStamp"]


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file's size and time of change, as `os.stat` gives them.

    Attributes:
        size: bytes.
        mtime_ns: nanoseconds since 1970.
    """

    size: int
    mtime_ns: int
