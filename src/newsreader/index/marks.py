"""What a reader did to articles: read and hidden."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from newsreader.index.arrays import json_array
from newsreader.index.articles import Place
from newsreader.index.database import Database
from newsreader.model.article import ArticleState

__all__ = ["MarkTable"]

_SET = """
UPDATE articles SET read = ?2, hidden = ?3,
shown = (?3 = 0 AND chunk IS NOT NULL AND muted = 0 AND (SELECT listed FROM sources WHERE number = articles.source))
WHERE key = ?1
"""
_MARKED = """
SELECT a.key, a.id, a.read, a.hidden FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value
WHERE a.chunk IS NOT NULL
"""
_UNKNOWN = """
SELECT wanted.value FROM json_each(?) AS wanted LEFT JOIN articles AS a ON a.id = wanted.value
WHERE a.chunk IS NULL
"""

_SET_READ = """
UPDATE articles SET read = ?1
WHERE read <> ?1 AND chunk IS NOT NULL AND id IN (SELECT value FROM json_each(?2))
"""


class MarkTable:
    """Changes marks; called inside a batch."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, place: Place, states: Mapping[str, ArticleState]) -> None:
        """Make *states* (by article id) the marks on the articles of the chunk at *place*; no others are left."""
        sqlite = self._database.within()
        sqlite.execute("DELETE FROM waiting_marks WHERE chunk = ?", (place.chunk,))
        found = sqlite.execute("SELECT id FROM articles WHERE chunk = ? AND (read OR hidden)", (place.chunk,))
        unmarked = {article_id: ArticleState() for (article_id,) in found}
        self.update(place, {**unmarked, **states})

    def update(self, place: Place, states: Mapping[str, ArticleState]) -> None:
        """Set the marks of the articles in *states*; those of articles that are not there wait for them."""
        wanted = json_array(states)
        sqlite = self._database.within()
        found = sqlite.execute(_MARKED, (wanted,)).fetchall()
        changed = [
            (key, states[article_id].read, states[article_id].hidden)
            for key, article_id, read, hidden in found
            if (read, hidden) != (states[article_id].read, states[article_id].hidden)
        ]
        if changed:
            self._database.changed("marks")
        if any(hidden != states[article_id].hidden for _, article_id, _, hidden in found):
            self._database.changed("articles")
        sqlite.executemany(_SET, changed)
        waiting = [
            (article_id, place.chunk, states[article_id].read, states[article_id].hidden)
            for (article_id,) in sqlite.execute(_UNKNOWN, (wanted,)).fetchall()
        ]
        sqlite.executemany("INSERT OR REPLACE INTO waiting_marks VALUES (?, ?, ?, ?)", waiting)

    def set_read(self, article_ids: Collection[str], read: bool) -> None:
        """Mark articles; those that are in no chunk are left alone."""
        wanted = json_array(article_ids)
        self._database.within().execute(_SET_READ, (read, wanted))
