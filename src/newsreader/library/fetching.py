"""Reading one location, with errors that name it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsreader.errors import SourceError
from newsreader.fetch.location import Location
from newsreader.model.source import SeenFile, Validators
from newsreader.refresh.read import Reader, Reading

__all__ = ["read_with"]


def read_with(
    reader: Reader,
    location: Location,
    *,
    known: Validators | None = None,
    credentials: str = "",
    public: bool = False,
    user_agent: str = "",
    answered: Callable[[], None] = lambda: None,
    seen: Mapping[str, SeenFile] | None = None,
) -> Reading:
    """Read one location; see `Reader.read`.

    Raises:
        SourceError: it cannot be had or read; its subject is the location, without credentials.
    """
    secret = credentials or location.credentials
    try:
        return reader.read(
            location,
            known=known,
            credentials=secret,
            public=public,
            user_agent=user_agent,
            answered=answered,
            seen=seen,
        )
    except SourceError as error:
        error.subject = location.address if location.address != "stdin:" else "-"
        raise
