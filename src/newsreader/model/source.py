"""What is subscribed to, and how it fares."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from newsreader.model.retention import Retention

__all__ = ["Health", "SeenFile", "Source", "SourceRow", "Validators"]

_LONG = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Source:
    """Something that gives articles: an address, a path, a directory, standard input.

    Attributes:
        id: 12 hexadecimal digits, from the address as first added; stable when the source moves.
        address: URL, absolute path, `sample:NAME` or `stdin:NAME`: where it is fetched now.
        kind: `feed`, `page`, `plain`, `directory` or `stdin`; "" until it was read once,
            where nothing says so before.
        title: as its user named it, else as it names itself, else its address; never empty.
        own_title: whether its user chose `title`.
        folder: the group it stands in, or "".
        added: when it was added; aware, UTC.
        url: http or https address of its site, or None.
        extra: what a list of sources said of it that this program has no use for, by name; written to such lists again.
        full_text: whether the pages of its articles are fetched for their text.
        priority: those of a higher one come first within a day, where several sources are shown; 0 for most.
        retention: its own rule on what is deleted; says nothing where that for all holds.
        changed_at: when a person last changed it, milliseconds since 1970; what is learnt by reading it does not count.
    """

    id: str
    address: str
    kind: str
    title: str
    own_title: bool
    folder: str
    added: datetime
    url: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    full_text: bool = False
    priority: int = 0
    retention: Retention = field(default_factory=Retention)
    changed_at: int = 0


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said about the copy that we have; opaque, sent back as it came.

    For a file, `etag` is its size and time of change.
    """

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file of a directory, as it was when it was read last.

    Attributes:
        stamp: its size and time of change; "" where those would not tell a change.
        content: a hash of its bytes, or "".
        problem: why it could not be read, in one line, or "".
    """

    stamp: str
    content: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """How a source fares.

    Attributes:
        status: `ok`, `unchanged`, `moved`, `gone`, `throttled`, `error` or `never`.
        error: one line, or "".
        http_status: of the last answer, or None.
        last_success: aware, UTC, or None.
        last_attempt: aware, UTC, or None.
        next_due: aware, UTC; None for never.
        validators: of the last good answer.
        failures: failed attempts in a row.
        rhythm: seconds between two entries of the source, as they came of late; None where unknown.
        redirect: where its address leads for ever, says its server, or "".
        redirects: how many times in a row it said so.
    """

    status: str = "never"
    error: str = ""
    http_status: int | None = None
    last_success: datetime | None = None
    last_attempt: datetime | None = None
    next_due: datetime | None = None
    validators: Validators = field(default_factory=Validators)
    failures: int = 0
    rhythm: int | None = None
    redirect: str = ""
    redirects: int = 0


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as lists show it.

    Attributes:
        source: the source.
        health: how it fares.
        articles: how many the library has of it.
        unread: how many of those are unread; none where it is muted.
        muted: whether a rule keeps all of it out of the lists but its own.
    """

    source: Source
    health: Health
    articles: int
    unread: int
    muted: bool = False

    @property
    def is_long_in_trouble(self) -> bool:
        """Whether it is gone, or could not be read for a week."""
        health = self.health
        if health.status != "error" or health.last_attempt is None:
            return health.status == "gone"
        return health.last_attempt - (health.last_success or self.source.added) > _LONG
