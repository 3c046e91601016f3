"""Sources that came or went with files of another machine, which a service brings one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader.library.context import Context
from newsreader.library.taking_in import take_in
from newsreader.model.change import Step
from newsreader.store.history import newest_first
from newsreader.store.settle import is_astray, may_be_astray, settle
from newsreader.store.sources import LibraryFile, read_library

__all__ = ["settle_strays"]


def settle_strays(context: Context) -> bool:
    """Put what is of sources that were removed, or came back, where it belongs; gives whether there was any.

    Raises as `settle.settle`, and `DamagedFileError` where library.json cannot be read.
    """
    library = read_library(context.layout)
    if library is None or not any(may_be_astray(context.layout, library)):
        return False
    with context.lock.hold():
        library = read_library(context.layout) or library
        steps = sorted(newest_first(context.layout, context.notices), key=lambda step: step.number)
        touched: set[str] = set()
        for source_id in list(_strays(context, library, steps)):
            touched |= settle(context.layout, source_id, library, steps)
        take_in(context, touched)
    return bool(touched)


def _strays(context: Context, library: LibraryFile, steps: list[Step]) -> Iterator[str]:
    for source_id in may_be_astray(context.layout, library):
        if is_astray(context.layout, source_id, library, steps):
            yield source_id
