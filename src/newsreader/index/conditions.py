"""A list's query as the condition, index and order that SQLite is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from newsreader.index.database import Database
from newsreader.index.grammar import Choice, parse, searchable
from newsreader.index.terms import Asked, TermCompiler, all_of, any_of
from newsreader.model.query import ListQuery

__all__ = ["Condition", "Conditions"]


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
        choices = parse(searchable(query.text))
        asked = all_of([*_from_fields(query), *self._from_text(choices, query.typing)])
        scope = "a.kept = 1" if query.bookmarked or any(map(_about_bookmarks, choices)) else "a.shown = 1"
        table = "articles AS a" if choices else f"articles AS a INDEXED BY {_index(query)}"
        where, where_values = asked.as_condition()
        rest, values = replace(asked, match="").as_condition()
        return Condition(
            table, f"{scope} AND {where}", where_values, asked.match, f"{scope} AND {rest}", values
        )

    def _from_text(self, choices: tuple[Choice, ...], typing: bool) -> list[Asked]:
        if not choices:
            return []
        compiler = TermCompiler(self._database, self._now())
        last = choices[-1][-1] if typing else None
        return [any_of([compiler.asked(term, typing=term is last) for term in choice]) for choice in choices]


def _from_fields(query: ListQuery) -> list[Asked]:
    asked = []
    if query.source_id is not None:
        asked.append(
            Asked(("a.source = (SELECT number FROM sources WHERE id = ?)",), (searchable(query.source_id),))
        )
    if query.folder is not None:
        folder = "a.source IN (SELECT number FROM sources WHERE listed = 1 AND folder = ?)"
        asked.append(Asked((folder,), (searchable(query.folder),)))
    if query.unread:
        asked.append(Asked(("a.read = 0",)))
    return asked


def _about_bookmarks(choice: Choice) -> bool:
    """Whether no article passes that is not bookmarked: then those whose source is gone are shown too."""
    return all(
        not term.negated
        and (term.field in ("tag", "note") or (term.field, term.value) == ("is", "bookmarked"))
        for term in choice
    )


def _index(query: ListQuery) -> str:
    if query.bookmarked:
        return "list_kept"
    if query.source_id is not None:
        return "list_source"
    return "list_unread" if query.unread else "list_all"
