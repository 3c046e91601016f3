"""A list's query as the condition, index and order that SQLite is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.index.asked import Asked, all_of, any_of, searchable
from newsreader.index.database import Database
from newsreader.index.errors import QueryError
from newsreader.model.query import ListQuery

if TYPE_CHECKING:
    from newsreader.index.grammar import Choice, Term

__all__ = ["Condition", "Conditions"]

_KEPT = "a.kept = 1"
_SHOWN = "a.shown = 1"
_MUTED = """(a.muted = 1 AND a.hidden = 0 AND a.chunk IS NOT NULL
    AND a.source IN (SELECT number FROM sources WHERE listed = 1))"""


@dataclass(frozen=True, slots=True)
class Condition:
    """What to put after FROM and WHERE, with the articles named `a`.

    Attributes:
        table: the articles and the index to walk them in.
        where: all that is asked; never empty.
        where_values: one for each `?` in *where*.
        match: the words that must be there, for `words MATCH ?`; "" for none.
        rest: *where* without *match*; never empty.
        values: one for each `?` in *rest*.
    """

    table: str
    where: str
    where_values: tuple[str | int, ...]
    match: str
    rest: str
    values: tuple[str | int, ...]


class Conditions:
    """Makes conditions.

    Args:
        database: where sources are looked up.
        now: the present, in the reader's time zone.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def of(self, query: ListQuery) -> Condition:
        """The condition that *query* stands for.

        Every list walks the index that holds it in order. Left to itself SQLite sorts: it does not know that few
        articles are wanted. With words it is the other way round: they leave few.

        Raises:
            QueryError: `query.text` cannot be understood.
        """
        choices = _parsed(query.text)
        asked = all_of([*_from_fields(query), *self._from_text(choices, query.typing)])
        kept, muted = (
            query.bookmarked or any(map(_about_bookmarks, choices)),
            self._is_about_muted(query, choices),
        )
        scope = _KEPT if kept else _MUTED if muted else _SHOWN
        table = "articles AS a" if choices else f"articles AS a INDEXED BY {_index(query, muted=muted)}"
        where, where_values = asked.as_condition()
        rest, values = replace(asked, match="").as_condition()
        return Condition(
            table, f"{scope} AND {where}", where_values, asked.match, f"{scope} AND {rest}", values
        )

    def offset_ms(self) -> int:
        """How far east of Greenwich the reader's clock is, in milliseconds."""
        offset = self._now().utcoffset()
        return int(offset.total_seconds() * 1000) if offset is not None else 0

    def asked(self, text: str) -> Asked:
        """What *text*, in the query language, asks for. Raises `QueryError`."""
        return all_of(self._from_text(_parsed(text), typing=False))

    def _is_about_muted(self, query: ListQuery, choices: tuple[Choice, ...]) -> bool:
        """Whether what is muted is asked for, by a word or by asking for a source that is muted whole."""
        if any(all(_says(term, "is", "muted") for term in choice) for choice in choices):
            return True
        if query.source_id is None:
            return False
        with self._database.reading() as sqlite:
            rule = (searchable(f"source:{query.source_id}"),)
            return sqlite.execute("SELECT 1 FROM mutes WHERE query = ?", rule).fetchone() is not None

    def _from_text(self, choices: tuple[Choice, ...], typing: bool) -> list[Asked]:
        if not choices:
            return []
        from newsreader.index.terms import TermCompiler

        compiler = TermCompiler(self._database, self._now())
        last = choices[-1][-1] if typing else None
        asked = [any_of([compiler.asked(term, typing=term is last) for term in choice]) for choice in choices]
        if not typing and not any(asked):
            raise QueryError("there is no word in it", choices[0][0].at)
        return asked


def _parsed(text: str) -> tuple[Choice, ...]:
    if not text:
        return ()
    from newsreader.index.grammar import parse  # the first list has no words

    return parse(searchable(text))


def _from_fields(query: ListQuery) -> list[Asked]:
    asked = []
    if query.source_id is not None:
        asked.append(
            Asked(("a.source = (SELECT number FROM sources WHERE id = ?)",), (searchable(query.source_id),))
        )
    if query.folder is not None:
        name = searchable(query.folder)
        below = f"{name}/" if name else ""  # no folder at all holds none
        folder = """a.source IN (SELECT number FROM sources
            WHERE listed = 1 AND (folder = ? OR (length(?) AND substr(folder, 1, length(?)) = ?)))"""
        asked.append(Asked((folder,), (name, below, below, below)))
    if query.unread:
        asked.append(Asked(("a.read = 0",)))
    return asked


def _about_bookmarks(choice: Choice) -> bool:
    """Whether no article passes that is not bookmarked: then those whose source is gone are shown too."""
    return all(
        (not term.negated and term.field in ("tag", "note")) or _says(term, "is", "bookmarked")
        for term in choice
    )


def _says(term: Term, field: str, value: str) -> bool:
    return (term.field, term.value.lower(), term.negated) == (field, value, False)


def _index(query: ListQuery, *, muted: bool) -> str:
    if query.bookmarked:
        return "list_kept"
    if muted:
        return "list_muted"
    if query.source_id is not None:
        return "list_source"
    return "list_unread" if query.unread else "list_all"
