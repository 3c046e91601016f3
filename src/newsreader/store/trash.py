"""What was removed, kept until its step is forgotten: sources with all that is theirs, and deleted articles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from newsreader.errors import DamagedFileError
from newsreader.model.codec_sources import health_from_json, health_to_json
from newsreader.model.source import Health
from newsreader.store.aside import set_aside
from newsreader.store.deleted import Tombstone, note_deleted
from newsreader.store.files import move, remove_tree
from newsreader.store.layout import Layout
from newsreader.store.sources import drop_health, put_health, read_health
from newsreader.store.tables import Tables, read_tables, write_tables
from newsreader.store.union import move_documents, unite

__all__ = ["bring_back", "delete", "discard", "fold", "restore"]

Chunks = Mapping[int, Collection[str]]


def discard(layout: Layout, step: int, source_ids: Collection[str]) -> set[str]:
    """Move all that is of these sources to the trash of that step, and how they fare with it. Hold the lock.

    Returns:
        The names inside the library of what may have changed; a directory's name ends in "/".

    Raises:
        StoreError: it could not be done to its end; done once more, it will be.
    """
    healths = _healths(layout)
    faring = [name for name in source_ids if name in healths]
    for name in faring:
        write_tables(
            layout.source(name) / layout.health.name, {"health": {"1": health_to_json(name, healths[name])}}
        )
    for name in source_ids:
        fold(layout, layout.source(name), layout.trashed(step, name))
    if faring:
        drop_health(layout, faring)
    return _touched(layout, source_ids, health=bool(faring))


def restore(layout: Layout, step: int, source_ids: Collection[str]) -> set[str]:
    """Take back what `discard` did. Gives and raises as it does."""
    for name in source_ids:
        fold(layout, layout.trashed(step, name), layout.source(name))
    laid = {name: path for name in source_ids if (path := layout.source(name) / layout.health.name).exists()}
    known = _healths(layout) if laid else {}
    found = {
        name: health_from_json(document)
        for name, path in laid.items()
        if name not in known
        for document in _read(layout, path, "health").get("health", {}).values()
    }
    if found:
        put_health(layout, found)
    for path in laid.values():
        path.unlink(missing_ok=True)
    return _touched(layout, source_ids, health=bool(found))


def _touched(layout: Layout, source_ids: Collection[str], *, health: bool) -> set[str]:
    names = {layout.name(layout.source(name)) + "/" for name in source_ids}
    return names | ({layout.name(layout.health)} if health else set())


def _healths(layout: Layout) -> Mapping[str, Health]:
    try:
        return read_health(layout)
    except DamagedFileError:
        set_aside(layout, layout.health)
        return {}


def fold(layout: Layout, origin: Path, target: Path) -> None:
    """Move the directory *origin* to *target*; what is there already is united with it. Hold the lock.

    Raises:
        StoreError: it could not be done to its end; done once more, it will be.
    """
    if not origin.is_dir():
        return
    if not target.exists():
        move(origin, target)
        return
    for path in sorted(origin.iterdir()):
        beside = target / path.name
        if beside.exists():
            try:
                unite(beside, read_tables(path) or {})
            except (DamagedFileError, KeyError, TypeError, ValueError):
                set_aside(layout, path)
        else:
            move(path, beside)
    remove_tree(origin)


def delete(layout: Layout, step: int, source_id: str, chunks: Chunks, at: int) -> set[str]:
    """Move articles with their marks to the trash of that step, and note that they are not to come again.

    Hold the lock; gives and raises as `discard`.
    """
    if not layout.source(source_id).is_dir():
        return set()
    note_deleted(layout, source_id, _names(chunks), Tombstone(at, gone=True))
    touched: set[str] = set()
    for path, table, wanted in _files(layout, source_id, chunks):
        try:
            if move_documents(path, layout.trashed(step, source_id) / path.name, table, wanted):
                touched.add(layout.name(path))
        except DamagedFileError:
            set_aside(layout, path)
    return touched


def bring_back(layout: Layout, step: int, source_id: str, chunks: Chunks, at: int) -> set[str]:
    """Take back what `delete` did. Gives and raises as it does."""
    trash = layout.trashed(step, source_id)
    if not layout.source(source_id).is_dir():
        return set()  # the source was removed since, by another machine
    touched = {layout.name(layout.source(source_id) / path.name) for path in trash.glob("*.json")}
    fold(layout, trash, layout.source(source_id))
    note_deleted(layout, source_id, _names(chunks), Tombstone(at, gone=False))
    return touched


def _names(chunks: Chunks) -> Iterator[str]:
    return (name for names in chunks.values() for name in names)


def _files(layout: Layout, source_id: str, chunks: Chunks) -> Iterator[tuple[Path, str, Collection[str]]]:
    for number, names in chunks.items():
        yield layout.articles(source_id, number), "articles", set(names)
        yield layout.states(source_id, number), "states", set(names)


def _read(layout: Layout, path: Path, table: str) -> Tables:
    try:
        return read_tables(path, table) or {}
    except DamagedFileError:
        set_aside(layout, path)
        return {}
