"""Two copies of one library, changed on two machines, made one without loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsreader.errors import DamagedFileError, OlderFormatError, UsageError
from newsreader.library.changes import prepare
from newsreader.library.context import Context
from newsreader.library.taking_in import take_in
from newsreader.model.change import Deletion, SourceChange, Step
from newsreader.store.aside import set_aside
from newsreader.store.copies import copy_of
from newsreader.store.credentials import unite_credentials
from newsreader.store.history import check_step, forget_steps, newest_first, replace_steps
from newsreader.store.layout import Layout, chunk_number
from newsreader.store.migrate import readable
from newsreader.store.settle import homes_of, settle
from newsreader.store.sources import check_format, read_library
from newsreader.store.steps import merged_steps, rehomed, same_step
from newsreader.store.tables import Tables, damaged, read_tables
from newsreader.store.union import unite

__all__ = ["Merged", "merge", "take_in_copies"]

Pair = tuple[str, Path]

_LIBRARY = "library.json"


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge.

    Attributes:
        articles: how many more articles there are.
        bookmarks: how many more bookmarks.
        sources: how many more sources.
        steps: how many more changes the history knows.
        left_out: files of the other copy that could not be read, one line each.
    """

    articles: int
    bookmarks: int
    sources: int
    steps: int
    left_out: tuple[str, ...]


def merge(context: Context, other: Path) -> Merged:
    """Take in all that the library at *other* has, which is only read.

    Of marks, bookmarks, sources and settings the newest change counts, articles of both stay, and so does the history.

    Raises:
        UsageError: there is no other library at *other*.
        NewerFormatError: a newer program wrote it.
        DamagedFileError: its library.json cannot be read; nothing was taken in.
        StoreError: something could not be written; done once more, it will be.
    """
    if not other.is_dir() or not (other / "library.json").exists():
        raise UsageError(
            "no library is there; name the folder that holds its library.json", subject=str(other)
        )
    if other.samefile(context.layout.root):
        raise UsageError("this is the library itself; name another", subject=str(other))
    left_out: list[str] = []
    with readable(Layout(other), context.layout.cache) as theirs, context.lock.hold():
        prepare(context)
        before = _numbers(context)
        _Merge(context, lambda _, error: left_out.append(str(error))).run(list(_of_library(theirs)))
        after = _numbers(context)
    articles, bookmarks, sources, steps = (new - old for new, old in zip(after, before, strict=True))
    return Merged(articles, bookmarks, sources, steps, tuple(left_out))


def take_in_copies(context: Context, copies: Sequence[Path]) -> None:
    """Take in what a service that keeps machines in step laid beside files that both had changed, and remove it.

    A copy that cannot be read is set aside and named in `context.notices`.

    Raises:
        NewerFormatError: one of them is of a newer program; nothing was touched.
        StoreError: something could not be written; the copies are there still.
    """
    layout = context.layout
    with context.lock.hold():

        def failed(path: Path, error: DamagedFileError) -> None:
            set_aside(layout, path)
            context.notices.append(str(error))

        pairs = [
            (layout.name(path.with_name(copy_of(path.name) or "")), path) for path in copies if path.exists()
        ]
        _Merge(context, failed).run(pairs)
        for path in copies:
            path.unlink(missing_ok=True)


def _numbers(context: Context) -> tuple[int, int, int, int]:
    counts = context.index.rows.counts()
    steps = sum(1 for _ in newest_first(context.layout, context.notices))
    return counts.articles, counts.bookmarks, len(counts.by_source), steps


def _of_library(theirs: Layout) -> Iterator[Pair]:
    """Every file of another library by the name that it has there; its sources first, for they tell its format."""
    yield theirs.name(theirs.library), theirs.library
    for path in (theirs.health, theirs.bookmarks, theirs.stories, theirs.credentials):
        yield theirs.name(path), path
    for pattern in ("sources/*/*.json", "trash/*/*.json", "history/*.json"):
        for path in sorted(theirs.root.glob(pattern)):
            if copy_of(path.name) is None:
                yield theirs.name(path), path


