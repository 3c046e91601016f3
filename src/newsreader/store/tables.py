"""Reading the library's files without TinyDB: what lists and starts need, and what tells damage from emptiness."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from newsreader.errors import DamagedFileError
from newsreader.store.files import make_directory, read_bytes, write_atomic

__all__ = ["Tables", "damaged", "documents", "dump", "parse_object", "read_tables", "write_tables"]

# More than any count of documents has; Python refuses to read numbers of thousands.
_DIGITS = 19

Tables = dict[str, dict[str, dict[str, Any]]]


def dump(value: Any) -> bytes:
    """*value* as the JSON that the library's files hold: UTF-8, one line."""
    return orjson.dumps(value)


def damaged(path: Path, why: str) -> DamagedFileError:
    """The error that says why *path* cannot be read."""
    return DamagedFileError(
        f"damaged: {why}; its bytes are kept, `newsreader doctor --repair` mends the rest", subject=str(path)
    )


def parse_object(data: bytes, path: Path) -> dict[str, Any]:
    """The JSON object in *data*, the content of *path*.

    Raises:
        DamagedFileError: it is anything else.
    """
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise damaged(path, "it is not JSON" if data else "it is empty") from error
    if not isinstance(value, dict):
        raise damaged(path, "it holds something else")
    return value


def read_tables(path: Path, *wanted: str) -> Tables | None:
    """All tables of the TinyDB file *path*; None where there is no file.

    Raises:
        DamagedFileError: it is not what TinyDB writes, or one of the tables *wanted* is missing.
        StoreError: it could not be read.
    """
    data = read_bytes(path)
    if data is None:
        return None
    tables = parse_object(data, path)
    for table in tables.values():
        if not isinstance(table, dict) or not all(isinstance(document, dict) for document in table.values()):
            raise damaged(path, "its tables are not tables")
        # TinyDB takes any other name for an error of the program.
        if not all(map(_is_number, table)):
            raise damaged(path, "a document in it has no number")
    for name in wanted:
        if name not in tables:
            raise damaged(path, f"its table {name!r} is missing")
    return tables


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdecimal() and len(name) < _DIGITS


def documents(path: Path, table: str) -> list[dict[str, Any]]:
    """The documents of one table of *path*, in order; none where there is no file. Raises as `read_tables`."""
    tables = read_tables(path, table)
    return list(tables[table].values()) if tables else []


def write_tables(path: Path, tables: Tables) -> None:
    """Make *tables* the content of *path*, in the form in which TinyDB keeps them. Hold the lock.

    Raises:
        StoreError: it could not be written; the old bytes are there.
    """
    make_directory(path.parent)
    write_atomic(path, dump(tables))
