"""When a source is asked again. Pure.

Between a quarter of an hour and a day: by the rhythm in which its entries come, never sooner than the source itself or
its server ask for. A source in trouble is asked later each time, up to once a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from newsreader.model.entry import Entry

__all__ = ["after_failure", "after_success", "max_age", "rhythm"]

_LEAST = timedelta(minutes=15)
_MOST = timedelta(days=1)
_UNKNOWN = timedelta(minutes=30)
_BUSY = timedelta(minutes=15)
_LONGEST = timedelta(days=31)
_WEEK = timedelta(days=7)
_HOURS = timedelta(hours=1)
_ENTRIES = 20
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})")


def max_age(cache_control: str) -> timedelta | None:
    """For how long an answer stays good, by its Cache-Control header; None where it does not say."""
    found = _MAX_AGE.search(cache_control.lower())
    return timedelta(seconds=int(found[1])) if found else None


def rhythm(entries: Iterable[Entry], now: datetime) -> int | None:
    """Seconds between two entries of a source, by its newest ones and the time since; None where dates are missing."""
    dates = sorted(
        (date for entry in entries if (date := entry.published or entry.updated) and date <= now),
        reverse=True,
    )
    if len(dates) < 2:
        return None
    newest = dates[:_ENTRIES]
    between = (newest[0] - newest[-1]) / (len(newest) - 1)
    # A source that fell silent is not asked as often as when it was not.
    return int(max(between, (now - newest[0]) / 2).total_seconds())


def after_success(
    now: datetime,
    *,
    rhythm: int | None,
    asked: Iterable[timedelta | None] = (),
    chance: float = 0.5,
    every: timedelta | None = None,
) -> datetime:
    """When a source that was read is due again.

    Args:
        now: when it was read.
        rhythm: seconds between its entries, or None.
        asked: how long it asked to be left alone, by header and in the document; None where it did not.
        chance: in [0, 1); spreads sources that were read together.
        every: how often its reader wants it read, in place of its rhythm; None for no such wish.
    """
    if every is not None:
        # A person knows better than its rhythm, and no better than its server.
        return now + max([every, *(min(wait, _WEEK) for wait in asked if wait)]) * (1 + chance / 10)
    own = timedelta(seconds=rhythm) / 2 if rhythm is not None else _UNKNOWN
    least = max([_LEAST, *(wait for wait in asked if wait)])
    # What a server asks for counts, a week of caching by mistake does not.
    wait = min(max(own, least), max(_MOST, min(least, _WEEK)))
    # Who names hours knows better than we do when there will be more.
    wait = min(wait, 2 * least) if least >= _HOURS else wait
    return now + wait * (1 + chance / 10)


def after_failure(
    now: datetime,
    *,
    failures: int,
    wait: timedelta | None = None,
    since: datetime | None = None,
    chance: float = 0.5,
) -> datetime:
    """When a source in trouble is asked again.

    Args:
        now: when it failed.
        failures: how many times in a row it failed before.
        wait: how long its server asked to be left alone, or None.
        since: when it was last read, or None.
        chance: in [0, 1); spreads sources that failed together.
    """
    if wait is not None:
        return now + min(max(wait, _LEAST / 3), _LONGEST)
    if since is not None and now - since > _WEEK:
        return now + _MOST * (0.9 + chance / 5)
    return now + min(_BUSY * (1 << min(failures, 10)), _MOST) * (0.9 + chance / 5)
