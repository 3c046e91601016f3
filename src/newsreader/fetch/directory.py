"""The files of a directory: regular ones that may hold news, no links, nothing outside it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from newsreader.errors import FetchError
from newsreader.fetch.file import file_validators
from newsreader.model.source import Validators

__all__ = ["directory_validators", "news_files"]

_SUFFIXES = frozenset(
    ("", *".atom .eml .htm .html .json .md .mht .mhtml .rdf .rss .text .txt .xhtml .xml".split())
)


def news_files(directory: Path) -> list[tuple[Path, os.stat_result]]:
    """Every regular file below *directory* whose name's ending may hold news, in the order of their names.

    Links are not followed; names that begin with a dot are left out, and so is what is closed to us below the top.

    Raises:
        FetchError: the directory itself cannot be looked through.
    """
    try:
        os.listdir(directory)  # noqa: PTH208 - os.walk would pass over a closed directory in silence
    except OSError as error:
        raise FetchError(
            f"cannot be looked through: {error.strerror or error}; check its mode", subject=str(directory)
        ) from error
    return list(_walk(directory))


def _walk(directory: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for top, directories, names in os.walk(directory, followlinks=False):
        directories[:] = sorted(name for name in directories if not name.startswith("."))
        for name in sorted(names):
            path = Path(top, name)
            if name.startswith(".") or path.suffix.casefold() not in _SUFFIXES:
                continue
            try:
                status = path.lstat()
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                yield path, status


def directory_validators(files: list[tuple[Path, os.stat_result]]) -> Validators:
    """What tells this state of a directory from the next: names, sizes and times of change of its files."""
    state = blake2b(digest_size=16)
    for path, status in files:
        state.update(os.fsencode(path) + f"\x00{file_validators(status).etag}\x00".encode())
    return Validators(etag=state.hexdigest())
