"""Reading sources again."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsreader.errors import SourceError
from newsreader.fetch.location import Location, locate
from newsreader.library.context import Context
from newsreader.library.storing import Stored, store_entries, store_health
from newsreader.model.source import Health, Source, Validators
from newsreader.refresh.parser import Parser
from newsreader.refresh.read import Reading, read_location

__all__ = ["RefreshOutcome", "bad_health", "good_health", "read_with", "refresh"]

_SOON = timedelta(minutes=15)
_DAY = timedelta(days=1)
_HEALTH_SECONDS = 1.0


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


def refresh(
    context: Context, source_ids: Collection[str] | None = None, *, force: bool = False
) -> Iterator[RefreshOutcome]:
    """Read sources again; each is stored when its outcome is given.

    Args:
        context: the library.
        source_ids: which; None means all that are due.
        force: also those that are not due, and whether they changed or not.

    Raises:
        StoreError: something could not be written; what was before is whole.
    """
    now = context.clock()
    written = time.monotonic()
    pending: dict[str, Health] = {}
    with Parser() as parser:
        for row in context.index.rows.sources():
            source, health = row.source, row.health
            if source_ids is not None and source.id not in source_ids:
                continue
            if source_ids is None and not force and health.next_due is not None and health.next_due > now:
                continue
            outcome, pending[source.id] = _refresh_one(context, source, health, parser, force=force)
            yield outcome
            if time.monotonic() - written > _HEALTH_SECONDS:
                store_health(context, pending)
                pending, written = {}, time.monotonic()
    store_health(context, pending)


def _refresh_one(
    context: Context, source: Source, health: Health, parser: Parser, *, force: bool
) -> tuple[RefreshOutcome, Health]:
    now = context.clock()
    try:
        location = locate(source.address)
        if location.kind == "stdin":
            return RefreshOutcome(source, "unchanged"), replace(health, status="unchanged", last_attempt=now)
        reading = read_with(location, parser, now=now, known=None if force else health.validators)
    except SourceError as error:
        return RefreshOutcome(source, "error", error=error.message), bad_health(now, health, error.message)
    stored = store_entries(context, source, reading.feed.entries) if reading.feed else Stored()
    after = good_health(now, reading)
    problem = reading.feed.problem if reading.feed else ""
    return RefreshOutcome(source, after.status, stored.new, stored.changed, problem), after


def read_with(
    location: Location, parser: Parser, *, now: datetime, known: Validators | None = None
) -> Reading:
    """Read one location with a parser that is running.

    Raises:
        SourceError: it cannot be had or read; its subject is the location.
    """
    try:
        return read_location(location, parser, known=known, now=now)
    except SourceError as error:
        subject = location.address if location.address != "stdin:" else "-"
        raise type(error)(error.message, subject=subject) from error


def good_health(now: datetime, reading: Reading) -> Health:
    """How a source fares that was just read."""
    return Health(
        status="ok" if reading.feed else "unchanged",
        error=reading.feed.problem if reading.feed else "",
        last_success=now,
        last_attempt=now,
        next_due=now + _SOON if reading.kind != "stdin" else None,
        validators=reading.validators,
    )


def bad_health(now: datetime, before: Health, error: str) -> Health:
    """How a source fares that could not be read: tried again later each time, at least once a day."""
    wait = min(_SOON * 2 ** min(before.failures, 10), _DAY)
    return replace(
        before,
        status="error",
        error=error,
        last_attempt=now,
        next_due=now + wait,
        failures=before.failures + 1,
    )
