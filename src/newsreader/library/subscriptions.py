"""Sources: what is subscribed to, adding and removing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsreader.errors import SourceError, UnknownSourceError
from newsreader.fetch.location import Location, locate
from newsreader.library.adding import SAVED, find
from newsreader.library.changes import commit
from newsreader.library.context import Context
from newsreader.library.credentials import keep_credentials
from newsreader.library.health import bad_health, good_health
from newsreader.library.naming import named
from newsreader.library.storing import Stored, store_entries, store_health
from newsreader.library.waiting import waiting
from newsreader.model.change import SourceChange, Step
from newsreader.model.entry import FeedLink, ParsedFeed
from newsreader.model.retention import Retention
from newsreader.model.source import Health, Source, SourceRow
from newsreader.refresh.read import Reading
from newsreader.store.seen import write_seen
from newsreader.store.sources import read_library
from newsreader.text.hashing import source_id
from newsreader.text.sanitise import clean_line

_SAVED_PAGES = "Saved pages"

__all__ = ["AddOutcome", "add", "change", "due", "find_source", "remove", "source_rows", "stored_source"]


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What came of adding a source.

    Attributes:
        source: the source.
        new: how many articles came with it.
        problem: one line on what of it could not be read, or "".
        step: what undo takes back; None where the source was there already.
        others: the other feeds that the page names through which the source was found.
    """

    source: Source
    new: int
    problem: str
    step: Step | None
    others: tuple[FeedLink, ...] = ()


def add(
    context: Context,
    text: str,
    *,
    title: str | None = None,
    folder: str | None = None,
    fetch: bool = True,
    ask: bool = False,
    pick: str | None = None,
) -> AddOutcome:
    """Subscribe to the source at *text* and take in its articles; a source that is there already is read again.

    Of a web page the first feed that it names is subscribed to. One that names none is kept as an article, in a source
    of such pages that is never fetched again. A source whose server fails is kept, to be asked again.

    Args:
        context: the library.
        text: URL, path, `sample:NAME` or `-`.
        title: what to call it, else as it calls itself.
        folder: the folder to put it in.
        fetch: whether to read it now; without, it is due at the next refresh.
        ask: whether to raise where a web page names several feeds, which else gives the first.
        pick: of a web page, the address of the feed to take; "" to keep the page itself as an article.

    Raises:
        ManyFeedsError: *ask* holds, and they are several; nothing was subscribed to.
        SourceError: it cannot be had or read; nothing was subscribed to.
        StoreError: it could not be stored.
    """
    found = find(context, text, fetch=fetch, ask=ask, pick=pick)
    reading = found.reading or Reading(ParsedFeed(""), "")
    feed = reading.feed
    assert feed is not None
    wanted = _source(context, named(found.location, feed), reading, title, folder)
    step = commit(context, f"add {wanted.title}", lambda: _plan_add(context, wanted))
    source = _at(_sources(context), wanted.address) or wanted
    if found.location.credentials:
        keep_credentials(context, source.id, found.location.credentials)
    if found.error is not None:
        rows = source_rows(context)
        before = next((row.health for row in rows if row.source.id == source.id), Health())
        store_health(context, {source.id: bad_health(context.clock(), before, found.error)})
        return AddOutcome(source, 0, found.error.message, step)
    stored = store_entries(context, source, feed.entries) if feed.entries else Stored()
    if reading.seen is not None:
        write_seen(context.layout, source.id, reading.seen)
    if reading.kind:
        every = context.config.of(source).interval
        store_health(context, {source.id: good_health(context.clock(), reading, every=every)})
    return AddOutcome(source, stored.new, feed.problem, step, found.others)


def remove(context: Context, source_ids: Sequence[str]) -> Step | None:
    """Unsubscribe, as one step. Bookmarked articles stay; the others come back with `undo`.

    Raises:
        StoreError: it could not be saved.
    """
    rows = [row.source for row in source_rows(context) if row.source.id in set(source_ids)]
    title = f"remove {rows[0].title}" if len(rows) == 1 else f"remove {len(rows)} sources"

    def plan() -> list[SourceChange]:
        sources = _sources(context)
        return [SourceChange(sources[name], None) for name in dict.fromkeys(source_ids) if name in sources]

    return commit(context, title, plan)


