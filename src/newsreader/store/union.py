"""Two copies of one file of the library made one that holds what both hold.

The outcome is the same byte for byte on every machine that sees the same two, or a service that keeps machines in step
would find it in conflict again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from newsreader.model.codec import (
    article_from_json,
    article_to_json,
    bookmark_from_json,
    bookmark_to_json,
    state_from_json,
    state_to_json,
)
from newsreader.model.codec_settings import setting_from_json, setting_to_json
from newsreader.model.codec_sources import health_from_json, health_to_json, source_from_json, source_to_json
from newsreader.model.codec_stories import story_mark_from_json, story_mark_to_json
from newsreader.store.deleted import packed, unpacked
from newsreader.store.merged import (
    merged_article,
    merged_bookmark,
    merged_health,
    merged_setting,
    merged_source,
)
from newsreader.store.states import newer
from newsreader.store.stories import later
from newsreader.store.tables import Tables, dump, read_tables, write_tables

__all__ = ["move_documents", "unite", "united"]

Json = Mapping[str, Any]
T = TypeVar("T")


def unite(path: Path, theirs: Tables) -> bool:
    """Make the file *path* hold what it holds and what *theirs* do; gives whether that changed it. Hold the lock.

    Raises:
        DamagedFileError: the file is there and is not what this program writes.
        KeyError, TypeError, ValueError: *theirs* are not.
        StoreError: it could not be written; the old bytes are there.
    """
    ours = read_tables(path)
    if ours is None:
        write_tables(path, theirs)
        return True
    wanted = united(ours, theirs)
    if _by_id(wanted) == _by_id(ours):
        return False
    write_tables(path, wanted)
    return True


def move_documents(path: Path, target: Path, table: str, wanted: Collection[str]) -> bool:
    """Move documents of a table by their ids from one file to another, there first; gives whether there were any.

    A file that is left without any is deleted. Hold the lock; raises as `unite`, of both files.
    """
    tables = read_tables(path, table) or {table: {}}
    found = {number: each for number, each in tables[table].items() if each.get("id") in wanted}
    if not found:
        return False
    unite(target, {**tables, table: found})
    rest = {number: each for number, each in tables[table].items() if number not in found}
    if rest:
        write_tables(path, {**tables, table: rest})
    else:
        path.unlink()
    return True


def united(ours: Tables, theirs: Tables) -> Tables:
    """The documents of both, each once. Raises KeyError, TypeError or ValueError where one is not what it should be."""
    return {
        name: _united_table(name, ours.get(name, {}).values(), theirs.get(name, {}).values())
        for name in sorted({*ours, *theirs})
    }


def _united_table(name: str, ours: Iterable[Json], theirs: Iterable[Json]) -> dict[str, dict[str, Any]]:
    if name == "deleted":
        mine, other = unpacked(ours), unpacked(theirs)
        both = {
            each: max(found[each] for found in (mine, other) if each in found) for each in {*mine, *other}
        }
        return packed(both)["deleted"]
    merge = _MERGES.get(name, _larger)
    found: dict[str, Json] = {}
    for document in (*ours, *theirs):
        key = str(document.get("id", ""))
        known = found.get(key)
        found[key] = document if known is None or known == document else merge(known, document)
    return {str(number): dict(found[key]) for number, key in enumerate(sorted(found), 1)}


def _by_id(tables: Tables) -> dict[str, dict[str, Any]]:
    return {
        name: {str(each.get("id", "")): each for each in table.values()} for name, table in tables.items()
    }


def _larger(one: Json, other: Json) -> Json:
    return max(one, other, key=dump)


def _through(
    read: Callable[[Json], T], merge: Callable[[T, T], T], write: Callable[[T], Json]
) -> Callable[[Json, Json], Json]:
    return lambda one, other: write(merge(read(one), read(other)))


def _article(one: Json, other: Json) -> Json:
    return article_to_json(merged_article(article_from_json(one, ""), article_from_json(other, "")))


def _state(one: Json, other: Json) -> Json:
    return state_to_json(one["id"], newer(state_from_json(one), state_from_json(other)))


def _health(one: Json, other: Json) -> Json:
    return health_to_json(one["id"], merged_health(health_from_json(one), health_from_json(other)))


def _source(one: Json, other: Json) -> Json:
    """What a person did last counts: keeping it in some way, or removing it."""
    if "removed_at" not in one and "removed_at" not in other:
        return source_to_json(merged_source(source_from_json(one), source_from_json(other)))
    return max(one, other, key=lambda each: (each.get("removed_at", each.get("changed_at", 0)), dump(each)))


def _story_mark(one: Json, other: Json) -> Json:
    return story_mark_to_json(later(story_mark_from_json(one), story_mark_from_json(other)))


_MERGES: Mapping[str, Callable[[Json, Json], Json]] = {
    "articles": _article,
    "states": _state,
    "health": _health,
    "sources": _source,
    "marks": _story_mark,
    "bookmarks": _through(bookmark_from_json, merged_bookmark, bookmark_to_json),
    "settings": _through(setting_from_json, merged_setting, setting_to_json),
}
