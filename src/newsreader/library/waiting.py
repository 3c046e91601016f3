"""Which sources a refresh would read now."""

from __future__ import annotations

from datetime import datetime

from newsreader.errors import FetchError
from newsreader.fetch.directory import directory_validators, news_files
from newsreader.fetch.file import file_validators
from newsreader.fetch.location import locate
from newsreader.library.context import Context
from newsreader.library.health import is_due
from newsreader.model.source import SourceRow

__all__ = ["waiting"]


def waiting(context: Context, *, force: bool = False) -> list[SourceRow]:
    """The sources that are due, and those on this machine that changed since they were read; with *force*, all."""
    now = context.clock()
    return [row for row in context.index.rows.sources() if force or _is_waiting(row, now)]


def _is_waiting(row: SourceRow, now: datetime) -> bool:
    return is_due(row.health, now) or (row.source.kind != "saved" and _changed_here(row))


def _changed_here(row: SourceRow) -> bool:
    """Whether the sizes and times of a source on this machine differ; a look, not a reading: 5,000 files take 0.1 s."""
    try:
        location = locate(row.source.address)
        if location.path is None:
            return False
        if location.kind == "directory":
            return directory_validators(news_files(location.path)) != row.health.validators
        return file_validators(location.path.stat()) != row.health.validators
    except (FetchError, OSError):
        # It went away, which is told at once; after that it is tried again when it is due.
        return not row.health.failures