def change(
    context: Context,
    source_id: str,
    *,
    title: str | None = None,
    folder: str | None = None,
    url: str | None = None,
    retention: Retention | None = None,
    full_text: bool | None = None,
    priority: int | None = None,
) -> Step | None:
    """Name a source, put it into a folder, give it another address, its own rule on what is deleted or a priority, or
    say whether the pages of its articles are fetched for their full text.

    None leaves as it is, "" undoes the naming.

    Its articles, marks and ids stay.

    Raises:
        SourceError: *url* is no address, or another source has it.
        StoreError: it could not be stored.
    """
    location = locate(url) if url is not None else None

    def plan() -> list[SourceChange]:
        sources = _sources(context)
        before = sources.get(source_id)
        if before is None:
            return []
        other = _at(sources, location.address) if location else None
        if other is not None and other.id != source_id:
            raise SourceError(
                f"{other.title} has this address already; remove one of the two", subject=other.address
            )
        name = clean_line(title) if title is not None else before.title
        after = replace(
            before,
            title=name or before.address,
            own_title=bool(name) if title is not None else before.own_title,
            folder=clean_line(folder) if folder is not None else before.folder,
            address=location.address if location else before.address,
            retention=before.retention if retention is None else retention,
            full_text=before.full_text if full_text is None else full_text,
            priority=before.priority if priority is None else priority,
        )
        return [SourceChange(before, after)] if after != before else []

    step = commit(context, "change a source", plan)
    if location and location.credentials:
        keep_credentials(context, source_id, location.credentials)
    return step


def source_rows(context: Context) -> list[SourceRow]:
    """Every source with its health and counts, by folder, then title."""
    return context.index.rows.sources()


def stored_source(context: Context, source_id: str) -> Source | None:
    """A source as library.json has it; None where there is none."""
    return _sources(context).get(source_id)


def due(context: Context, *, force: bool = False) -> int:
    """How many sources a refresh would read now; with *force*, all."""
    return len(waiting(context, force=force))


def find_source(context: Context, text: str) -> SourceRow:
    """The source with that id, address, path or title.

    Raises:
        UnknownSourceError: there is none, or several have that title.
    """
    rows = source_rows(context)
    addresses = {text, _address(text)}
    found = [row for row in rows if row.source.id == text or row.source.address in addresses]
    found = found or [row for row in rows if row.source.title == text]
    if len(found) == 1:
        return found[0]
    why = "several sources have this title; give the id" if found else "no such source"
    raise UnknownSourceError(f"{why}; `newsreader sources` prints the ids", subject=text)


def _address(text: str) -> str:
    try:
        return locate(text).address
    except SourceError:
        return text


def _source(
    context: Context, location: Location, reading: Reading, title: str | None, folder: str | None
) -> Source:
    assert reading.feed is not None
    name = location.path.name if location.path else location.address
    own_title = clean_line(title or "")
    if location.address == SAVED:
        return Source(source_id(SAVED), SAVED, "saved", _SAVED_PAGES, False, "", context.clock())
    return Source(
        id=source_id(location.address),
        address=location.address,
        kind=reading.kind,
        title=own_title or reading.feed.title or clean_line(name.removeprefix("sample:")) or location.address,
        own_title=bool(own_title),
        folder=clean_line(folder or ""),
        added=context.clock(),
        url=reading.feed.url,
    )


def _plan_add(context: Context, wanted: Source) -> list[SourceChange]:
    sources = _sources(context)
    known = _at(sources, wanted.address) or sources.get(wanted.id)
    if known is None:
        return [SourceChange(None, wanted)]
    named = replace(
        known,
        title=wanted.title if wanted.own_title else known.title,
        own_title=known.own_title or wanted.own_title,
        folder=wanted.folder or known.folder,
    )
    return [] if named == known else [SourceChange(known, named)]


def _at(sources: Mapping[str, Source], address: str) -> Source | None:
    """The source that is fetched at *address*, whatever it was first added as."""
    return next((source for source in sources.values() if source.address == address), None)


def _sources(context: Context) -> dict[str, Source]:
    library = read_library(context.layout)
    return library.sources if library else {}
