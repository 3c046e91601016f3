"""Making library.json, the articles and the trash show what a step does to sources."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from newsreader.model.change import SourceChange, Step
from newsreader.model.source import Source
from newsreader.store.history import newest_first
from newsreader.store.layout import Layout
from newsreader.store.settle import settle, trashed_sources
from newsreader.store.sources import put_sources, read_library
from newsreader.store.trash import discard, restore

__all__ = ["change_sources"]

_LEARNT = ("kind", "address", "url", "title", "own_title")
"""What reading a source may tell of it, beside what a person says."""


def change_sources(layout: Layout, operations: Sequence[SourceChange], step: Step) -> set[str]:
    """Make the files show what *step* does to sources, with one write of their list: an import brings thousands.

    Hold the lock; gives and raises as `apply.apply_step`.
    """
    library = read_library(layout)
    known = library.sources if library else {}
    wanted: dict[str, Source] = {}
    back: list[str] = []
    removed: dict[str, int] = {}
    for operation in operations:
        before, after = operation.before, operation.after
        if step.undone:
            before, after = after, before
        if after is not None:
            now = known.get(after.id)
            wanted[after.id] = replace(_with_learnt(after, operation, now), changed_at=step.touched)
            back += [after.id] if before is None or now is None else []
        elif before is not None:
            removed[before.id] = step.touched
    touched = restore(layout, step.number, back) if back else set()
    # Tombstones come first: articles without a source would look like a library that lost its list.
    put_sources(layout, wanted.values(), removed)
    if removed:
        touched |= discard(layout, step.number, removed)
    return touched | _settled(layout, back) | {layout.name(layout.library)}


def _with_learnt(wanted: Source, operation: SourceChange, now: Source | None) -> Source:
    """*wanted* with what was learnt since of what the step leaves alone, such as where the server moved it."""
    before, after = operation.before, operation.after
    if before is None or after is None or now is None:
        return wanted
    kept = {name: getattr(now, name) for name in _LEARNT if getattr(before, name) == getattr(after, name)}
    return replace(wanted, **kept)


def _settled(layout: Layout, source_ids: Collection[str]) -> set[str]:
    """Settle sources that are back, as far as another machine removed them too, or deleted articles of them."""
    trashed = trashed_sources(layout) if source_ids else set()
    astray = [name for name in source_ids if name in trashed or layout.deleted(name).exists()]
    library = read_library(layout) if astray else None
    if library is None:
        return set()
    steps = sorted(newest_first(layout, []), key=lambda step: step.number)
    return {touched for name in astray for touched in settle(layout, name, library, steps)}
