"""Files that git left with both sides of a conflict in them, parted again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from newsreader.errors import DamagedFileError
from newsreader.store.files import translated, write_atomic
from newsreader.store.tables import parse_object

__all__ = ["may_hold_sides", "part_sides"]

# The library's files are one line each, so that either side is a whole file.
_SIDES = re.compile(
    rb"<<<<<<< [^\n]*\n([^\n]*)\n(?:\|{7} [^\n]*\n[^\n]*\n)?=======\n([^\n]*)\n>>>>>>> [^\n]*\n?\Z"
)


def may_hold_sides(path: Path) -> bool:
    """Whether the file begins as git begins a conflict."""
    with translated(path):
        try:
            with path.open("rb") as file:
                return file.read(8) == b"<<<<<<< "
        except FileNotFoundError:
            return False


def part_sides(paths: Iterable[Path]) -> bool:
    """Lay the other side of each file that git could not merge beside it, as copies in conflict are; gives whether any.

    Hold the lock.

    Raises:
        StoreError: one could not be read or written.
    """
    parted = [path for path in paths if _part(path)]
    return bool(parted)


def _part(path: Path) -> bool:
    with translated(path):
        sides = _SIDES.match(path.read_bytes())
    if not sides:
        return False
    try:
        for side in sides.groups():
            parse_object(side, path)
    except DamagedFileError:
        return False
    write_atomic(path.with_name(f"{path.stem} (theirs).json"), sides[2])
    write_atomic(path, sides[1])
    return True
