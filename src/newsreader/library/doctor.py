"""Looking every file of the library over, and mending what can be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsreader.errors import DamagedFileError, OlderFormatError, StoreError
from newsreader.index.catch_up import differences
from newsreader.library.catch_up import catch_up, stamps
from newsreader.library.changes import prepare
from newsreader.library.context import Context
from newsreader.library.migrating import bring_up
from newsreader.library.rescue import rescue_bookmarks, rescue_sources
from newsreader.store.articles import read_chunk
from newsreader.store.aside import kept_aside, set_aside
from newsreader.store.bookmarks import read_bookmarks
from newsreader.store.files import remove_tree
from newsreader.store.history import check_step
from newsreader.store.layout import Layout, chunk_number
from newsreader.store.migrate import is_older
from newsreader.store.sources import read_health, read_library
from newsreader.store.states import read_states
from newsreader.store.stories import read_story_marks

__all__ = ["Report", "doctor"]


@dataclass(frozen=True, slots=True)
class Report:
    """What `doctor` found.

    Attributes:
        problems: what is wrong now, one line each.
        repaired: what was mended, one line each.
        kept_aside: files that were damaged, now or earlier, by their names inside the library.
    """

    problems: tuple[str, ...]
    repaired: tuple[str, ...] = ()
    kept_aside: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def doctor(context: Context, *, repair: bool = False) -> Report:
    """Check every file of the library and the index against them.

    With *repair*, damaged files are set aside, what they held is taken from what other files tell of it, and the
    index is made anew where it differs.

    Raises:
        NewerFormatError: a newer program wrote the library; nothing is touched.
        StoreError: the disk failed.
    """
    repaired = _repair(context) if repair else []
    with context.lock.hold():
        problems = [str(error) for _, error in _damaged_files(context.layout)]
        if not problems:
            problems = list(_index_problems(context))
    return Report(tuple(problems), tuple(repaired), tuple(kept_aside(context.layout)))


def _repair(context: Context) -> list[str]:
    layout = context.layout
    repaired: list[str] = []
    with context.lock.hold():
        if _is_older(layout):
            bring_up(context)
            repaired.append(context.notices.pop())
        for path, error in _damaged_files(layout):
            if path.exists():
                repaired.append(f"{error} -> {layout.name(set_aside(layout, path))}")
            if path == layout.library:
                repaired.append(f"library.json: {rescue_sources(layout)} sources found again")
            elif path == layout.bookmarks:
                repaired.append(f"bookmarks.json: {rescue_bookmarks(layout)} bookmarks found again")
        for leftover in list(layout.leftovers()):
            remove_tree(leftover)
            repaired.append(f"{layout.name(leftover)}: what a killed program left is removed")
        if read_library(layout) is not None:
            prepare(context)
        if list(_index_problems(context)):
            context.index.discard()
            repaired.append("the index is made anew")
        catch_up(context)
    return repaired


def _is_older(layout: Layout) -> bool:
    try:
        return is_older(layout)
    except DamagedFileError:
        return False


def _damaged_files(layout: Layout) -> Iterator[tuple[Path, StoreError]]:
    for path, read in _checks(layout):
        try:
            read()
        except (DamagedFileError, OlderFormatError) as error:
            yield path, error


def _checks(layout: Layout) -> Iterator[tuple[Path, Callable[[], object]]]:
    yield layout.library, lambda: read_library(layout)
    yield layout.health, lambda: read_health(layout)
    yield layout.bookmarks, lambda: read_bookmarks(layout)
    yield layout.stories, lambda: read_story_marks(layout)
    for name in sorted(layout.stamps()):
        if name.startswith("sources/"):
            _, source_id, file = name.split("/")
            chunk = chunk_number(file)
            assert chunk is not None
            read = read_chunk if chunk[0] == "articles" else read_states
            yield layout.root / name, _reader(read, layout, source_id, chunk[1])
    for path in sorted(layout.history.glob("*.json")):
        yield path, _step_reader(path)


def _reader(
    read: Callable[[Layout, str, int], object], layout: Layout, source_id: str, number: int
) -> Callable[[], object]:
    return lambda: read(layout, source_id, number)


def _step_reader(path: Path) -> Callable[[], object]:
    return lambda: check_step(path)


def _index_problems(context: Context) -> Iterator[str]:
    difference = differences(context.index.writer.stamps(), stamps(context))
    if difference:
        catch_up(context)
    stored: set[str] = set()
    library = read_library(context.layout)
    for source_id in library.sources if library else ():
        for number in context.layout.chunks(source_id):
            stored |= {article.id for article in read_chunk(context.layout, source_id, number)}
    indexed = context.index.rows.counts().articles
    if len(stored) != indexed:
        yield f"the index knows {indexed} articles of {len(stored)}; `newsreader doctor --repair` makes it anew"
