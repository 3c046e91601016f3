"""Terms of a query as conditions for SQLite and FTS5."""

from __future__ import annotations

import re
from datetime import datetime

from newsreader.index.ages import moment
from newsreader.index.arrays import json_array
from newsreader.index.asked import Asked
from newsreader.index.database import Database
from newsreader.index.errors import QueryError
from newsreader.index.grammar import Term
from newsreader.index.words import WordTable
from newsreader.text.words import fold, is_cjk, spaced

__all__ = ["TermCompiler", "phrase", "word_form"]

_COLUMNS = {"": "{text title}", "title": "title", "author": "author", "place": "place"}
_IS = {
    "unread": "a.read = 0",
    "read": "a.read = 1",
    "bookmarked": "a.kept = 1",
    "changed": "a.changed = 1",
    "muted": "a.muted = 1",
}
_TOLD = """(a.story IS NOT NULL AND a.story IN (
    SELECT story FROM articles WHERE story IS NOT NULL AND shown = 1 GROUP BY story HAVING count(*) {} ?))"""
_ONE_STORY = "a.story IS (SELECT number FROM stories WHERE id = ?)"
_SINCE = {"after": ">=", "newer": ">=", "before": "<", "older": "<"}
_IN_BOOKMARK = {
    "tag": "a.id IN (SELECT id FROM bookmarks WHERE instr(tag_words, char(10) || ? || char(10)) > 0)",
    "note": "a.id IN (SELECT id FROM bookmarks WHERE instr(note_words, ?) > 0)",
}
_IN_BODY = {
    "lang": "EXISTS (SELECT 1 FROM bodies AS b WHERE b.key = a.key AND instr(lower(b.language) || '-', ? || '-') = 1)",
    "url": "EXISTS (SELECT 1 FROM bodies AS b WHERE b.key = a.key AND instr(lower(b.url), ?) > 0)",
}
_SOURCES = "a.source IN (SELECT value FROM json_each(?))"
_SHORTEST_STEM = 4
_TELLINGS = re.compile(r"(>=?|<=?|=?)(\d{1,6})")
_STORY_ID = re.compile(r"[0-9a-f]{16}")


def phrase(value: str, *, columns: str = "{text title}", beginning: bool = False) -> str:
    """The words of *value* one after another as an FTS5 expression, "" where it has none.

    Args:
        value: any text.
        columns: in which columns they are looked for.
        beginning: whether the last of them stands for all words that begin so.
    """
    words = spaced(fold(value)).replace('"', " ")
    if not any(character.isalnum() for character in words):
        return ""
    return f'{columns and columns + " : "}"{words}"{" *" if beginning else ""}'


class TermCompiler:
    """Turns terms into conditions.

    Args:
        database: where sources are looked up.
        now: what ages count from; aware, in the reader's time zone.
    """

    def __init__(self, database: Database, now: datetime) -> None:
        self._database = database
        self._words = WordTable(database)
        self._now = now

    def asked(self, term: Term, *, typing: bool) -> Asked:
        """What *term* asks for; with *typing*, its last word may still be incomplete.

        Raises:
            QueryError: its value is none that its field understands.
        """
        if term.field in _COLUMNS:
            self._words.make_ready()
            match = _words(term, typing)
            if term.field and not match and not typing:
                raise QueryError(f'"{term.field}:" takes words', term.at)
            return Asked(unmatch=match) if term.negated else Asked(match=match)
        condition, value = self._condition(term)
        return Asked((f"NOT ({condition})" if term.negated else condition,), value)

    def _condition(self, term: Term) -> tuple[str, tuple[str | int, ...]]:
        value = fold(term.value)
        if (term.field, term.value.lower()) == ("is", "story"):
            return _TOLD.format(">"), (1,)
        if term.field == "is":
            return _is(term), ()
        if term.field == "story":
            return _story(term)
        if term.field in _SINCE:
            return f"a.at_ms {_SINCE[term.field]} ?", (self._moment(term),)
        if term.field == "source":
            return _SOURCES, (self._sources(value),)
        if term.field in _IN_BOOKMARK:
            return _IN_BOOKMARK[term.field], (value,)
        return _IN_BODY[term.field], (term.value.lower(),)

    def _moment(self, term: Term) -> int:
        found = moment(term.value, self._now)
        if found is None:
            raise QueryError(
                f'"{term.field}:" takes a date like 2026-11-01 or an age like 12h, 3d, 2w, 6m', term.at
            )
        return found

    def _sources(self, value: str) -> str:
        with self._database.reading() as sqlite:
            found = sqlite.execute("SELECT number, id, title FROM sources").fetchall()
        wanted = [number for number, source_id, title in found if source_id == value or value in fold(title)]
        return json_array(wanted)


def _is(term: Term) -> str:
    try:
        return _IS[term.value.lower()]
    except KeyError:
        raise QueryError(f'"is:" takes {", ".join(_IS)}, story', term.at) from None


def _story(term: Term) -> tuple[str, tuple[str | int, ...]]:
    if count := _TELLINGS.fullmatch(term.value):
        return _TOLD.format(count[1] or "="), (int(count[2]),)
    if _STORY_ID.fullmatch(term.value):
        return _ONE_STORY, (term.value,)
    raise QueryError('"story:" takes how many tell it, like >3, or the id of a story', term.at)


def _words(term: Term, typing: bool) -> str:
    """The words of a term; see docs/decisions/words-that-search-finds.md."""
    columns = _COLUMNS[term.field]
    if term.phrase:
        return phrase(term.value, columns=columns, beginning=typing)
    value = term.value.rstrip("*")
    if typing or value != term.value:
        return phrase(value, columns=columns, beginning=True)
    return word_form(value, columns=columns)


def word_form(word: str, *, columns: str = "") -> str:
    """Any form of *word* as an FTS5 expression, in any column if none are given; "" where it has no letters."""
    stem = _without_ending(fold(word))
    return phrase(stem, columns=columns, beginning=stem != fold(word))


def _without_ending(word: str) -> str:
    """*word* without the two letters in which its forms differ, where no stemmer does that in the index.

    FTS5 stems words of Latin letters; Cyrillic, Greek, Arabic and the like come as they are written.
    """
    if word.isascii() or not word.isalpha() or spaced(word) != word or any(map(is_cjk, word)):
        return word
    return word[: max(_SHORTEST_STEM, len(word) - 2)]
