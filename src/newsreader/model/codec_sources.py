"""Sources and how they fare to plain JSON values and back. A field that is empty is left out.

Reading raises as `model.codec` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsreader.model.codec_settings import retention_from_json, retention_to_json
from newsreader.model.codec_values import (
    Json,
    text,
    time_from_json,
    time_of,
    time_to_json,
    whole,
    without_empty,
)
from newsreader.model.source import Health, Source, Validators

__all__ = ["health_from_json", "health_to_json", "source_from_json", "source_to_json"]

_HEALTH_TIMES = ("last_success", "last_attempt", "next_due")


def source_to_json(source: Source) -> Json:
    """The source as a JSON object."""
    return {
        "id": source.id,
        "address": source.address,
        "kind": source.kind,
        "title": source.title,
        "added": time_to_json(source.added),
        **without_empty(
            {
                "own_title": source.own_title,
                "folder": source.folder,
                "url": source.url,
                "extra": dict(source.extra),
                "full_text": source.full_text,
                "priority": source.priority,
                "retention": retention_to_json(source.retention),
                "changed_at": source.changed_at,
            }
        ),
    }


def source_from_json(value: Mapping[str, Any]) -> Source:
    """The source that `source_to_json` wrote."""
    return Source(
        id=text(value["id"]),
        address=text(value["address"]),
        kind=text(value["kind"]),
        title=text(value["title"]),
        own_title=bool(value.get("own_title", False)),
        folder=text(value.get("folder", "")),
        added=time_of(value["added"]),
        url=value.get("url"),
        extra=tuple((text(name), text(said)) for name, said in value.get("extra", {}).items()),
        full_text=bool(value.get("full_text", False)),
        priority=whole(value.get("priority", 0)),
        retention=retention_from_json(value.get("retention", {})),
        changed_at=whole(value.get("changed_at", 0)),
    )


def health_to_json(source_id: str, health: Health) -> Json:
    """How the source with that id fares, as a JSON object."""
    times = {name: getattr(health, name) for name in _HEALTH_TIMES}
    return {
        "id": source_id,
        "status": health.status,
        **without_empty(
            {
                "error": health.error,
                "http_status": health.http_status,
                **{name: at and time_to_json(at) for name, at in times.items()},
                "etag": health.validators.etag,
                "last_modified": health.validators.last_modified,
                "failures": health.failures,
                "rhythm": health.rhythm,
                "redirect": health.redirect,
                "redirects": health.redirects,
            }
        ),
    }


def health_from_json(value: Mapping[str, Any]) -> Health:
    """The health that `health_to_json` wrote."""
    times: Json = {name: time_from_json(value.get(name)) for name in _HEALTH_TIMES}
    return Health(
        status=text(value["status"]),
        error=text(value.get("error", "")),
        http_status=value.get("http_status"),
        validators=Validators(text(value.get("etag", "")), text(value.get("last_modified", ""))),
        failures=whole(value.get("failures", 0)),
        rhythm=value.get("rhythm"),
        redirect=text(value.get("redirect", "")),
        redirects=whole(value.get("redirects", 0)),
        **times,
    )
