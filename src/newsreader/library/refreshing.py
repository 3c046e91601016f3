"""Reading sources again."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlsplit

from newsreader.errors import ParseError, SourceError, StoreError, UnreachableError, WebError
from newsreader.fetch.location import locate
from newsreader.library.context import Context
from newsreader.library.credentials import credentials_of
from newsreader.library.fetching import read_with
from newsreader.library.full_text import fetch_wanted
from newsreader.library.health import bad_health, good_health
from newsreader.library.jobs import Job, Read, judged, note
from newsreader.library.learning import learn, learnt, move
from newsreader.library.retention import delete_old
from newsreader.library.storing import Stored, store_entries, store_health, store_together
from newsreader.library.waiting import waiting
from newsreader.model.entry import ParsedFeed
from newsreader.model.source import Health, Source
from newsreader.refresh.connection import Connection
from newsreader.refresh.parallel import side_by_side
from newsreader.refresh.read import Reader, Reading, broken
from newsreader.store.claims import Claim, claim
from newsreader.store.seen import read_seen, write_seen

__all__ = ["RefreshOutcome", "refresh"]

_FOUND_SECONDS = 1.0
_MOVES_AFTER = 3
_WELL = ("ok", "unchanged", "moved")
_TOGETHER = 300
"""Entries that are stored together: more hold up a mark that is made meanwhile, of fewer each costs more."""
_OFFLINE = "there is no connection to the network; it is read once there is one"
_NO_FEED = {
    "page": "a web page came instead of the feed; open its address in a browser to see why",
    "plain": "a text came instead of the feed; open its address in a browser to see why",
}


@dataclass(frozen=True, slots=True)
class RefreshOutcome:
    """How the refresh of one source ended.

    Attributes:
        source: the source.
        status: as in `Health.status`.
        new: how many articles are new.
        changed: how many have other words than before.
        error: one line, or "".
        full: how many articles got the full text of their page.
        offline: whether it was not read because this machine has no connection; nothing is held against it.
    """

    source: Source
    status: str
    new: int = 0
    changed: int = 0
    error: str = ""
    full: int = 0
    offline: bool = False


def refresh(
    context: Context, source_ids: Collection[str] | None = None, *, force: bool = False
) -> Iterator[RefreshOutcome]:
    """Read sources again, several side by side; each is stored when its outcome is given, in the order they end.

    Those that ended while others were stored are stored together.

    A source that another program reads at the same time is left to it. Of sources of which full texts are wanted, the
    pages follow when all sources are read, and their outcomes with them. In the end, what the rules of retention do not
    keep is deleted.

    Args:
        context: the library.
        source_ids: which; None means all that are due, and those on this machine that changed.
        force: also those that are not due, or gone; what is on this machine is looked into whatever its size and time.

    Raises:
        StoreError: something could not be written; what was before is whole.
    """
    rows = waiting(context, force=force or source_ids is not None)
    jobs = [
        Job(row.source, row.health, force)
        for row in rows
        if source_ids is None or row.source.id in source_ids
    ]
    full: dict[str, tuple[RefreshOutcome, Health | None]] = {}
    connection = Connection()
    with Reader(context.clock) as reader, _Found(context) as found:
        work = partial(_read, context, reader, connection)
        groups = side_by_side(jobs, work, _host, weight=_weight, most=_TOGETHER, patience=_FOUND_SECONDS)
        for group in judged(groups, connection):
            with ExitStack() as claims:
                for _, read in group:
                    claims.enter_context(read.claim or nullcontext())
                settled = _settled(context, group, found)
            for outcome, health in settled:
                found.fares(outcome.source.id, health)
                if outcome.source.full_text and outcome.status in _WELL:
                    full[outcome.source.id] = outcome, health
                else:
                    yield outcome
            found.store_by_the_second()
        yield from _with_pages(context, reader, found, full)
    delete_old(context)


def _with_pages(
    context: Context, reader: Reader, found: _Found, full: dict[str, tuple[RefreshOutcome, Health | None]]
) -> Iterator[RefreshOutcome]:
    """The outcomes of sources whose articles are read whole, each when its pages are in."""
    sources = [outcome.source for outcome, _ in full.values()]
    for source, fetched, problem in fetch_wanted(context, reader, sources):
        outcome, health = full.pop(source.id)
        if problem and health is not None:
            found.fares(source.id, replace(health, error=problem))
        count = sum(not each.problem for each in fetched)
        yield replace(outcome, full=count, error=outcome.error or problem)
    yield from (outcome for outcome, _ in full.values())


class _Found:
    """What is learnt of sources and how they fare, gathered and stored once a second, and when the block ends.

    A crash before that costs nothing: a source whose health says that it was never read is learnt of again.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._said: dict[str, tuple[ParsedFeed, str]] = {}
        self._healths: dict[str, Health] = {}
        self._stored = time.monotonic()

    def __enter__(self) -> _Found:
        return self

    def __exit__(self, *_: object) -> None:
        self._store()

    def says(self, source_id: str, feed: ParsedFeed, kind: str) -> None:
        """A source says what it is."""
        self._said[source_id] = replace(feed, entries=()), kind

    def fares(self, source_id: str, health: Health | None) -> None:
        """How a source fares now; None for no change."""
        if health is not None:
            self._healths[source_id] = health

    def store_by_the_second(self) -> None:
        """Store what there is, if that was not done for a second: a feed that hangs keeps no other without its name."""
        if time.monotonic() - self._stored > _FOUND_SECONDS:
            self._store()
            self._stored = time.monotonic()

    def _store(self) -> None:
        said, self._said = self._said, {}
        healths, self._healths = self._healths, {}
        if not said and not healths:
            return
        learn(self._context, said)
        store_health(self._context, healths)


