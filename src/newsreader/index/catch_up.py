"""Which library files have to be taken in again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsreader.model.stamp import FileStamp

__all__ = ["Difference", "differences"]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the index does not know yet.

    Attributes:
        changed: paths of new and changed files, sorted.
        gone: paths of files that were taken in and are not there any more, sorted.
    """

    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.changed or self.gone)


def differences(known: Mapping[str, FileStamp], found: Mapping[str, FileStamp]) -> Difference:
    """What of the files *found* differs from those *known* (`Writer.stamps`)."""
    changed = sorted(path for path, stamp in found.items() if known.get(path) != stamp)
    return Difference(tuple(changed), tuple(sorted(known.keys() - found.keys())))
