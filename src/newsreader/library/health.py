"""What the outcome of reading a source says about how it fares. Pure but for chance."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

from newsreader.errors import SourceError, WebError
from newsreader.model.source import Health
from newsreader.refresh.read import Reading
from newsreader.refresh.schedule import after_failure, after_success, rhythm

__all__ = ["bad_health", "good_health", "is_due"]

_GONE = 410
_BUSY = (429, 503)


def is_due(health: Health, now: datetime) -> bool:
    """Whether a source is to be read again; one that was never read is."""
    return health.status == "never" if health.next_due is None else health.next_due <= now


def good_health(
    now: datetime, reading: Reading, before: Health | None = None, *, every: timedelta | None = None
) -> Health:
    """How a source fares that was just read and fared as *before*; its reader wants it read *every* so often."""
    before = before or Health()
    feed, web = reading.feed, reading.web
    pace = before.rhythm if feed is None else rhythm(feed.entries, now)
    ttl = timedelta(minutes=feed.ttl) if feed and feed.ttl else None
    redirect = (web.permanent or "") if web else ""
    return Health(
        status="ok" if feed else "unchanged",
        # What could not be read of it still cannot where nothing changed.
        error=feed.problem if feed else "" if before.failures else before.error,
        http_status=web.status if web else None,
        last_success=now,
        last_attempt=now,
        next_due=None
        if reading.kind in ("stdin", "saved")
        else after_success(
            now, rhythm=pace, asked=(ttl, web.fresh_for if web else None), chance=_chance(), every=every
        ),
        validators=reading.validators,
        rhythm=pace,
        redirect=redirect,
        redirects=before.redirects + 1 if redirect and redirect == before.redirect else int(bool(redirect)),
    )


def bad_health(now: datetime, before: Health, error: SourceError) -> Health:
    """How a source fares that could not be read and fared as *before*; its validators stay those of the last copy."""
    status = error.status if isinstance(error, WebError) else None
    failed = replace(
        before, error=error.message, http_status=status, last_attempt=now, failures=before.failures + 1
    )
    if status == _GONE:
        return replace(failed, status="gone", next_due=None)
    wait = error.wait if isinstance(error, WebError) and status in _BUSY else None
    due = after_failure(now, failures=before.failures, wait=wait, since=before.last_success, chance=_chance())
    return replace(failed, status="throttled" if status in _BUSY else "error", next_due=due)


def _chance() -> float:
    return random.SystemRandom().random()
