"""What is subscribed to, and how it fares: library.json and health.json."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsreader.errors import NewerFormatError, OlderFormatError
from newsreader.model.codec_settings import setting_from_json, setting_to_json
from newsreader.model.codec_sources import health_from_json, health_to_json, source_from_json, source_to_json
from newsreader.model.setting import Setting
from newsreader.model.source import Health, Source
from newsreader.store.layout import Layout
from newsreader.store.tables import Tables, damaged, documents, read_tables

__all__ = [
    "FORMAT",
    "LibraryFile",
    "check_format",
    "drop_health",
    "is_begun",
    "put_format",
    "put_health",
    "put_settings",
    "put_sources",
    "read_format",
    "read_health",
    "read_library",
]

FORMAT = 1
"""The form of the library that this program writes; see docs/library-on-disk.md."""


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """What library.json says.

    Attributes:
        sources: by id, in the order in which they stand in the file.
        removed: when sources that are gone were removed, by id; milliseconds since 1970.
        settings: what a person chose for all of it, by name; also what was taken back.
    """

    sources: dict[str, Source]
    removed: dict[str, int]
    settings: dict[str, Setting]


def read_library(layout: Layout) -> LibraryFile | None:
    """The content of library.json; None in a library that was never written.

    Raises:
        NewerFormatError: a newer program wrote it.
        OlderFormatError: an older program did.
        DamagedFileError: it is not what this program writes, or it is missing beside sources.
        StoreError: it could not be read.
    """
    if (tables := _tables(layout)) is None:
        return None
    try:
        return _library_file(tables.get("sources", {}), tables.get("settings", {}))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(layout.library, "a source or setting in it is not one") from error


def is_begun(layout: Layout) -> bool:
    """Whether there is a library, of this format; its sources, which take 17 ms where they are 1,000, are not read.

    Raises as `read_library`.
    """
    return _tables(layout) is not None


def _tables(layout: Layout) -> Tables | None:
    tables = read_tables(layout.library, "meta")
    if tables is not None:
        check_format(layout.library, tables)
    elif any((layout.root / "sources").glob("*/articles-*.json")):
        raise damaged(layout.library, "it is missing")
    return tables


def read_format(path: Path) -> int | None:
    """The format number in the library.json *path*; None where there is no such file. Raises as `read_library`."""
    tables = read_tables(path, "meta")
    return None if tables is None else _format(path, tables)


def _format(path: Path, tables: Tables) -> int:
    number = next((document.get("format") for document in tables["meta"].values()), None)
    if not isinstance(number, int):
        raise damaged(path, "its format number is missing")
    return number


def check_format(path: Path, tables: Tables) -> None:
    """Refuse *tables*, which *path* holds, where they are of another format. Raises as `read_library`."""
    number = _format(path, tables)
    if number > FORMAT:
        raise NewerFormatError(
            f"written by a newer newsreader (format {number}, this one knows {FORMAT}); update newsreader",
            subject=str(path),
        )
    if number < FORMAT:
        raise OlderFormatError(
            f"written by an older newsreader (format {number}); `newsreader doctor --repair` brings it to {FORMAT}",
            subject=str(path),
        )


def _library_file(
    table: Mapping[str, Mapping[str, Any]], settings: Mapping[str, Mapping[str, Any]]
) -> LibraryFile:
    sources: dict[str, Source] = {}
    removed: dict[str, int] = {}
    for document in table.values():
        if "removed_at" in document:
            removed[document["id"]] = int(document["removed_at"])
        else:
            sources[document["id"]] = source_from_json(document)
    chosen = map(setting_from_json, settings.values())
    return LibraryFile(sources, removed, {setting.id: setting for setting in chosen})


def put_sources(
    layout: Layout, sources: Iterable[Source] = (), removed: Mapping[str, int] | None = None
) -> None:
    """Put *sources* into library.json, and a tombstone for each id of *removed*; begins the file where it is missing.

    Hold the lock.

    Raises:
        StoreError: it could not be written; the old content is there.
    """
    from newsreader.store.storage import change, put

    tombstones = [{"id": source_id, "removed_at": at} for source_id, at in (removed or {}).items()]
    with change(layout.library, "meta") as database:
        if not database.table("meta").all():
            database.table("meta").insert({"format": FORMAT})
        found = [*(source_to_json(source) for source in sources), *tombstones]
        if found:
            put(database.table("sources"), found)


def put_format(layout: Layout, number: int) -> None:
    """Write the format number. Hold the lock. Raises as `put_sources`."""
    from newsreader.store.storage import change

    with change(layout.library, "meta") as database:
        database.table("meta").update({"format": number})


def put_settings(layout: Layout, settings: Iterable[Setting]) -> None:
    """Put these into library.json, which is there. Hold the lock. Raises as `put_sources`."""
    from newsreader.store.storage import change, put

    with change(layout.library, "meta") as database:
        put(database.table("settings"), [setting_to_json(setting) for setting in settings])


def read_health(layout: Layout) -> dict[str, Health]:
    """How each source fares, by its id; a source that is not there was never tried.

    Raises:
        DamagedFileError: the file is not what this program writes.
        StoreError: it could not be read.
    """
    try:
        return {document["id"]: health_from_json(document) for document in documents(layout.health, "health")}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(layout.health, "a line of it is not what it should be") from error


def put_health(layout: Layout, healths: Mapping[str, Health]) -> None:
    """Put these into health.json. Hold the lock.

    Raises:
        StoreError: it could not be written; the old content is there.
    """
    from newsreader.store.storage import change, put

    with change(layout.health, "health") as database:
        put(database.table("health"), [health_to_json(name, health) for name, health in healths.items()])


def drop_health(layout: Layout, source_ids: Collection[str]) -> None:
    """Take these out of health.json. Hold the lock. Raises as `put_health`."""
    from newsreader.store.storage import change

    with change(layout.health, "health") as database:
        database.table("health").remove(lambda document: document["id"] in source_ids)
