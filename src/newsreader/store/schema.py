"""What may stand in each field of the library's files, field by field. See docs/library-on-disk.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import chain
from types import MappingProxyType
from typing import Any

__all__ = ["TABLES_OF", "problems_of_document", "problems_of_step"]

Check = Callable[[Any], Iterator[str]]
"""Gives what is wrong with a value, each beginning with ": " or the name of a field in it."""

_MOST_SHOWN = 40
_STATUSES = ("ok", "unchanged", "moved", "gone", "throttled", "error", "never")


def _simple(what: str, holds: Callable[[Any], bool]) -> Check:
    def check(value: Any) -> Iterator[str]:
        if not holds(value):
            yield f" is {str(value)[:_MOST_SHOWN]!r}, not {what}"

    return check


def _is_whole(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_time(value: Any) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _matches(pattern: str) -> Callable[[Any], bool]:
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


_TEXT = _simple("text", lambda value: isinstance(value, str))
_WHOLE = _simple("a whole number", _is_whole)
_NUMBER = _simple("a number", lambda value: type(value) in (int, float) and value >= 0)
_FLAG = _simple("true or false", lambda value: isinstance(value, bool))
_TIME = _simple("a time with its zone", _is_time)
_WEB = _simple("a web address", _matches("(?is)https?://.*"))
_ARTICLE_ID = _simple("an article's id", _matches("[0-9a-f]{16}"))
_SOURCE_ID = _simple("a source's id", _matches("[0-9a-f]{12}"))
_ARTICLE_IDS = _simple("articles' ids one behind another", _matches("(?:[0-9a-f]{16})*"))
_PAIR = _simple("the ids of two articles", _matches("[0-9a-f]{16}-[0-9a-f]{16}"))
_STATUS = _simple(f"one of {', '.join(_STATUSES)}", lambda value: value in _STATUSES)
_MARK = _simple("read or hidden", lambda value: value in ("read", "hidden"))
_SAME = _simple("true, false or null", lambda value: value is None or isinstance(value, bool))


def _any(_: Any) -> Iterator[str]:
    yield from ()


def _or_none(check: Check) -> Check:
    return lambda value: iter(()) if value is None else check(value)


def _list(check: Check) -> Check:
    def each(values: Any) -> Iterator[str]:
        if not isinstance(values, list):
            yield f" is {str(values)[:_MOST_SHOWN]!r}, not a list"
            return
        for place, value in enumerate(values):
            yield from (f"[{place}]{problem}" for problem in check(value))

    return each


def _mapping(of_key: Check, of_value: Check) -> Check:
    def each(values: Any) -> Iterator[str]:
        if not isinstance(values, dict):
            yield f" is {str(values)[:_MOST_SHOWN]!r}, not an object"
            return
        for key, value in values.items():
            yield from (
                f"[{key!r}]{problem}" for check in (of_key(key), of_value(value)) for problem in check
            )

    return each


def _object(fields: Mapping[str, Check], needed: str = "") -> Check:
    """An object with these fields; those named in *needed* must be there, and others that nobody knows may."""

    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f" is {str(value)[:_MOST_SHOWN]!r}, not an object"
            return
        yield from (f".{name} is missing" for name in needed.split() if name not in value)
        for name, of_field in fields.items():
            if name in value:
                yield from (f".{name}{problem}" for problem in of_field(value[name]))

    return check


def _both_of(one: Check, other: Check) -> Check:
    return lambda value: chain(one(value), other(value))


_AUTHOR = _object({"name": _TEXT, "url": _or_none(_TEXT)}, "name")
_ENCLOSURE = _object(
    {"href": _TEXT, "media_type": _TEXT, "length": _or_none(_WHOLE), "duration": _or_none(_NUMBER)}, "href"
)
_ENTRY = _object(
    {
        **dict.fromkeys("key guid title html text summary language place agency site".split(), _TEXT),
        **dict.fromkeys("url image external_url comments_url".split(), _WEB),
        "published": _TIME,
        "updated": _TIME,
        "tags": _list(_TEXT),
        "see_also": _list(_TEXT),
        "authors": _list(_AUTHOR),
        "enclosures": _list(_ENCLOSURE),
    },
    "key",
)
_FULL = _object({"at": _TIME, "html": _TEXT, "problem": _TEXT, "hidden": _FLAG}, "at")
_REVISION = _object({"until": _TIME, "entry": _ENTRY, "full": _FULL}, "until entry")
_ARTICLE = _object(
    {
        "id": _ARTICLE_ID,
        "source_id": _SOURCE_ID,
        "first_seen": _TIME,
        "entry": _ENTRY,
        "revisions": _list(_REVISION),
        "full": _FULL,
    },
    "id first_seen entry",
)
_STATE = _object(
    {"id": _ARTICLE_ID, "read": _FLAG, "read_at": _WHOLE, "hidden": _FLAG, "hidden_at": _WHOLE}, "id"
)
# Nothing beside it says whose it is.
_KEPT_ARTICLE = _both_of(_ARTICLE, _object({}, "source_id"))
_BOOKMARK = _object(
    {
        "id": _ARTICLE_ID,
        "kept_at": _WHOLE,
        "changed_at": _WHOLE,
        "note": _TEXT,
        "tags": _list(_TEXT),
        "source_title": _TEXT,
        "removed": _FLAG,
        "article": _KEPT_ARTICLE,
    },
    "id kept_at changed_at article",
)
_RULE = _object({"days": _WHOLE, "count": _WHOLE, "keep_unread": _FLAG, "keep_bookmarked": _FLAG})
_SUBSCRIBED = _object(
    {
        "id": _SOURCE_ID,
        **dict.fromkeys("address kind title folder".split(), _TEXT),
        "own_title": _FLAG,
        "full_text": _FLAG,
        "priority": _simple("a whole number", lambda value: type(value) is int),
        "added": _TIME,
        "url": _or_none(_TEXT),
        "extra": _mapping(_TEXT, _TEXT),
        "retention": _RULE,
        "changed_at": _WHOLE,
    },
    "id address kind title added",
)
_REMOVED = _object({"id": _SOURCE_ID, "removed_at": _WHOLE}, "id removed_at")
_HEALTH = _object(
    {
        "id": _SOURCE_ID,
        "status": _STATUS,
        **dict.fromkeys("error etag last_modified redirect".split(), _TEXT),
        **dict.fromkeys("last_success last_attempt next_due".split(), _TIME),
        **dict.fromkeys("failures redirects".split(), _WHOLE),
        "http_status": _or_none(_WHOLE),
        "rhythm": _or_none(_WHOLE),
    },
    "id status",
)
_STORY_MARK = _object({"id": _PAIR, "same": _SAME, "at": _WHOLE}, "id same at")
_NAMED = _mapping(_TEXT, _TEXT)
_SEARCH = _object(dict.fromkeys("query source folder".split(), _TEXT), "query")
_CHOICES: Mapping[str, Check] = MappingProxyType(
    {
        "retention": _RULE,
        "search": _SEARCH,
        "searches": _list(_both_of(_SEARCH, _object({"name": _TEXT}, "name"))),
        "list_head": _NAMED,
        "folder": _NAMED,
        "mute": _FLAG,
    }
)


def _setting(form: Check, *values: str) -> Check:
    """A choice for the whole library, whose *values* are as its kind says: what stands before ":" in its id."""

    def check(value: Any) -> Iterator[str]:
        yield from form(value)
        said = value if isinstance(value, dict) else {}
        of_value = _CHOICES.get(str(said.get("id")).partition(":")[0], _any)
        for name in values:
            yield from (f".{name}{problem}" for problem in _or_none(of_value)(said.get(name)))

    return check


def _source(value: Any) -> Iterator[str]:
    return _REMOVED(value) if isinstance(value, dict) and "removed_at" in value else _SUBSCRIBED(value)


_DOCUMENTS: Mapping[str, Check] = MappingProxyType(
    {
        "meta": _object({"format": _WHOLE}, "format"),
        "sources": _source,
        "settings": _setting(_object({"id": _TEXT, "changed_at": _WHOLE}, "id changed_at"), "value"),
        "health": _HEALTH,
        "bookmarks": _BOOKMARK,
        "articles": _ARTICLE,
        "states": _STATE,
        "deleted": _object({"id": _WHOLE, "gone": _ARTICLE_IDS, "back": _ARTICLE_IDS}, "id"),
        "marks": _STORY_MARK,
        "source": _object({"id": _SOURCE_ID, "address": _TEXT, "title": _TEXT}, "id address title"),
    }
)

TABLES_OF: Mapping[str, str] = MappingProxyType(
    {
        "library": "meta",
        "health": "health",
        "bookmarks": "bookmarks",
        "stories": "marks",
        "articles": "articles",
        "states": "states",
        "deleted": "deleted",
    }
)
"""The table that a file cannot be without, by how its name begins."""

_IDS = _mapping(_SOURCE_ID, _mapping(_simple("a number", _matches("[0-9]+")), _list(_ARTICLE_ID)))


def _both(check: Check) -> Check:
    return _object({"before": _or_none(check), "after": _or_none(check)}, "before after")


_OPERATION = _object(
    {
        "mark": _MARK,
        "value": _FLAG,
        "ids": _IDS,
        "delete": _IDS,
        "setting": _setting(_object({"id": _TEXT}, "id before after"), "before", "after"),
        "bookmark": _both(_BOOKMARK),
        "source": _both(_SUBSCRIBED),
        "story": _both(_STORY_MARK),
    }
)
_STEP = _object(
    {
        "number": _WHOLE,
        "touched": _WHOLE,
        "title": _TEXT,
        "undone": _FLAG,
        "was": _WHOLE,
        "operations": _list(_OPERATION),
    },
    "number touched title operations",
)


def problems_of_document(table: str, document: Mapping[str, Any]) -> list[str]:
    """What is wrong with a document of that table, one line each; of a table that nobody knows, nothing."""
    check = _DOCUMENTS.get(table, _any)
    return [f"{table}{problem}" for problem in check(document)]


def problems_of_step(step: Mapping[str, Any]) -> list[str]:
    """What is wrong with a step of the history, one line each."""
    return [f"step{problem}" for problem in _STEP(step)]
