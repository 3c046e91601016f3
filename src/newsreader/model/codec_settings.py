"""Rules and settings to plain JSON values and back. Raises as `model.codec`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from newsreader.model.codec_values import text
from newsreader.model.retention import Retention
from newsreader.model.setting import Setting

__all__ = ["retention_from_json", "retention_to_json", "setting_from_json", "setting_to_json"]

_NUMBERS = ("days", "count")
_CHOICES = ("keep_unread", "keep_bookmarked")


def retention_to_json(rule: Retention) -> dict[str, Any]:
    """The rule as a JSON object, without what it says nothing of."""
    return {name: said for name in (*_NUMBERS, *_CHOICES) if (said := getattr(rule, name)) is not None}


def retention_from_json(value: Mapping[str, Any]) -> Retention:
    """The rule that `retention_to_json` wrote."""
    said = {name: value[name] for name in (*_NUMBERS, *_CHOICES) if name in value}
    for name, found in said.items():
        if type(found) is not (int if name in _NUMBERS else bool):
            raise TypeError(f"{name} of a rule is {found!r}")
    return Retention(**said)


def setting_to_json(setting: Setting) -> dict[str, Any]:
    """The setting as a JSON object; one that was taken back has no value."""
    found = {"id": setting.id, "changed_at": setting.changed_at}
    return found if setting.value is None else {**found, "value": setting.value}


def setting_from_json(value: Mapping[str, Any]) -> Setting:
    """The setting that `setting_to_json` wrote."""
    name, at = value["id"], value["changed_at"]
    if not (isinstance(name, str) and isinstance(at, int)):
        raise TypeError("a setting's name is text, its time a whole number")
    said = value.get("value")
    if said and (read := _READ.get(name.partition(":")[0])):
        read(said)
    return Setting(name, said, at)


def _search_from_json(value: Mapping[str, Any]) -> tuple[str, ...]:
    return text(value["query"]), text(value.get("source", "")), text(value.get("folder", ""))


def _searches_from_json(value: Sequence[Mapping[str, Any]]) -> list[tuple[str, ...]]:
    return [(text(search["name"]), *_search_from_json(search)) for search in value]


_READ: Mapping[str, Callable[[Any], object]] = MappingProxyType(
    {"retention": retention_from_json, "search": _search_from_json, "searches": _searches_from_json}
)
