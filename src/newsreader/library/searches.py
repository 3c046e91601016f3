"""Searches that a person saved, to stand beside sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsreader.library.changes import commit
from newsreader.library.context import Context
from newsreader.model.change import SettingChange, Step
from newsreader.model.query import ListQuery, SavedSearch
from newsreader.store.sources import read_library
from newsreader.text.opml import SEARCH
from newsreader.text.sanitise import clean_line

__all__ = ["remove_search", "save_search", "saved_searches", "search_attributes", "with_searches"]

_SETTING = "searches"


def saved_searches(context: Context) -> list[SavedSearch]:
    """All of them, by name.

    Raises:
        StoreError: library.json could not be read.
    """
    return sorted(map(_from_json, _stored(context)), key=lambda search: search.name.casefold())


def save_search(context: Context, name: str, query: ListQuery, *, before: str = "") -> Step | None:
    """Save *query* under *name*, in place of what was saved under it, and of the search called *before*.

    Raises:
        QueryError: its words cannot be understood.
        StoreError: it could not be saved.
    """
    context.index.rows.window(query, 1)  # who saves what cannot be searched would learn it later
    search = SavedSearch(clean_line(name, 100) or query.text, query)
    others = [each for each in saved_searches(context) if each.name not in (search.name, before)]
    return _commit(context, f"save the search {search.name}", [*others, search])


def remove_search(context: Context, name: str) -> Step | None:
    """Save a search no more.

    Raises:
        StoreError: it could not be saved.
    """
    others = [each for each in saved_searches(context) if each.name != name]
    return _commit(context, f"remove the search {name}", others)


def search_attributes(search: SavedSearch) -> dict[str, str]:
    """A saved search as an outline of OPML, which other readers pass over."""
    found = {"text": search.name, "type": SEARCH, "query": search.query.text}
    about = {"source": search.query.source_id, "folder": search.query.folder}
    return found | {name: value for name, value in about.items() if value is not None}


def with_searches(context: Context, wanted: Iterable[Mapping[str, str]]) -> list[SettingChange]:
    """The change that saves the searches of such outlines beside those that there are; empty where there are none."""
    known = {search.name: search for search in saved_searches(context)}
    for each in wanted:
        query = ListQuery(each["query"], each.get("source"), each.get("folder"))
        name = clean_line(each.get("text") or query.text, 100)
        known.setdefault(name, SavedSearch(name, query))
    before, after = _stored(context) or None, list(map(_to_json, known.values())) or None
    return [SettingChange(_SETTING, before, after)] if after != before else []


def _commit(context: Context, title: str, wanted: Sequence[SavedSearch]) -> Step | None:
    def plan() -> list[SettingChange]:
        before = _stored(context) or None
        after = list(map(_to_json, wanted)) or None
        return [SettingChange(_SETTING, before, after)] if after != before else []

    return commit(context, title, plan)


def _stored(context: Context) -> list[Mapping[str, Any]]:
    library = read_library(context.layout)
    setting = library.settings.get(_SETTING) if library else None
    return list(setting.value or ()) if setting else []


def _to_json(search: SavedSearch) -> dict[str, Any]:
    query = search.query
    found = {"name": search.name, "query": query.text, "source": query.source_id, "folder": query.folder}
    return {name: value for name, value in found.items() if value is not None}


def _from_json(value: Mapping[str, Any]) -> SavedSearch:
    query = ListQuery(str(value.get("query", "")), value.get("source"), value.get("folder"))
    return SavedSearch(str(value.get("name", "")), query)
