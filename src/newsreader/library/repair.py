"""Mending what `doctor` finds: damaged files set aside, what can be read of them kept, all that is derived rebuilt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsreader.errors import StoreError
from newsreader.library.catch_up import catch_up
from newsreader.library.changes import prepare
from newsreader.library.context import Context
from newsreader.library.findings import index_problems, is_of_older_format, misplaced
from newsreader.library.migrating import bring_up
from newsreader.library.rescue import rescue_bookmarks, rescue_sources
from newsreader.store.aside import set_aside
from newsreader.store.check import damaged_files
from newsreader.store.files import read_bytes, remove_tree
from newsreader.store.history import newest_first
from newsreader.store.layout import Layout, chunk_number
from newsreader.store.salvage import salvaged
from newsreader.store.settle import settle
from newsreader.store.sources import read_library
from newsreader.store.tables import Tables, write_tables
from newsreader.store.union import unite

__all__ = ["repair"]

_HELD = {
    "health.json": "when each source is due; the next refresh reads them all",
    "place.json": "where the reader was left",
    "stories.json": "what was said by hand of stories",
    "deleted.json": "which articles were deleted; they may come back as new",
    "credentials.json": "names and passwords of sources; add those sources again with theirs",
}
_TABLE = {"health.json": "health", "stories.json": "marks", "deleted.json": "deleted"}


def repair(context: Context) -> list[str]:
    """Mend the library; gives what was mended and what the damage cost, one line each.

    Raises:
        NewerFormatError: a newer program wrote the library; nothing is touched.
        StoreError: the disk failed; done once more, the rest is mended.
    """
    with context.lock.hold():
        return list(_repaired(context))


def _repaired(context: Context) -> Iterator[str]:
    layout = context.layout
    if is_of_older_format(layout):
        bring_up(context)
        yield context.notices.pop()
    for path, error in list(damaged_files(layout)):
        yield from _mended(context, path, error)
    for leftover in list(layout.leftovers()):
        remove_tree(leftover)
        yield f"{layout.name(leftover)}: what a killed program left is removed"
    if read_library(layout) is not None:
        prepare(context)
    catch_up(context)
    yield from _put_in_place(context)
    if list(index_problems(context)):
        context.index.discard()
        catch_up(context)
        yield "the index is made anew; it held nothing that the files do not"


def _mended(context: Context, path: Path, error: StoreError) -> Iterator[str]:
    layout, name = context.layout, context.layout.name(path)
    readable: Tables = {}
    if path.exists():
        readable = salvaged(read_bytes(path) or b"")
        layout.seen(path.parent.name).unlink(missing_ok=True)  # the files of a directory are to be read again
        yield f"{error} -> {layout.name(set_aside(layout, path))}"
    if path == layout.library:
        found = rescue_sources(layout)
        if readable.get("meta"):
            unite(path, readable)
            found = max(found, len(readable.get("sources", {})))
        yield f"{name}: {found} sources found again"
    elif path == layout.bookmarks:
        found = rescue_bookmarks(layout)
        if readable.get("bookmarks"):
            unite(path, readable)
            found = max(found, len(readable["bookmarks"]))
        yield f"{name}: {found} bookmarks found again"
    else:
        yield _kept(context, path, readable)


def _kept(context: Context, path: Path, readable: Tables) -> str:
    """Put what could be read of a file back, and say what is lost of it."""
    layout, name = context.layout, context.layout.name(path)
    chunk = chunk_number(path.name)
    table = chunk[0] if chunk else _TABLE.get(path.name, "")
    found = readable.get(table, {})
    if found:
        write_tables(path, readable)
    if path.parent == layout.history:
        return f"{name}: lost is one change of the history; what it did stays as it is, and cannot be undone"
    if chunk is None:
        return (
            f"{name}: {len(found)} lines kept; lost is, of the rest, {_HELD.get(path.name, 'what it held')}"
        )
    lost = _lost(context, path, chunk, {str(each["id"]) for each in found.values()})
    if chunk[0] == "states":
        return f"{name}: marks of {len(found)} articles kept, {lost} that were read are unread again"
    back = "; newsreader refresh --force brings back those that their source still has" if lost else ""
    return f"{name}: {len(found)} articles kept, {lost} lost{back}"


def _lost(context: Context, path: Path, chunk: tuple[str, int], kept: set[str]) -> int:
    """How many articles, or marks, the index knows of that file beside those *kept*."""
    if path.parent.parent != context.layout.root / "sources":
        return 0  # in the trash; the index never knew
    known = context.index.audit.articles(path.parent.name).items()
    here = {
        name for name, (number, read, _) in known if number == chunk[1] and (read or chunk[0] == "articles")
    }
    return len(here - kept)


def _put_in_place(context: Context) -> Iterator[str]:
    layout: Layout = context.layout
    library = read_library(layout)
    if library is None:
        return
    steps = sorted(newest_first(layout, context.notices), key=lambda step: step.number)
    for source_id, line in list(misplaced(layout, library)):
        if source_id not in library.sources and source_id not in library.removed:
            rescue_sources(layout, only=source_id)
        else:
            settle(layout, source_id, library, steps)
        yield f"{line} -> put where it belongs"
    catch_up(context)
