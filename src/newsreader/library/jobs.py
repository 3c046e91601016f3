"""What is read in a refresh, and what came of it: a source that failed, or a machine without a connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from newsreader.errors import SourceError, UnreachableError, WebError
from newsreader.model.source import Health, Source
from newsreader.refresh.connection import Connection
from newsreader.refresh.read import Reading
from newsreader.store.claims import Claim

__all__ = ["Group", "Job", "Read", "judged", "note"]


@dataclass(frozen=True, slots=True)
class Job:
    """A source to be read.

    Attributes:
        source: the source.
        health: how it fared before.
        force: whether it is read whether it changed or not.
    """

    source: Source
    health: Health
    force: bool


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading a source: a reading, or an error, or neither where another program is reading it."""

    reading: Reading | None = None
    error: SourceError | None = None
    claim: Claim | None = None
    offline: bool = False


Group = list[tuple[Job, Read]]


def judged(groups: Iterable[Group], connection: Connection) -> Iterator[Group]:
    """Hold back those to which no way led until it is known whether that is their fault, or the connection's.

    A group of none says that nothing came for a while; so does one of these.
    """
    held: Group = []
    for group in groups:
        held += [each for each in group if isinstance(each[1].error, UnreachableError)]
        given = [each for each in group if not isinstance(each[1].error, UnreachableError)]
        if connection.is_good:
            given, held = given + held, []
        if given or not group:
            yield given
    if connection.seems_cut:
        held = [(job, replace(read, error=None, offline=True)) for job, read in held]
    if held:
        yield held


def note(connection: Connection, host: str, error: SourceError) -> None:
    """What the error of one source says of the connection."""
    if isinstance(error, UnreachableError):
        connection.missed(host)
    elif isinstance(error, WebError) and error.status is not None:
        connection.answered(host)