def _is_nameless(source: Source) -> bool:
    """Whether a source is called by its address, as one is whose name a person took away."""
    return not source.own_title and source.title == source.address


def _host(job: Job) -> str:
    """What at most two connections go to at a time: a server, or this machine's disk."""
    try:
        return urlsplit(job.source.address).hostname or ""
    except ValueError:
        return ""


def _read(
    context: Context, reader: Reader, connection: Connection, job: Job, answered: Callable[[], None]
) -> Read:
    """Fetch and parse one source, in a thread of its own; raises nothing."""
    held: Claim | None = None
    try:
        held = claim(context.layout, job.source.id)
        if held is None:
            return Read()
        if job.source.kind in ("stdin", "saved"):
            return Read(Reading(None, job.source.kind, job.health.validators), claim=held)
        location = locate(job.source.address)
        if location.kind == "web" and connection.is_cut:
            return Read(error=UnreachableError(_OFFLINE), claim=held)
        # On this machine a look inside costs little; a server is always asked whether there is anything new.
        known = None if job.force and location.kind != "web" else job.health.validators
        secret = credentials_of(context, job.source.id) if location.kind == "web" else ""
        named = context.config.of(job.source).user_agent
        # A source that was removed and added anew has none of what came of its files.
        is_known = location.kind == "directory" and job.health.last_success is not None
        seen = read_seen(context.layout, job.source.id) if is_known else None
        reading = read_with(
            reader, location, known=known, credentials=secret, user_agent=named, answered=answered, seen=seen
        )
        connection.answered(_host(job) if location.kind == "web" else "localhost")
        return Read(reading, claim=held)
    except SourceError as error:
        note(connection, _host(job), error)
        return Read(error=error, claim=held)
    except StoreError as error:
        return Read(error=SourceError(error.message, subject=job.source.address), claim=held)


def _weight(read: Read) -> int:
    """How many entries it is to be stored with; one for those that bring none."""
    feed = read.reading.feed if read.reading else None
    return 1 + len(feed.entries) if feed else 1


def _settled(
    context: Context, group: Sequence[tuple[Job, Read]], found: _Found
) -> list[tuple[RefreshOutcome, Health | None]]:
    """Store what came of some sources; their new health is given, to be stored with that of others."""
    each_judged = [(job, replace(read, error=read.error or _refused(job, read))) for job, read in group]
    feeds = {
        job.source.id: (job.source, read.reading.feed, read.reading.kind)
        for job, read in each_judged
        if not read.error and read.reading and read.reading.feed
    }
    stored = _stored(context, [(source, feed) for source, feed, _ in feeds.values()])
    unread = {job.source.id for job, _ in group if job.health.last_success is None}
    known = {}
    for name, (source, feed, kind) in feeds.items():
        if name in unread or not source.kind or _is_nameless(source):
            known[name] = learnt(source, feed, kind)
            found.says(name, feed, kind)
    return [
        _outcome(
            context,
            replace(job, source=known.get(job.source.id, job.source)),
            read,
            stored.get(job.source.id, Stored()),
        )
        for job, read in each_judged
    ]


def _refused(job: Job, read: Read) -> SourceError | None:
    """The error of a feed that came broken, or whose server gave something else in its place."""
    if read.reading is None or read.reading.feed is None or job.source.kind not in ("", "feed"):
        return None
    web, feed = read.reading.web, read.reading.feed
    if problem := broken(read.reading):
        return ParseError(problem, subject=job.source.address)
    if job.source.kind and web is not None and feed.kind in _NO_FEED:
        return WebError(_NO_FEED[feed.kind], status=web.status)
    return None


def _stored(context: Context, said: Sequence[tuple[Source, ParsedFeed]]) -> dict[str, Stored]:
    large = {source.id: feed.entries for source, feed in said if len(feed.entries) > _TOGETHER}
    found = {
        source.id: store_entries(context, source, feed.entries) for source, feed in said if source.id in large
    }
    small = [(source, feed.entries) for source, feed in said if source.id not in large]
    stored = store_together(context, small) if small else []
    return found | {source.id: each for (source, _), each in zip(small, stored, strict=True)}


def _outcome(context: Context, job: Job, read: Read, stored: Stored) -> tuple[RefreshOutcome, Health | None]:
    source, now = job.source, context.clock()
    if read.error is not None:
        health = bad_health(now, job.health, read.error)
        return RefreshOutcome(source, health.status, error=read.error.message), health
    if read.offline:
        return RefreshOutcome(source, job.health.status, error=_OFFLINE, offline=True), None
    if read.reading is None:
        return RefreshOutcome(source, "unchanged"), None
    _remember(context, job, read.reading)
    health = good_health(now, read.reading, job.health, every=context.config.of(source).interval)
    if health.redirects >= _MOVES_AFTER and (moved := move(context, source.id, health.redirect)):
        source, health = moved, replace(health, status="moved", redirect="", redirects=0)
    error = health.error if read.reading.feed else ""
    return RefreshOutcome(source, health.status, stored.new, stored.changed, error), health


def _remember(context: Context, job: Job, reading: Reading) -> None:
    """Remember the files of a directory, now that what they say is stored."""
    if reading.seen is not None and (reading.feed or reading.validators != job.health.validators):
        write_seen(context.layout, job.source.id, reading.seen)
