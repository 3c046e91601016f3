"""Rules that keep articles out of lists, and which articles they are about."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from newsreader.index.arrays import json_array
from newsreader.index.asked import Asked, searchable
from newsreader.index.conditions import Conditions
from newsreader.index.database import Database
from newsreader.index.errors import QueryError
from newsreader.index.grammar import parse
from newsreader.index.schema import SHOWN

__all__ = ["MuteTable", "check_rule"]

_LASTING = frozenset({"", "title", "source", "author", "place", "lang", "url", "after", "before"})
_TURN = "UPDATE articles SET muted = 1 - muted WHERE key = ?"
_SHOW = f"UPDATE articles SET shown = 1 - shown WHERE key = ? AND shown <> {SHOWN}"  # noqa: S608


def check_rule(text: str) -> None:
    """See whether *text* can be a rule.

    Raises:
        QueryError: it is no query, asks for nothing, or for what changes once an article is there.
    """
    choices = parse(searchable(text))
    for term in (term for choice in choices for term in choice):
        if term.field not in _LASTING:
            raise QueryError(f'"{term.field}:" changes after an article came, and cannot mute', term.at)
    if not choices:
        raise QueryError("a rule needs words, or a field such as source:", 0)


class MuteTable:
    """Changes what is muted; called inside a batch."""

    def __init__(self, database: Database, conditions: Conditions) -> None:
        self._database = database
        self._conditions = conditions

    def replace(self, rules: Iterable[str]) -> None:
        """Make *rules*, queries, those that there are; one that cannot be understood mutes nothing."""
        sqlite = self._database.within()
        known = {rule for (rule,) in sqlite.execute("SELECT query FROM mutes")}
        wanted = set(map(searchable, rules))
        sqlite.execute("DELETE FROM mutes")
        sqlite.executemany("INSERT INTO mutes VALUES (?)", [(rule,) for rule in wanted])
        if known or wanted:  # also where they are the same: a source may have another title now
            self._turn(self._of("1"), self._muted("1"))

    def mute(self, keys: Collection[int]) -> None:
        """See what the rules say of the articles with *keys*, which are new or changed."""
        if keys and self._database.within().execute("SELECT 1 FROM mutes LIMIT 1").fetchone():
            wanted = json_array(keys)
            among = "a.key IN (SELECT value FROM json_each(?))"
            self._turn(self._of(among, wanted), self._muted(among, wanted))

    def _turn(self, now: set[int], before: set[int]) -> None:
        sqlite = self._database.within()
        changed = [(key,) for key in now ^ before]
        if changed:
            self._database.changed("articles")
        sqlite.executemany(_TURN, changed)
        sqlite.executemany(_SHOW, changed)

    def _muted(self, among: str, *values: str) -> set[int]:
        sql = f"SELECT a.key FROM articles AS a WHERE a.muted = 1 AND {among}"  # noqa: S608
        return {key for (key,) in self._database.within().execute(sql, values)}

    def _of(self, among: str, *values: str) -> set[int]:
        """The articles that a rule is about."""
        sqlite = self._database.within()
        found: set[int] = set()
        for (rule,) in sqlite.execute("SELECT query FROM mutes").fetchall():
            if asked := self._asked(rule):
                where, where_values = asked.as_condition()
                sql = f"SELECT a.key FROM articles AS a WHERE {where} AND {among}"  # noqa: S608
                found.update(key for (key,) in sqlite.execute(sql, (*where_values, *values)))
        return found

    def _asked(self, rule: str) -> Asked:
        try:
            check_rule(rule)
            return self._conditions.asked(rule)
        except QueryError:
            return Asked()
