"""`newsreader sources`: what is subscribed to, and how it fares."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from newsreader.cli.arguments import Parser
from newsreader.cli.columns import padded, width_of
from newsreader.cli.output import Output, Painted, one_line
from newsreader.cli.session import DONE, Session
from newsreader.model.source import SourceRow

__all__ = ["configure", "run"]

_WIDEST_TITLE = 40


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_json("JSON Lines, an object a source")


def run(values: Namespace, session: Session) -> int:
    """Print every source, by folder, then title."""
    with session.library() as library:
        rows = library.sources()
    if values.json:
        from newsreader.cli.article_json import json_line

        for row in rows:
            session.out.data(json_line(_to_json(row)))
    else:
        _print(session.out, rows)
    return DONE


def _to_json(row: SourceRow) -> dict[str, Any]:
    from newsreader.cli.article_json import time_to_json

    source, health = row.source, row.health
    return {
        "id": source.id,
        "url": one_line(source.address),
        "kind": source.kind or None,
        "title": source.title,
        "folder": source.folder or None,
        "articles": row.articles,
        "unread": row.unread,
        "status": health.status,
        "error": health.error or None,
        "http_status": health.http_status,
        "last_success": time_to_json(health.last_success),
        "last_attempt": time_to_json(health.last_attempt),
        "next_due": time_to_json(health.next_due),
        "etag": health.validators.etag or None,
        "last_modified": health.validators.last_modified or None,
    }


def _print(out: Output, rows: list[SourceRow]) -> None:
    titles = [one_line(_title(row)) for row in rows]
    title_width = min(max(map(width_of, titles), default=0), _WIDEST_TITLE)
    counts = [f"{row.unread:,} of {row.articles:,} unread" for row in rows]
    count_width = max(map(len, counts), default=0)
    status_width = max((len(row.health.status) for row in rows), default=0)
    for row, title, count in zip(rows, titles, counts, strict=True):
        trouble = row.health.status not in ("ok", "unchanged", "moved")
        out.line(
            Painted(row.source.id, "dim"),
            "  ",
            Painted(padded(row.health.status, status_width), "bad" if trouble else "dim"),
            f"  {padded(count, count_width, right=True)}  ",
            Painted(padded(title, title_width), "bold"),
            f"  {_rest(row)}",
        )


def _title(row: SourceRow) -> str:
    folder = row.source.folder
    return f"{folder} / {row.source.title}" if folder else row.source.title


def _rest(row: SourceRow) -> str:
    address = one_line(row.source.address)
    return f"{address}  ({row.health.error})" if row.health.error else address
