"""The bytes of one regular file, never of anything that could hang."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from newsreader.errors import FetchError
from newsreader.fetch.fetched import MAX_FILE_BYTES, Fetched
from newsreader.model.source import Validators

__all__ = ["fetch_file", "file_validators"]


def file_validators(status: os.stat_result) -> Validators:
    """What tells this content of a file from the next: size, and time of change, which of two may be set back."""
    return Validators(etag=f"{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}")


def fetch_file(path: Path, *, follow: bool = True) -> Fetched:
    """Read *path*; unless *follow*, a link in its place is none of ours.

    Raises:
        FetchError: it is not there, no regular file, closed to us, too large, or the disk failed.
    """
    subject = str(path)
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
    try:
        # Without O_NONBLOCK a FIFO without a writer would keep us here for ever.
        descriptor = os.open(path, flags)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise FetchError("not a regular file; give a file or a directory of files", subject=subject)
            with os.fdopen(descriptor, "rb", closefd=False) as opened:
                data = opened.read(MAX_FILE_BYTES + 1)
        finally:
            os.close(descriptor)
    except PermissionError as error:
        raise FetchError("permission denied; check the mode of the file", subject=subject) from error
    except FileNotFoundError as error:
        raise FetchError("no such file; check its spelling", subject=subject) from error
    except OSError as error:
        raise FetchError(
            f"cannot be read: {error.strerror or error}; check the disk", subject=subject
        ) from error
    if len(data) > MAX_FILE_BYTES:
        raise FetchError(f"larger than {MAX_FILE_BYTES >> 20} MB; take it apart first", subject=subject)
    return Fetched(data, name=path.name, validators=file_validators(status))
