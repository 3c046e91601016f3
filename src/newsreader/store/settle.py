"""After files of two machines came together: every article once, with its marks, where the sources and the history
say that it belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from newsreader.model.change import Deletion, SourceChange, Step
from newsreader.store.deleted import Tombstone, read_deleted
from newsreader.store.layout import Layout
from newsreader.store.sources import LibraryFile, read_health
from newsreader.store.tables import documents
from newsreader.store.trash import delete, discard, restore
from newsreader.store.union import move_documents

__all__ = ["gather", "homes_of", "is_astray", "may_be_astray", "settle", "trashed_sources", "unsettled"]


def settle(layout: Layout, source_id: str, library: LibraryFile, steps: Sequence[Step]) -> set[str]:
    """Put all that is of one source where it belongs, among its articles or in the trash. Hold the lock.

    Args:
        layout: the library.
        source_id: which source.
        library: what is subscribed to.
        steps: the history, oldest first.

    Returns:
        The names inside the library of what may have changed; a directory's name ends in "/".

    Raises:
        StoreError: it could not be done to its end; done once more, it will be.
    """
    touched: set[str] = set()
    by_number = {step.number: step for step in steps}
    for number in _trashed(layout, source_id):
        if (step := by_number.get(number)) is not None and not _holds(step, source_id):
            touched |= restore(layout, number, [source_id])
    removal = _removal(source_id, steps)
    if source_id in library.sources:
        if removal is not None:
            # Removed on one machine and changed on the other after that: it stays, with what both have of it.
            touched |= restore(layout, removal.number, [source_id])
        touched |= gather(layout, source_id)
        touched |= _delete_again(layout, source_id, steps)
    elif source_id in library.removed and _has_any(layout, source_id):
        number = removal.number if removal is not None else library.removed[source_id]
        touched |= discard(layout, number, [source_id])
    return touched


def may_be_astray(layout: Layout, library: LibraryFile) -> set[str]:
    """Sources that are removed and have files, or are subscribed to and have some in the trash. Costs names only."""
    present = {path.name for path in layout.root.glob("sources/*/")}
    return present & library.removed.keys() | trashed_sources(layout) & library.sources.keys()


def trashed_sources(layout: Layout) -> set[str]:
    """The ids of all sources of which something is in the trash."""
    return {path.name.partition("-")[2] for path in layout.trash.glob("*/")}


def is_astray(layout: Layout, source_id: str, library: LibraryFile, steps: Sequence[Step]) -> bool:
    """Whether files of a source lie among the articles or in the trash, and the list of sources says otherwise.

    Articles that were deleted lie in the trash by right. Args as `settle`; no file of articles is read.
    """
    if source_id not in library.sources:
        return source_id in library.removed and layout.source(source_id).is_dir()
    numbers = _trashed(layout, source_id)
    removal = _removal(source_id, steps)
    if removal is not None and removal.number in numbers:
        return True
    return any(step.number in numbers and not _holds(step, source_id) for step in steps)


def _trashed(layout: Layout, source_id: str) -> list[int]:
    names = (path.name.partition("-")[0] for path in layout.trash.glob(f"*-{source_id}"))
    return sorted(int(name) for name in names if name.isdecimal())


def _holds(step: Step, source_id: str) -> bool:
    """Whether the step, as it stands, keeps what is of that source in the trash."""
    for operation in step.change.operations:
        if isinstance(operation, Deletion) and source_id in operation.ids:
            return not step.undone
    return _presence(step, source_id) is False


def _presence(step: Step, source_id: str) -> bool | None:
    """Whether the source is there after the step; None where the step leaves that as it is."""
    for operation in step.change.operations:
        if isinstance(operation, SourceChange) and (operation.before is None) != (operation.after is None):
            source = operation.before or operation.after
            if source is not None and source.id == source_id:
                return (operation.after is not None) != step.undone
    return None


def _removal(source_id: str, steps: Iterable[Step]) -> Step | None:
    """The last step that made the source come or go, if it made it go."""
    found = [step for step in steps if _presence(step, source_id) is not None]
    last = max(found, key=lambda step: (step.touched, step.number), default=None)
    return last if last is not None and _presence(last, source_id) is False else None


def _has_any(layout: Layout, source_id: str) -> bool:
    return layout.source(source_id).is_dir() or source_id in read_health(layout)


def homes_of(layout: Layout, source_id: str) -> dict[str, int]:
    """Under which number each article of a source stands; the lowest, where there are several."""
    homes: dict[str, int] = {}
    for number in layout.chunks(source_id):
        for document in documents(layout.articles(source_id, number), "articles"):
            homes.setdefault(document["id"], number)
    return homes


def unsettled(layout: Layout, source_id: str) -> Iterator[tuple[str, str, int, int]]:
    """What stands under a number that is not its own: table, article id, that number, the right one."""
    homes = homes_of(layout, source_id)
    for table, of in (("articles", layout.articles), ("states", layout.states)):
        for number in layout.chunks(source_id, table):
            for document in documents(of(source_id, number), table):
                home = homes.get(document["id"], number)
                if home != number:
                    yield table, document["id"], number, home


def gather(layout: Layout, source_id: str) -> set[str]:
    """Make each article of a source stand once, and its marks beside it. Hold the lock; gives as `settle`."""
    moves: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for table, name, number, home in unsettled(layout, source_id):
        moves[table, number, home].add(name)
    touched: set[str] = set()
    for (table, number, home), names in moves.items():
        of = layout.articles if table == "articles" else layout.states
        path, target = of(source_id, number), of(source_id, home)
        move_documents(path, target, table, names)
        touched |= {layout.name(path), layout.name(target)}
    return touched


def _delete_again(layout: Layout, source_id: str, steps: Iterable[Step]) -> set[str]:
    """What one machine deleted goes, though the other still had it."""
    gone = {name: stone for name, stone in read_deleted(layout.deleted(source_id)).items() if stone.gone}
    if not gone:
        return set()
    numbers = _deletions(source_id, steps)
    found: dict[tuple[int, Tombstone], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, home in homes_of(layout, source_id).items():
        if (stone := gone.get(name)) is not None:
            found[numbers.get(name, stone.at), stone][home].append(name)
    touched: set[str] = set()
    for (number, stone), chunks in found.items():
        touched |= delete(layout, number, source_id, chunks, stone.at)
    return touched


def _deletions(source_id: str, steps: Iterable[Step]) -> dict[str, int]:
    """By which step articles of a source lie in the trash, by their ids."""
    return {
        name: step.number
        for step in steps
        if not step.undone
        for operation in step.change.operations
        if isinstance(operation, Deletion)
        for names in operation.ids.get(source_id, {}).values()
        for name in names
    }
