"""Names and passwords for sources: credentials.json, for systems that have no keyring. Kept out of everything shown."""

from __future__ import annotations

from pathlib import Path

import orjson

from newsreader.store.files import read_bytes, write_atomic
from newsreader.store.layout import Layout
from newsreader.store.tables import damaged

__all__ = ["read_credentials", "unite_credentials", "write_credentials"]


def read_credentials(layout: Layout) -> dict[str, str]:
    """`user:password` by the id of its source.

    Raises:
        DamagedFileError: the file is not what this program writes.
        StoreError: it could not be read.
    """
    return _read(layout.credentials)


def unite_credentials(layout: Layout, path: Path) -> None:
    """Take those of another file of them for sources that have none here. Hold the lock; raises as both."""
    known, other = read_credentials(layout), _read(path)
    if other.keys() - known.keys():
        write_credentials(layout, {**other, **known})


def _read(path: Path) -> dict[str, str]:
    data = read_bytes(path)
    if data is None:
        return {}
    try:
        found = orjson.loads(data)["credentials"]
        return {str(name): str(secret) for name, secret in found.items()}
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise damaged(path, "it is not what this program writes") from error


def write_credentials(layout: Layout, credentials: dict[str, str]) -> None:
    """Replace all of them. Hold the lock.

    Raises:
        StoreError: they could not be written; the old ones are there.
    """
    write_atomic(layout.credentials, orjson.dumps({"credentials": credentials}, option=orjson.OPT_INDENT_2))
