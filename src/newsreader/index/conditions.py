"""A list's query as the condition, index and order that SQLite is given."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.model.query import ListQuery

__all__ = ["Condition", "Conditions"]

_ORDER = "a.at_ms DESC, a.id"


@dataclass(frozen=True, slots=True)
class Condition:
    """What to put after FROM, WHERE and ORDER BY, with the articles named `a`.

    Attributes:
        table: the articles and the index to walk them in.
        where: never empty.
        order: newest first.
        values: one for each `?` in *where*.
    """

    table: str
    where: str
    order: str
    values: tuple[str | int, ...] = ()


class Conditions:
    """Makes conditions."""

    def of(self, query: ListQuery) -> Condition:
        """The condition that *query* stands for.

        Every list walks the index that holds it in order. Left to itself SQLite sorts: it does not know that few
        articles are wanted.
        """
        where = ["a.kept = 1" if query.bookmarked else "a.shown = 1"]
        values: list[str | int] = []
        if query.source_id is not None:
            where.append("a.source = (SELECT number FROM sources WHERE id = ?)")
            values.append(query.source_id)
        if query.folder is not None:
            where.append("a.source IN (SELECT number FROM sources WHERE listed = 1 AND folder = ?)")
            values.append(query.folder)
        if query.unread:
            where.append("a.read = 0")
        return Condition(
            f"articles AS a INDEXED BY {_index(query)}", " AND ".join(where), _ORDER, tuple(values)
        )


def _index(query: ListQuery) -> str:
    if query.bookmarked:
        return "list_kept"
    if query.source_id is not None:
        return "list_source"
    return "list_unread" if query.unread else "list_all"
