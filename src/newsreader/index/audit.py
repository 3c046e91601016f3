"""What the index says, in the form in which it can be held against the library's files."""

from __future__ import annotations

from newsreader.index.database import Database

__all__ = ["Audit"]

_STANDING = """
SELECT a.id, c.chunk, a.read, a.hidden FROM articles AS a JOIN chunks AS c ON c.number = a.chunk
JOIN sources AS s ON s.number = c.source WHERE s.id = ?
"""


class Audit:
    """Asks for all of it. Every method may raise IndexDamagedError and StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def articles(self, source_id: str) -> dict[str, tuple[int, bool, bool]]:
        """Each article of a source by its id: number of the file that holds it, whether it is read, whether hidden."""
        with self._database.reading() as sqlite:
            found = sqlite.execute(_STANDING, (source_id,))
            return {name: (chunk, bool(read), bool(hidden)) for name, chunk, read, hidden in found}

    def mutes(self) -> set[str]:
        """The rules on what lists do not show."""
        with self._database.reading() as sqlite:
            return {rule for (rule,) in sqlite.execute("SELECT query FROM mutes")}

    def bookmarks(self) -> dict[str, int]:
        """When each bookmark was made, milliseconds since 1970, by its article's id."""
        with self._database.reading() as sqlite:
            return dict(sqlite.execute("SELECT id, kept_at_ms FROM bookmarks"))
