"""Ranked search, and headlines."""

from __future__ import annotations

from dataclasses import replace

from newsreader.index.asked import searchable
from newsreader.index.conditions import Conditions
from newsreader.index.database import Database
from newsreader.index.rows import Rows
from newsreader.index.terms import phrase
from newsreader.index.words import WordTable
from newsreader.model.query import ListQuery
from newsreader.model.row import ArticleRow
from newsreader.text.words import fold

__all__ = ["Search"]

# Text, title, author, place: a word in the headline says what an article is about, one in the text that it came up.
_WEIGHTS = "1.0, 8.0, 2.0, 2.0"
_TITLES_LOOKED_AT = 50


class Search:
    """Finds articles. Every method may raise IndexDamagedError and StoreError."""

    def __init__(self, database: Database, conditions: Conditions, rows: Rows) -> None:
        self._database = database
        self._conditions = conditions
        self._rows = rows
        self._words = WordTable(database)

    def make_ready(self) -> None:
        """Do now what the first search would do: find the words of all articles that came since the last."""
        self._words.make_ready()

    def ranked(self, query: ListQuery, limit: int) -> list[ArticleRow]:
        """At most *limit* rows of what *query* asks for, best first by BM25 (Robertson and others, 1994).

        A word in the title counts 8 times. Ties come newest first. Where nothing in the query can be ranked, as in
        `is:unread`, all is a tie, with score 0.

        Raises:
            QueryError: `query.text` is wrong, and where.
        """
        asked = self._conditions.of(query)
        if not asked.match:
            return self._rows.window(query, limit)
        sql = f"""
            SELECT a.key, bm25(words, {_WEIGHTS}) AS score FROM words CROSS JOIN articles AS a ON a.key = words.rowid
            WHERE words MATCH ? AND {asked.rest} ORDER BY score, a.at_ms DESC, a.id LIMIT ?"""  # noqa: S608
        with self._database.reading() as sqlite:
            scores = dict(sqlite.execute(sql, (asked.match, *asked.values, limit)).fetchall())
        return [replace(row, score=-scores[row.key]) for row in self._rows.rows(scores)]

    def title(self, headline: str) -> ArticleRow | None:
        """The newest article in the lists with that headline, whatever its capitals and accents; None for none."""
        match = phrase(searchable(headline), columns="title")
        if not match:
            return None
        self.make_ready()
        with self._database.reading() as sqlite:
            found = sqlite.execute(
                "SELECT a.key FROM words CROSS JOIN articles AS a ON a.key = words.rowid"
                " WHERE words MATCH ? AND a.shown = 1 ORDER BY a.at_ms DESC, a.id LIMIT ?",
                (match, _TITLES_LOOKED_AT),
            ).fetchall()
        wanted = fold(headline).split()
        rows = self._rows.rows(key for (key,) in found)
        return next((row for row in rows if fold(row.title).split() == wanted), None)
