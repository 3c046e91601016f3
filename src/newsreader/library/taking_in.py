"""Taking files of the library into the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsreader.errors import DamagedFileError
from newsreader.index.catch_up import differences
from newsreader.library.context import Context
from newsreader.library.mute_rules import queries_in_force
from newsreader.library.records import bookmark_record, record
from newsreader.model.stamp import FileStamp
from newsreader.model.story import StoryMark
from newsreader.store.articles import read_chunk
from newsreader.store.aside import set_aside
from newsreader.store.bookmarks import read_bookmarks
from newsreader.store.heal import may_hold_sides, part_sides
from newsreader.store.layout import chunk_number
from newsreader.store.sources import read_health, read_library
from newsreader.store.states import read_states
from newsreader.store.stories import read_story_marks
from newsreader.store.survey import stamp_of, stamps

__all__ = ["reindex", "take_in"]

_ORDER = ("library.json", "articles", "states", "bookmarks.json", "stories.json", "health.json")


def reindex(context: Context, found: Mapping[str, FileStamp]) -> bool | None:
    """Take in the files that differ from what the index knows, and no others; gives whether there were any.

    None says that nothing was taken in yet: git had left both sides of a conflict in some, which stand beside one
    another now, as copies that have to be taken in first.

    Of the files that there are, *found* tells size and time, as `Layout.stamps` gives them. A damaged file is set
    aside and named in `context.notices`.

    Raises:
        NewerFormatError: a newer program wrote the library.
        OlderFormatError: an older one did; it has to be migrated first.
        DamagedFileError: library.json or bookmarks.json is damaged; it is left where it is.
        StoreError: a file could not be read, or the index not written.
    """
    known = {name: _under(context, name, stamp) for name, stamp in found.items()}
    difference = differences(context.index.writer.stamps(), known)
    if _part_sides(context, difference.changed):
        return None
    if difference:
        take_in(context, [*difference.changed, *difference.gone])
    return bool(difference)


def _part_sides(context: Context, changed: Iterable[str]) -> bool:
    """Whether git left both sides of a conflict in one of these files; each side stands alone then."""
    layout = context.layout
    suspects = [layout.root / name for name in changed if may_hold_sides(layout.root / name)]
    if not suspects:
        return False
    with context.lock.hold():
        return part_sides(
            [*suspects, *layout.root.glob("history/*.json"), *layout.root.glob("sources/*/deleted.json")]
        )


def take_in(context: Context, names: Iterable[str]) -> None:
    """Reindex files of the library, by their names inside it; a name that ends in "/" means all below it.

    Raises as `reindex`, but for what a migration mends.
    """
    wanted = sorted(_expanded(context, names), key=_rank)
    with context.lock.hold(), context.index.batch():
        for name in wanted:
            stamp = stamp_of(context.layout.root / name)
            if stamp is None:
                _forget(context, name)
                continue
            try:
                _put(context, name, _under(context, name, stamp))
            except DamagedFileError as error:
                if name in ("library.json", "bookmarks.json"):
                    raise
                context.notices.append(str(error))
                _set_aside(context, name)


def _set_aside(context: Context, name: str) -> None:
    """Put a damaged file aside, and what can be read of it back."""
    from newsreader.store.salvage import put_back  # nobody who has no damage needs it

    path = context.layout.root / name
    if chunk_number(path.name):
        context.layout.seen(path.parent.name).unlink(
            missing_ok=True
        )  # the files of a directory are to be read again
    if put_back(path, set_aside(context.layout, path)) and (stamp := stamp_of(path)) is not None:
        _put(context, name, stamp)
    else:
        _forget(context, name)


def _under(context: Context, name: str, stamp: FileStamp) -> FileStamp:
    """The stamp of a file as it is taken in under the settings in force, which say more of some sources."""
    if name != "library.json" or not (other := context.config.fingerprint):
        return stamp
    return FileStamp(stamp.size, stamp.mtime_ns ^ other)


def _rank(name: str) -> tuple[int, str]:
    file = name.rsplit("/", 1)[-1]
    return next(number for number, start in enumerate(_ORDER) if file.startswith(start)), name


def _expanded(context: Context, names: Iterable[str]) -> set[str]:
    wanted = set(names)
    folders = tuple(name for name in wanted if name.endswith("/"))
    if not folders:
        return wanted
    every = {*stamps(context.layout), *context.index.writer.stamps()}
    return wanted.difference(folders) | {name for name in every if name.startswith(folders)}


def _forget(context: Context, name: str) -> None:
    """Take out what the file held that is gone; the index forgets only articles by itself."""
    nothing = FileStamp(0, 0)
    writer = context.index.writer
    if name == "library.json":
        read_library(context.layout)  # missing beside articles it is damage, and raises
        writer.put_sources(name, nothing, ())
    elif name == "bookmarks.json":
        writer.put_bookmarks(name, nothing, ())
    elif name == "stories.json":
        _take_story_marks(context, name, nothing, {})
    elif name == "health.json":
        writer.put_health(name, nothing, {})
    else:
        source_id, what, number = _chunk(name)
        if what == "states":
            writer.put_states(name, nothing, source_id, number, {})
    writer.forget_file(name)


def _put(context: Context, name: str, stamp: FileStamp) -> None:
    layout, writer = context.layout, context.index.writer
    if name == "library.json":
        library = read_library(layout)
        sources = library.sources.values() if library else ()
        shown = [context.config.over(source) for source in sources]
        writer.put_sources(name, stamp, shown, queries_in_force(context, library))
    elif name == "bookmarks.json":
        kept = [bookmark for bookmark in read_bookmarks(layout).values() if not bookmark.removed]
        writer.put_bookmarks(name, stamp, [bookmark_record(bookmark) for bookmark in kept])
    elif name == "stories.json":
        _take_story_marks(context, name, stamp, read_story_marks(layout))
    elif name == "health.json":
        writer.put_health(name, stamp, read_health(layout))
    else:
        source_id, what, number = _chunk(name)
        if what == "articles":
            found = read_chunk(layout, source_id, number)
            writer.put_chunk(name, stamp, source_id, number, [record(article, number) for article in found])
        else:
            writer.put_states(name, stamp, source_id, number, read_states(layout, source_id, number))


def _take_story_marks(
    context: Context, name: str, stamp: FileStamp, marks: Mapping[tuple[str, str], StoryMark]
) -> None:
    if news := context.index.writer.put_story_marks(name, stamp, marks):
        from newsreader.library.grouping import remark  # what likeness needs, and a person seldom says

        remark(context, news)


def _chunk(name: str) -> tuple[str, str, int]:
    """Source id, what the file holds, and its number."""
    _, source_id, file = name.split("/")
    chunk = chunk_number(file)
    assert chunk is not None
    return source_id, *chunk
