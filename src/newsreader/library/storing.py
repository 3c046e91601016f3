"""Putting what a source said into the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsreader.index.writer import AddedRecords
from newsreader.library.articles import articles
from newsreader.library.context import Context
from newsreader.library.records import record
from newsreader.library.taking_in import take_in
from newsreader.model.article import Article
from newsreader.model.entry import Entry
from newsreader.model.record import ArticleRecord
from newsreader.model.source import Health, Source
from newsreader.refresh.decide import decide
from newsreader.store.articles import put_articles
from newsreader.store.deleted import deleted_articles
from newsreader.store.sources import put_health
from newsreader.store.survey import stamp_of
from newsreader.store.together import Together
from newsreader.text.hashing import article_id

__all__ = ["Stored", "index_articles", "store_entries", "store_health", "store_together"]

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of a source's entries.

    Attributes:
        new: how many articles the library did not have.
        changed: how many have other words than before.
    """

    new: int = 0
    changed: int = 0


def store_entries(context: Context, source: Source, entries: Sequence[Entry]) -> Stored:
    """Store what is new or changed among *entries*; on return it is on the disk and can be searched.

    The lock is held for some hundred entries at a time, so that a mark made meanwhile waits for milliseconds.

    Raises:
        StoreError: something could not be written; what was before is whole, and the next refresh brings the rest.
    """
    new = changed = 0
    for start in range(0, len(entries), _AT_ONCE):
        (stored,) = store_together(context, [(source, entries[start : start + _AT_ONCE])])
        new += stored.new
        changed += stored.changed
    return Stored(new, changed)


def store_together(context: Context, said: Sequence[tuple[Source, Sequence[Entry]]]) -> list[Stored]:
    """As `store_entries` for several sources, each once, and some hundred entries in all: one wait for the disk.

    Returns:
        What came of each, in their order.
    """
    with context.lock.hold(), context.index.batch():
        together = Together()
        listed = context.index.rows.listed(source.id for source, _ in said)
        # What was removed while it was read is passed over.
        plans = [_planned(context, *each, together) if each[0].id in listed else _Plan() for each in said]
        with together.meanwhile():
            records = [
                (source.id, number, _records(number, articles))
                for (source, _), plan in zip(said, plans, strict=True)
                for number, articles in plan.placed.items()
            ]
        _index(context, records)
    return [plan.stored for plan in plans]


def store_health(context: Context, healths: Mapping[str, Health]) -> None:
    """Store how sources fare.

    Raises:
        StoreError: it could not be written.
    """
    if healths:
        with context.lock.hold():
            # A source may have been removed while it was read: its health went to the trash with it.
            listed = context.index.rows.listed(healths)
            put_health(context.layout, {name: health for name, health in healths.items() if name in listed})
            take_in(context, [context.layout.name(context.layout.health)])


@dataclass(frozen=True, slots=True)
class _Plan:
    """What becomes of a source's entries: by number of the file, the articles that are put into it."""

    stored: Stored = field(default_factory=Stored)
    placed: dict[int, list[Article]] = field(default_factory=dict)


def _planned(context: Context, source: Source, entries: Sequence[Entry], together: Together) -> _Plan:
    deleted = deleted_articles(context.layout, source.id)
    named = {article_id(source.id, entry.key): entry for entry in entries}
    names = [name for name in named if name not in deleted]
    wanted = [named[name] for name in names]
    # Looked up under the lock: another program may have just stored the same.
    places = {
        name: number
        for name, (owner, number) in context.index.rows.locate(names).items()
        if number and owner == source.id
    }
    decision = decide(wanted, articles(context, places), source_id=source.id, now=context.clock())
    updated: dict[int, list[Article]] = {}
    for article in decision.updated:
        updated.setdefault(places[article.id], []).append(article)
    placed = put_articles(context.layout, source, decision.new, updated, together=together)
    return _Plan(Stored(len(decision.new), decision.changed), placed)


def index_articles(context: Context, source: Source, number: int, articles: Sequence[Article]) -> None:
    """Take articles into the index that were just written into the file of that number. Hold the lock."""
    _index(context, [(source.id, number, _records(number, articles))])


def _records(number: int, articles: Sequence[Article]) -> list[ArticleRecord]:
    return [record(article, number) for article in articles]


def _index(context: Context, written: Sequence[tuple[str, int, Sequence[ArticleRecord]]]) -> None:
    if written:
        context.index.writer.add_records([_added(context, *each) for each in written])


def _added(context: Context, source_id: str, number: int, records: Sequence[ArticleRecord]) -> AddedRecords:
    path = context.layout.articles(source_id, number)
    stamp = stamp_of(path)
    assert stamp is not None
    return AddedRecords(context.layout.name(path), stamp, source_id, number, records)
