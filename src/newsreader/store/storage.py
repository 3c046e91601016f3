"""TinyDB over files that are written whole. Importing this imports TinyDB (13 ms): do so where something is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

from newsreader.store.files import make_directory, write_atomic
from newsreader.store.tables import dump, read_tables
from newsreader.store.together import Together

__all__ = ["AtomicJSONStorage", "change", "put"]


class AtomicJSONStorage(Storage):
    """A TinyDB storage that reads its file once and writes it once, whole, when the database is closed.

    Writes are gathered in memory only for the one change that the database lives for; `commit` puts them on the disk.
    """

    def __init__(self, path: Path, wanted: tuple[str, ...] = ()) -> None:
        """Read *path*; see `tables.read_tables` for *wanted* and what is raised."""
        self._path = path
        self._tables: Any = read_tables(path, *wanted)
        self._written = False

    def read(self) -> Any:
        """All tables, or None for a new file."""
        return self._tables

    def write(self, data: Mapping[str, Any]) -> None:
        """Keep *data* as the content to be."""
        self._tables = data
        self._written = True

    def commit(self, together: Together | None = None) -> None:
        """Put what was written on the disk, or among *together*; nothing happens where nothing was."""
        if self._written and together is not None:
            together.put(self._path, dump(self._tables))
        elif self._written:
            make_directory(self._path.parent)
            write_atomic(self._path, dump(self._tables))
        self._written = False


@contextmanager
def change(path: Path, *wanted: str, together: Together | None = None) -> Iterator[TinyDB]:
    """A TinyDB for one change of *path*; what the block writes is on the disk, in one step, when it ends.

    With *together* it is put among the files that are written there, and may be changed only once until they are.

    Nothing is written when the block raises or wrote nothing. Hold the library's lock around it: a database kept longer
    would number new documents as another program already did.

    Raises:
        DamagedFileError: the file is there and is not what TinyDB writes, or a table of *wanted* is missing.
        StoreError: it could not be read or written; the old bytes are there.
    """
    storage: list[AtomicJSONStorage] = []

    def opened(path: Path) -> AtomicJSONStorage:
        storage.append(AtomicJSONStorage(path, wanted))
        return storage[0]

    database = TinyDB(path, storage=opened)
    yield database
    database.close()
    storage[0].commit(together)


def put(table: Table, found: Iterable[Mapping[str, Any]]) -> None:
    """Put each document of *found* in place of the one with its `id`, or add it. Costs two passes over the table."""
    all_ids = ((document.doc_id, document.get("id")) for document in table)
    # A hand may have left a document without an id: it stays where it is.
    numbers = {name: number for number, name in all_ids if isinstance(name, str | int)}
    free = count(max((document.doc_id for document in table), default=0) + 1)
    new = {document["id"]: document for document in found}
    # TinyDB would number new documents from what is left after the removal, and so use a number twice.
    placed = [Document(document, numbers.get(name) or next(free)) for name, document in new.items()]
    table.remove(doc_ids=[numbers[name] for name in new if name in numbers])
    table.insert_multiple(placed)
