"""Reading sources again."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from newsreader.errors import SourceError, StoreError, WebError
from newsreader.fetch.location import Location, locate
from newsreader.library.context import Context
from newsreader.library.credentials import credentials_of
from newsreader.library.health import bad_health, good_health, is_due
from newsreader.library.learning import learn, move
from newsreader.library.retention import delete_old
from newsreader.library.storing import Stored, store_entries, store_health
from newsreader.model.source import Health, Source, Validators
from newsreader.refresh.parallel import side_by_side
from newsreader.refresh.read import Reader, Reading
from newsreader.store.claims import Claim, claim

__all__ = ["RefreshOutcome", "read_with", "refresh"]

_HEALTH_SECONDS = 1.0
_MOVES_AFTER = 3
_NO_FEED = "a web page came instead of the feed; open its address in a browser to see why"


@dataclass(frozen=True, slots=True)
class RefreshOutcome:
    """How the refresh of one source ended.

    Attributes:
        source: the source.
        status: as in `Health.status`.
        new: how many articles are new.
        changed: how many have other words than before.
        error: one line, or "".
    """

    source: Source
    status: str
    new: int = 0
    changed: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class _Job:
    source: Source
    health: Health
    force: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of reading a source: a reading, or an error, or neither where another program is reading it."""

    reading: Reading | None = None
    error: SourceError | None = None
    claim: Claim | None = None


def refresh(
    context: Context, source_ids: Collection[str] | None = None, *, force: bool = False
) -> Iterator[RefreshOutcome]:
    """Read sources again, several side by side; each is stored when its outcome is given, in the order they end.

    A source that another program reads at the same time is left to it. In the end, what the rules of retention do not
    keep is deleted.

    Args:
        context: the library.
        source_ids: which; None means all that are due.
        force: also those that are not due, or gone, and those on this machine whether they changed or not.

    Raises:
        StoreError: something could not be written; what was before is whole.
    """
    now = context.clock()
    jobs = [
        _Job(row.source, row.health, force)
        for row in context.index.rows.sources()
        if (row.source.id in source_ids if source_ids is not None else force or is_due(row.health, now))
    ]
    with Reader(context.clock) as reader, _Healths(context) as healths:
        for job, read in side_by_side(jobs, lambda job: _read(context, reader, job), _host):
            with read.claim or nullcontext():
                outcome, health = _settled(context, job, read)
            healths.put(job.source.id, health)
            yield outcome
    delete_old(context)


class _Healths:
    """How sources fare, gathered and stored once a second, and when the block ends, however it ends."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._pending: dict[str, Health] = {}
        self._stored = time.monotonic()

    def __enter__(self) -> _Healths:
        return self

    def __exit__(self, *_: object) -> None:
        store_health(self._context, self._pending)

    def put(self, source_id: str, health: Health | None) -> None:
        if health is not None:
            self._pending[source_id] = health
        if time.monotonic() - self._stored > _HEALTH_SECONDS:
            store_health(self._context, self._pending)
            self._pending, self._stored = {}, time.monotonic()


def read_with(
    reader: Reader,
    location: Location,
    *,
    known: Validators | None = None,
    credentials: str = "",
    public: bool = False,
    user_agent: str = "",
) -> Reading:
    """Read one location; see `Reader.read`.

    Raises:
        SourceError: it cannot be had or read; its subject is the location, without credentials.
    """
    secret = credentials or location.credentials
    try:
        return reader.read(location, known=known, credentials=secret, public=public, user_agent=user_agent)
    except SourceError as error:
        error.subject = location.address if location.address != "stdin:" else "-"
        raise


def _host(job: _Job) -> str:
    """What at most two connections go to at a time: a server, or this machine's disk."""
    try:
        return urlsplit(job.source.address).hostname or ""
    except ValueError:
        return ""


def _read(context: Context, reader: Reader, job: _Job) -> _Read:
    """Fetch and parse one source, in a thread of its own; raises nothing."""
    held: Claim | None = None
    try:
        held = claim(context.layout, job.source.id)
        if held is None:
            return _Read()
        if job.source.kind in ("stdin", "saved"):
            return _Read(Reading(None, job.source.kind, job.health.validators), claim=held)
        location = locate(job.source.address)
        # On this machine reading costs nothing; a server is always asked whether there is anything new.
        known = None if job.force and location.kind != "web" else job.health.validators
        secret = credentials_of(context, job.source.id) if location.kind == "web" else ""
        named = context.config.of(job.source).user_agent
        return _Read(
            read_with(reader, location, known=known, credentials=secret, user_agent=named), claim=held
        )
    except SourceError as error:
        return _Read(error=error, claim=held)
    except StoreError as error:
        return _Read(error=SourceError(error.message, subject=job.source.address), claim=held)


def _settled(context: Context, job: _Job, read: _Read) -> tuple[RefreshOutcome, Health | None]:
    """Store what came of one source; its new health is given, to be stored with that of others."""
    source, now = job.source, context.clock()
    reading, error = read.reading, read.error
    if reading is not None and source.kind == "feed" and reading.feed and reading.feed.kind == "page":
        error = WebError(_NO_FEED, status=reading.web.status if reading.web else None)
    if error is not None:
        health = bad_health(now, job.health, error)
        return RefreshOutcome(source, health.status, error=error.message), health
    if reading is None:
        return RefreshOutcome(source, "unchanged"), None
    stored = store_entries(context, source, reading.feed.entries) if reading.feed else Stored()
    if reading.feed and not source.kind:
        source = learn(context, source.id, reading.feed, reading.kind) or source
    health = good_health(now, reading, job.health, every=context.config.of(source).interval)
    if health.redirects >= _MOVES_AFTER and (moved := move(context, source.id, health.redirect)):
        source, health = moved, replace(health, status="moved", redirect="", redirects=0)
    return RefreshOutcome(source, health.status, stored.new, stored.changed, health.error), health
