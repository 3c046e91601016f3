"""What is shown of an article, as its wide row keeps it."""

from __future__ import annotations

from typing import Any

import orjson

from newsreader.index.texts import lead_to_keep
from newsreader.model.record import ArticleRecord

__all__ = ["PUT_BODY", "body_values"]

PUT_BODY = "INSERT OR REPLACE INTO bodies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
"""Adds what `body_values` gives, in place of what was there."""


def body_values(key: int, record: ArticleRecord, digest: int, packed: bytes) -> tuple[Any, ...]:
    """The row of the article with *key*: *digest* tells it from others, *packed* is its text."""
    return (
        key,
        digest,
        record.title,
        lead_to_keep(record.lead, record.text),
        record.author,
        record.url,
        record.place,
        record.agency,
        record.guid,
        record.language,
        record.published_ms,
        record.updated_ms,
        record.first_seen_ms,
        orjson.dumps(record.see_also).decode() if record.see_also else "",
        packed,
    )
