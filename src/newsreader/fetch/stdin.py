"""Standard input, read to its end."""

from __future__ import annotations

import sys

from newsreader.errors import FetchError
from newsreader.fetch.fetched import MAX_FILE_BYTES, Fetched

__all__ = ["fetch_stdin"]


def fetch_stdin() -> Fetched:
    """Read standard input.

    Raises:
        FetchError: there is none, or it is too large.
    """
    if sys.stdin is None:
        raise FetchError("there is no standard input; pipe a document into it", subject="-")
    data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise FetchError(f"larger than {MAX_FILE_BYTES >> 20} MB; take it apart first", subject="-")
    return Fetched(data)
