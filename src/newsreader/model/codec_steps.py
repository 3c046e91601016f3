"""Steps of the history to plain JSON values and back. Raises as `model.codec`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newsreader.model.change import (
    BookmarkChange,
    Change,
    Deletion,
    Mark,
    Operation,
    SettingChange,
    SourceChange,
    Step,
    StoryChange,
)
from newsreader.model.codec import bookmark_from_json, bookmark_to_json
from newsreader.model.codec_sources import source_from_json, source_to_json
from newsreader.model.codec_stories import story_mark_from_json, story_mark_to_json
from newsreader.model.codec_values import Json

__all__ = ["step_from_json", "step_to_json"]


def step_to_json(step: Step) -> Json:
    """The step as a JSON object; whether it is open is said by its file's name."""
    found: Json = {"number": step.number, "touched": step.touched, "title": step.change.title}
    if step.undone:
        found["undone"] = True
    if step.was:
        found["was"] = step.was
    found["operations"] = [_operation_to_json(operation) for operation in step.change.operations]
    return found


def step_from_json(value: Mapping[str, Any], *, is_open: bool = False) -> Step:
    """The step that `step_to_json` wrote."""
    number, touched, title = value["number"], value["touched"], value["title"]
    if not (isinstance(number, int) and isinstance(touched, int) and isinstance(title, str)):
        raise TypeError("a step's number and time are whole numbers, its title is text")
    operations = tuple(_operation_from_json(operation) for operation in value["operations"])
    return Step(
        number, Change(title, operations), bool(value.get("undone", False)), is_open, touched, _was(value)
    )


def _was(value: Mapping[str, Any]) -> int:
    was = value.get("was", 0)
    if not isinstance(was, int):
        raise TypeError("a step's earlier number is a whole number")
    return was


def _operation_to_json(operation: Operation) -> Json:
    if isinstance(operation, Mark):
        return {"mark": operation.field, "value": operation.value, "ids": _ids_to_json(operation.ids)}
    if isinstance(operation, Deletion):
        return {"delete": _ids_to_json(operation.ids)}
    if isinstance(operation, SettingChange):
        return {"setting": {"id": operation.id, "before": operation.before, "after": operation.after}}
    if isinstance(operation, BookmarkChange):
        return {"bookmark": _both(operation.before, operation.after, bookmark_to_json)}
    if isinstance(operation, StoryChange):
        return {"story": _both(operation.before, operation.after, story_mark_to_json)}
    return {"source": _both(operation.before, operation.after, source_to_json)}


def _both(before: Any, after: Any, to_json: Callable[[Any], Json]) -> Json:
    return {
        "before": to_json(before) if before is not None else None,
        "after": to_json(after) if after is not None else None,
    }


def _operation_from_json(value: Mapping[str, Any]) -> Operation:
    if "mark" in value:
        if value["mark"] not in ("read", "hidden"):
            raise ValueError(f"no mark {value['mark']!r}")
        return Mark(value["mark"], bool(value["value"]), _ids_from_json(value["ids"]))
    if "delete" in value:
        return Deletion(_ids_from_json(value["delete"]))
    if "setting" in value:
        setting = value["setting"]
        return SettingChange(str(setting["id"]), setting["before"], setting["after"])
    if "bookmark" in value:
        return BookmarkChange(*_from_both(value["bookmark"], bookmark_from_json))
    if "story" in value:
        return StoryChange(*_from_both(value["story"], story_mark_from_json))
    return SourceChange(*_from_both(value["source"], source_from_json))


def _ids_to_json(ids: dict[str, dict[int, tuple[str, ...]]]) -> Json:
    return {
        source: {str(number): list(articles) for number, articles in chunks.items()}
        for source, chunks in ids.items()
    }


def _ids_from_json(value: Mapping[str, Any]) -> dict[str, dict[int, tuple[str, ...]]]:
    return {
        source: {int(number): tuple(articles) for number, articles in chunks.items()}
        for source, chunks in value.items()
    }


def _from_both(value: Mapping[str, Any], from_json: Callable[[Mapping[str, Any]], Any]) -> tuple[Any, Any]:
    before, after = value["before"], value["after"]
    return (
        from_json(before) if before is not None else None,
        from_json(after) if after is not None else None,
    )
