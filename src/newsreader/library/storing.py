"""Putting what a source said into the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsreader.library.articles import articles
from newsreader.library.catch_up import take_in
from newsreader.library.context import Context
from newsreader.library.records import record
from newsreader.model.article import Article
from newsreader.model.entry import Entry
from newsreader.model.source import Health, Source
from newsreader.refresh.decide import decide
from newsreader.store.articles import append_articles, batches, replace_articles
from newsreader.store.deleted import deleted_articles
from newsreader.store.layout import stamp_of
from newsreader.store.sources import put_health
from newsreader.text.hashing import article_id

__all__ = ["Stored", "store_entries", "store_health"]

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
        stored = _store_some(context, source, entries[start : start + _AT_ONCE])
        new += stored.new
        changed += stored.changed
    return Stored(new, changed)


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


def _store_some(context: Context, source: Source, entries: Sequence[Entry]) -> Stored:
    with context.lock.hold(), context.index.batch():
        if not context.index.rows.listed([source.id]):
            return Stored()  # removed while it was read
        deleted = deleted_articles(context.layout, source.id)
        entries = [entry for entry in entries if article_id(source.id, entry.key) not in deleted]
        names = [article_id(source.id, entry.key) for entry in entries]
        # Looked up under the lock: another program may have just stored the same.
        places = {
            name: number
            for name, (owner, number) in context.index.rows.locate(names).items()
            if number and owner == source.id
        }
        known = articles(context, places)
        decision = decide(entries, known, source_id=source.id, now=context.clock())
        for batch in batches(decision.new):
            number = append_articles(context.layout, source, batch)
            _index(context, source, number, batch)
        for number in sorted({places[article.id] for article in decision.updated}):
            batch = [article for article in decision.updated if places[article.id] == number]
            replace_articles(context.layout, source, number, batch)
            _index(context, source, number, batch)
    return Stored(len(decision.new), decision.changed)


def _index(context: Context, source: Source, number: int, articles: Sequence[Article]) -> None:
    path = context.layout.articles(source.id, number)
    stamp = stamp_of(path)
    assert stamp is not None
    records = [record(article, number) for article in articles]
    context.index.writer.add_records(context.layout.name(path), stamp, source.id, number, records)
