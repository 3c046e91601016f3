"""Searches that a person saved, to stand beside sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsreader.library.changes import commit
from newsreader.library.context import Context
from newsreader.model.change import SettingChange, Step
from newsreader.model.query import ListQuery, SavedSearch
from newsreader.store.sources import read_library
from newsreader.text.opml import SEARCH
from newsreader.text.sanitise import clean_line

__all__ = ["remove_search", "save_search", "saved_searches", "search_attributes", "with_searches"]

Value = Mapping[str, str]
"""The words of a search and where it looks, as JSON."""

_SETTING = "search:"
"""What the name of a setting that is a search begins with; its own follows. One each, so that two machines that both
save one have both."""

_ALL = "searches"
"""The setting that held all of them once; what a setting of its own says of one counts."""


def saved_searches(context: Context) -> list[SavedSearch]:
    """All of them, by name.

    Raises:
        StoreError: library.json could not be read.
    """
    found = (_from_json(name, value) for name, value in _stored(context).items())
    return sorted(found, key=lambda search: search.name.casefold())


def save_search(context: Context, name: str, query: ListQuery, *, before: str = "") -> Step | None:
    """Save *query* under *name*, in place of what was saved under it, and of the search called *before*.

    Raises:
        QueryError: its words cannot be understood.
        StoreError: it could not be saved.
    """
    context.index.rows.window(query, 1)  # who saves what cannot be searched would learn it later
    search = SavedSearch(clean_line(name, 100) or query.text, query)
    replaced = {before: None} if before and before != search.name else {}
    return _commit(context, f"save the search {search.name}", {**replaced, search.name: _to_json(search)})


def remove_search(context: Context, name: str) -> Step | None:
    """Save a search no more.

    Raises:
        StoreError: it could not be saved.
    """
    return _commit(context, f"remove the search {name}", {name: None})


def search_attributes(search: SavedSearch) -> dict[str, str]:
    """A saved search as an outline of OPML, which other readers pass over."""
    found = {"text": search.name, "type": SEARCH, "query": search.query.text}
    about = {"source": search.query.source_id, "folder": search.query.folder}
    return found | {name: value for name, value in about.items() if value is not None}


def with_searches(context: Context, wanted: Iterable[Mapping[str, str]]) -> list[SettingChange]:
    """The change that saves the searches of such outlines beside those that there are; empty where there are none."""
    known = _stored(context)
    new: dict[str, Value] = {}
    for each in wanted:
        query = ListQuery(each["query"], each.get("source"), each.get("folder"))
        search = SavedSearch(clean_line(each.get("text") or query.text, 100), query)
        if search.name not in known:
            new.setdefault(search.name, _to_json(search))
    return _changes(known, new)


def _commit(context: Context, title: str, wanted: Mapping[str, Value | None]) -> Step | None:
    return commit(context, title, lambda: _changes(_stored(context), wanted))


def _changes(known: Mapping[str, Value], wanted: Mapping[str, Value | None]) -> list[SettingChange]:
    return [
        SettingChange(_SETTING + name, known.get(name), value)
        for name, value in wanted.items()
        if value != known.get(name)
    ]


def _stored(context: Context) -> dict[str, Value]:
    """What is saved, by name."""
    library = read_library(context.layout)
    settings = library.settings if library else {}
    before = settings[_ALL].value if _ALL in settings else None
    found: dict[str, Value | None] = {
        str(each.get("name", "")): {name: value for name, value in each.items() if name != "name"}
        for each in before or ()
    }
    found |= {
        name.removeprefix(_SETTING): each.value
        for name, each in settings.items()
        if name.startswith(_SETTING)
    }
    return {name: value for name, value in found.items() if value}


def _to_json(search: SavedSearch) -> Value:
    query = search.query
    found = {"query": query.text, "source": query.source_id, "folder": query.folder}
    return {name: value for name, value in found.items() if value is not None}


def _from_json(name: str, value: Value) -> SavedSearch:
    return SavedSearch(name, ListQuery(str(value.get("query", "")), value.get("source"), value.get("folder")))