class _Merge:
    """One merge: files of another copy, by the names that they have there, taken in kind by kind. Hold the lock."""

    def __init__(self, context: Context, failed: Callable[[Path, DamagedFileError], None]) -> None:
        self._context = context
        self._layout = context.layout
        self._failed = failed
        self._touched: set[str] = set()
        self._sources: set[str] = set()

    def run(self, pairs: Sequence[Pair]) -> None:
        """Take all in. Raises as `merge`."""
        self._take_sources([path for name, path in pairs if name == _LIBRARY])
        numbers = self._take_steps([path for name, path in pairs if name.startswith("history/")])
        for name, path in pairs:
            if name != _LIBRARY and not name.startswith("history/"):
                self._attempt(path, lambda name=name, path=path: self._take_file(name, path, numbers))  # type: ignore[misc]
        self._settle()
        take_in(self._context, self._touched)
        prepare(self._context)

    def _attempt(self, path: Path, what: Callable[[], None]) -> None:
        try:
            what()
        except DamagedFileError as error:
            self._failed(path, error)

    def _take_sources(self, paths: Sequence[Path]) -> None:
        before = self._listed()
        for path in paths:
            self._attempt(path, lambda path=path: self._unite(_LIBRARY, path))  # type: ignore[misc]
        self._sources |= before ^ self._listed()

    def _listed(self) -> set[str]:
        library = read_library(self._layout)
        return set(library.sources) if library else set()

    def _take_steps(self, paths: Sequence[Path]) -> dict[int, int]:
        """The history of both; gives the new numbers of theirs, by those that they had."""
        theirs: list[Step] = []
        for path in paths:
            self._attempt(path, lambda path=path: theirs.append(check_step(path)))  # type: ignore[misc]
        ours = self._steps()
        merged = merged_steps(ours, theirs)
        replace_steps(self._layout, ours, merged)
        forget_steps(self._layout, [])
        for step in theirs:
            self._sources |= _sources_of(step)
        found = {same_step(step): step.number for step in merged}
        return {step.number: found[same_step(step)] for step in theirs}

    def _steps(self) -> list[Step]:
        return sorted(newest_first(self._layout, self._context.notices), key=lambda step: step.number)

    def _take_file(self, name: str, path: Path, numbers: Mapping[int, int]) -> None:
        place, _, rest = name.partition("/")
        if place == "credentials.json":
            unite_credentials(self._layout, path)
        elif place == "trash":
            number, _, of = rest.partition("-")
            source_id = of.partition("/")[0]
            self._unite(f"trash/{numbers.get(int(number), int(number))}-{of}", path)
            self._sources.add(source_id)
        elif place != "place.json":
            self._unite(name, path)
            if place == "sources":
                self._sources.add(rest.partition("/")[0])

    def _unite(self, name: str, path: Path) -> None:
        theirs = read_tables(path)
        if theirs is None:
            return
        ours = self._layout.root / name
        if name == _LIBRARY:
            _refuse_another_format(path, theirs)
        try:
            changed = unite(ours, theirs)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise damaged(path, "what it holds is not what it should be") from error
        except DamagedFileError as error:
            if name in (_LIBRARY, "bookmarks.json"):
                raise
            self._context.notices.append(str(error))
            set_aside(self._layout, ours)
            changed = unite(ours, theirs)
        if changed and _is_indexed(name):
            self._touched.add(name)

    def _settle(self) -> None:
        library = read_library(self._layout)
        assert library is not None
        steps = self._steps()
        for source_id in sorted(self._sources):
            self._touched |= settle(self._layout, source_id, library, steps)
        homes = {source_id: homes_of(self._layout, source_id) for source_id in self._sources}
        replace_steps(self._layout, steps, [rehomed(step, homes) for step in steps])


def _refuse_another_format(path: Path, theirs: Tables) -> None:
    try:
        check_format(path, theirs)
    except OlderFormatError as error:
        # A single file cannot be migrated; whoever needs it finds it among those set aside.
        raise damaged(path, "it is a copy of an older format") from error


def _sources_of(step: Step) -> set[str]:
    """The sources of which a step moves articles."""
    found: set[str] = set()
    for operation in step.change.operations:
        if isinstance(operation, Deletion):
            found |= operation.ids.keys()
        elif isinstance(operation, SourceChange):
            found |= {source.id for source in (operation.before, operation.after) if source is not None}
    return found


def _is_indexed(name: str) -> bool:
    file = name.rpartition("/")[2]
    return name in (_LIBRARY, "health.json", "bookmarks.json", "stories.json") or (
        name.startswith("sources/") and chunk_number(file) is not None
    )
