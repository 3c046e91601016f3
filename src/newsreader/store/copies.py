"""Copies of the library's files that a service which keeps machines in step laid beside them, both having changed."""

from __future__ import annotations

import re

__all__ = ["copy_of"]

# Syncthing: `library.sync-conflict-20261123-120000-ABCDEFG.json`. Dropbox, in the language of the machine that made it:
# `library (Ada's conflicted copy 2026-11-23).json`; Nextcloud and others put something into brackets too.
_COPY = re.compile(
    r"(library|health|bookmarks|stories|place|credentials|deleted|(?:articles|states)-\d{4,}|\d+(?:\.open)?)"
    r"(?:\.sync-conflict-\d{8}-\d{6}-[0-9A-Z]{7}| ?\([^/]+\))+\.json\Z"
)


def copy_of(name: str) -> str | None:
    """The name of the file that a file of that name is a copy of; None where it is none."""
    found = _COPY.fullmatch(name)
    return f"{found[1]}.json" if found else None
