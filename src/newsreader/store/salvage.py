"""What can still be read of a damaged file: every document that is whole, up to where the file breaks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson

from newsreader.store.files import read_bytes
from newsreader.store.schema import TABLES_OF, problems_of_document
from newsreader.store.tables import Tables, write_tables

__all__ = ["put_back", "salvaged"]

_BLANK = " \t\r\n"


def salvaged(data: bytes) -> Tables:
    """The tables in *data* with those of their documents that are what they should be; raises nothing."""
    reading = _Reading(data.decode("utf-8", "replace"))
    found: dict[str, list[dict[str, Any]]] = {}
    try:
        reading.tables(found)
    except (ValueError, IndexError, RecursionError):
        pass  # here it breaks; what came before is whole
    return {name: _numbered(name, table) for name, table in found.items()}


def _numbered(name: str, found: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The good ones among the documents found of a table, under numbers of their own: those they had may be damaged."""
    good = (each for each in map(_storable, found) if not problems_of_document(name, each))
    return {str(number): each for number, each in enumerate(good, 1)}


def _storable(document: Mapping[str, Any]) -> dict[str, Any]:
    """*document* as it can be written: a question mark for half of a character, nothing where a number is none."""
    try:
        written = json.dumps(document, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
        found: dict[str, Any] = orjson.loads(written)
    except ValueError:
        return {}
    return found


def put_back(path: Path, aside: Path) -> int:
    """Make *path* hold what can be read of the damaged file *aside*; gives how many documents. Hold the lock.

    Where that is none, there is no file then.

    Raises:
        StoreError: it could not be read or written.
    """
    found = salvaged(read_bytes(aside) or b"")
    kind = path.name.partition(".")[0].partition("-")[0]
    count = len(found.get(TABLES_OF.get(kind, ""), {}))
    if count:
        write_tables(path, found)
    return count


class _Reading:
    """Reads objects of objects member by member, where a parser gives all or nothing."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._decoder = json.JSONDecoder()

    def tables(self, found: dict[str, list[dict[str, Any]]]) -> None:
        """Put table after table into *found*, each document as soon as it is read. Raises where the text breaks."""
        for name in self._members():
            table = found.setdefault(name, [])
            for _ in self._members():
                document = self._value()
                if isinstance(document, dict):
                    table.append(document)

    def _members(self) -> Any:
        """The name of each member of the object that begins here; whoever asks reads its value."""
        self._expect("{")
        if self._next() == "}":
            self._place += 1
            return
        while True:
            self._next()
            name = self._value()
            self._expect(":")
            yield str(name)
            if self._next() == "}":
                self._place += 1
                return
            self._expect(",")

    def _value(self) -> Any:
        self._next()
        value, self._place = self._decoder.raw_decode(self._text, self._place)
        return value

    def _next(self) -> str:
        while self._text[self._place] in _BLANK:
            self._place += 1
        return self._text[self._place]

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise ValueError(f"{sign} expected")
        self._place += 1
