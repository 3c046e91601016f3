"""Looking every file of the library over, and the index against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsreader.errors import StoreError
from newsreader.library.catch_up import catch_up
from newsreader.library.context import Context
from newsreader.library.findings import index_problems, is_of_older_format, misplaced
from newsreader.store.aside import kept_aside
from newsreader.store.check import damaged_files
from newsreader.store.sources import read_library

__all__ = ["Report", "doctor"]


@dataclass(frozen=True, slots=True)
class Report:
    """What `doctor` found.

    Attributes:
        problems: what is wrong now, one line each.
        repaired: what was mended, one line each, with what was lost by the damage, if anything.
        kept_aside: files that were damaged, now or earlier, by their names inside the library.
        closed: why nothing in it can be changed; "" where it can.
    """

    problems: tuple[str, ...]
    repaired: tuple[str, ...] = ()
    kept_aside: tuple[str, ...] = ()
    closed: str = ""

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def doctor(context: Context, *, repair: bool = False) -> Report:
    """Check every field of every file of the library, how they belong together, and the index against them.

    With *repair*, what is wrong is mended: see `library.repair`. Without it a library is looked over in which nobody
    may write.

    Raises:
        NewerFormatError: a newer program wrote the library; nothing is touched.
        StoreError: the disk failed.
    """
    repaired: list[str] = []
    if repair:
        from newsreader.library.repair import repair as mend

        repaired = mend(context)
    with context.lock.look() as refusal:
        problems = list(_problems(context, refusal))
    closed = "" if refusal is None else refusal.message.partition(";")[0]
    return Report(tuple(problems), tuple(repaired), tuple(kept_aside(context.layout)), closed)


def _problems(context: Context, refusal: StoreError | None) -> Iterator[str]:
    layout = context.layout
    if is_of_older_format(layout):
        yield f"{layout.library}: written by an older newsreader; `newsreader doctor --repair` migrates it"
        return
    found = [str(error) for _, error in damaged_files(layout)]
    if not found:
        yield from _not_caught_up(context, refusal)
        library = read_library(layout)
        found = [] if library is None else [line for _, line in misplaced(layout, library)]
    yield from found or index_problems(context)


def _not_caught_up(context: Context, refusal: StoreError | None) -> Iterator[str]:
    try:
        catch_up(context)
    except StoreError as error:
        if error is not refusal:
            raise
        yield "the index is behind the files, and nobody may write it here"
