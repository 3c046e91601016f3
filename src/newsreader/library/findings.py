"""What can be wrong between the files of the library, and between them and the index."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader.errors import DamagedFileError
from newsreader.library.context import Context
from newsreader.library.mute_rules import queries_in_force
from newsreader.model.article import ArticleState
from newsreader.store.bookmarks import read_bookmarks
from newsreader.store.deleted import read_deleted
from newsreader.store.layout import Layout
from newsreader.store.migrate import is_older
from newsreader.store.settle import homes_of, unsettled
from newsreader.store.sources import LibraryFile, read_health, read_library
from newsreader.store.states import read_states

__all__ = ["index_problems", "is_of_older_format", "misplaced"]


def is_of_older_format(layout: Layout) -> bool:
    """Whether the library has to be migrated first."""
    try:
        return is_older(layout)
    except DamagedFileError:
        return False


def misplaced(layout: Layout, library: LibraryFile) -> Iterator[tuple[str, str]]:
    """Sources of which something stands where it does not belong: their ids, each with a line that says what.

    Raises:
        DamagedFileError: a file cannot be read.
        StoreError: the disk failed.
    """
    for path in sorted(layout.root.glob("sources/*/")):
        source_id = path.name
        if source_id not in library.sources:
            if any(path.glob("*.json")):
                why = "removed" if source_id in library.removed else "not in library.json"
                yield source_id, f"sources/{source_id}: it has files, and is {why}"
            continue
        if astray := sum(1 for _ in unsettled(layout, source_id)):
            yield source_id, f"sources/{source_id}: {astray} articles or marks stand twice, or apart"
        stones = read_deleted(layout.deleted(source_id))
        gone = {name for name, stone in stones.items() if stone.gone}
        if gone and (there := len(gone & homes_of(layout, source_id).keys())):
            yield source_id, f"sources/{source_id}: {there} deleted articles are still there"


def index_problems(context: Context) -> Iterator[str]:
    """What the index says otherwise than the files: sources, how they fare, articles, marks, bookmarks; a line each.

    Raises as `misplaced`.
    """
    layout, audit = context.layout, context.index.audit
    library = read_library(layout)
    sources = library.sources if library else {}
    healths = read_health(layout)
    rows = {row.source.id: row for row in context.index.rows.sources()}
    for source_id, source in sources.items():
        row = rows.pop(source_id, None)
        if row is None or row.source != context.config.over(source):
            yield f"the index knows another {source.title}"
        elif source_id in healths and row.health != healths[source_id]:
            yield f"the index says otherwise how {source.title} fares"
        if differing := _differing(context, source_id):
            yield f"the index knows {differing} articles of {source.title} otherwise"
    yield from (f"the index knows {row.source.title}, which is removed" for row in rows.values())
    if audit.mutes() != set(queries_in_force(context, library)):
        yield "the index knows other mute rules than there are"
    kept = {name: each.kept_at for name, each in read_bookmarks(layout).items() if not each.removed}
    if kept != audit.bookmarks():
        yield f"the index knows other bookmarks than the {len(kept)} that there are"


def _differing(context: Context, source_id: str) -> int:
    """How many articles of a source are in one of files and index alone, or stand or are marked otherwise."""
    layout = context.layout
    homes = homes_of(layout, source_id)
    states: dict[str, ArticleState] = {}
    for number in layout.chunks(source_id, "states"):
        states |= read_states(layout, source_id, number)
    stored = {
        name: (number, bool((state := states.get(name)) and state.read), bool(state and state.hidden))
        for name, number in homes.items()
    }
    indexed = context.index.audit.articles(source_id)
    return len({name for name, _ in stored.items() ^ indexed.items()})
