"""Articles that were deleted and are not to come back as new: deleted.json beside a source's articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsreader.errors import DamagedFileError
from newsreader.store.aside import set_aside
from newsreader.store.layout import Layout
from newsreader.store.tables import Tables, damaged, documents, write_tables

__all__ = ["Tombstone", "deleted_articles", "note_deleted", "packed", "read_deleted", "unpacked"]

_DIGITS = 16


@dataclass(frozen=True, slots=True, order=True)
class Tombstone:
    """That an article was deleted, or came back from the trash.

    Attributes:
        at: when, milliseconds since 1970.
        gone: whether it is deleted since.
    """

    at: int
    gone: bool


def deleted_articles(layout: Layout, source_id: str) -> set[str]:
    """The ids of the articles of a source that are deleted; a damaged file is set aside. Hold the lock.

    Raises:
        StoreError: they could not be read.
    """
    return {name for name, stone in _known(layout, source_id).items() if stone.gone}


def note_deleted(layout: Layout, source_id: str, names: Iterable[str], stone: Tombstone) -> None:
    """Remember of these articles that they are deleted, or not any more. Hold the lock.

    Raises:
        StoreError: it could not be written; what was known before is there.
    """
    known = _known(layout, source_id)
    new = known | {name: max(stone, known.get(name, stone)) for name in names}
    if new != known:
        write_tables(layout.deleted(source_id), packed(new))


def _known(layout: Layout, source_id: str) -> dict[str, Tombstone]:
    path = layout.deleted(source_id)
    try:
        return read_deleted(path)
    except DamagedFileError:
        set_aside(layout, path)
        return {}


def read_deleted(path: Path) -> dict[str, Tombstone]:
    """The tombstones in one file, by article id.

    Raises:
        DamagedFileError: it is not what this program writes.
        StoreError: it could not be read.
    """
    try:
        return unpacked(documents(path, "deleted"))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path, "its list of deleted articles is not one") from error


def unpacked(found: Iterable[Mapping[str, Any]]) -> dict[str, Tombstone]:
    """Tombstones by article id, from the documents of the table. Raises KeyError, TypeError or ValueError."""
    stones: dict[str, Tombstone] = {}
    for document in found:
        if not isinstance(document["id"], int):
            raise TypeError("the time of a tombstone is a whole number")
        for field, gone in (("gone", True), ("back", False)):
            stone = Tombstone(document["id"], gone)
            for name in _names(document.get(field, "")):
                stones[name] = max(stone, stones.get(name, stone))
    return stones


def _names(text: str) -> Iterable[str]:
    if len(text) % _DIGITS:
        raise ValueError("ids have sixteen digits")
    int(text or "0", 16)
    return (text[start : start + _DIGITS] for start in range(0, len(text), _DIGITS))


def packed(stones: Mapping[str, Tombstone]) -> Tables:
    """The table: a document a time, its ids one behind another, since they are 16 digits each and there may be many."""
    found: dict[int, dict[str, Any]] = {}
    for name, stone in sorted(stones.items(), key=lambda item: (item[1], item[0])):
        document = found.setdefault(stone.at, {"id": stone.at})
        field = "gone" if stone.gone else "back"
        document[field] = document.get(field, "") + name
    return {"deleted": {str(number): document for number, document in enumerate(found.values(), 1)}}
