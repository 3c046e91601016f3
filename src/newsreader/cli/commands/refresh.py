"""`newsreader refresh [SOURCE...]`: read again what is due."""

from __future__ import annotations

import time
from argparse import Namespace
from collections import Counter
from typing import TYPE_CHECKING, Any

from newsreader.cli.arguments import Parser
from newsreader.cli.output import Output, Painted, counted, one_line
from newsreader.cli.session import FAILED, Session, relate_few

if TYPE_CHECKING:
    from newsreader.library.refreshing import RefreshOutcome

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("sources", "[SOURCE...]", least=0)
    parser.add_argument("--force", action="store_true", help="read all, due or not, changed or not")
    parser.add_argument(
        "--relate",
        action="store_true",
        help="then find neighbours and stories of all articles that wait for them, however long it takes",
    )
    parser.add_json("JSON Lines, an object a source as it ends, and a last one with the total")


def run(values: Namespace, session: Session) -> int:
    """Read sources, and tell each as it ends; a source that fails does not stop the others."""
    started = time.monotonic()
    total: Counter[str] = Counter()
    with session.library() as library:
        rows, code = session.each(values.sources, library.source)
        if values.sources and not rows:
            return code
        named = [row.source.id for row in rows] if values.sources else None
        for outcome in library.refresh(named, force=values.force):
            total.update(sources=1, new=outcome.new, changed=outcome.changed, errors=int(bool(outcome.error)))
            total["offline"] += outcome.offline
            _tell(session.out, outcome, as_json=values.json)
            code = FAILED if outcome.error else code
        if total["offline"]:
            count = counted(total["offline"], "source")
            session.out.error(f"there is no connection to the network; {count} not read")
        _sum_up(session.out, total, time.monotonic() - started, as_json=values.json)
        # What came is there to be read; who waits for that alone need not wait for neighbours and stories.
        if values.relate:
            library.relate()
        else:
            relate_few(library)
    return code


def _sum_up(out: Output, total: Counter[str], seconds: float, *, as_json: bool) -> None:
    if as_json:
        _write(out, {"total": {name: total[name] for name in _TOTALS}, "seconds": round(seconds, 3)})
        return
    out.line(f"{counted(total['sources'], 'source')} read, {counted(total['new'], 'new article')}")
    out.flush()


_TOTALS = ("sources", "new", "changed", "errors")


def _tell(out: Output, outcome: RefreshOutcome, *, as_json: bool) -> None:
    if outcome.error and not outcome.offline:
        out.error(outcome.error, outcome.source.address)
    if as_json:
        _write(out, _to_json(outcome))
    elif not outcome.error and (outcome.new or outcome.changed or outcome.full):
        changed = f", {outcome.changed:,} changed" if outcome.changed else ""
        changed += f", {counted(outcome.full, 'full text')}" if outcome.full else ""
        out.line(Painted(outcome.source.title, "bold"), f"  {counted(outcome.new, 'new article')}{changed}")
    out.flush()


def _to_json(outcome: RefreshOutcome) -> dict[str, Any]:
    return {
        "id": outcome.source.id,
        "url": one_line(outcome.source.address),
        "status": outcome.status,
        "new": outcome.new,
        "changed": outcome.changed,
        "error": outcome.error or None,
        "full": outcome.full,
        **({"offline": True} if outcome.offline else {}),
    }


def _write(out: Output, value: dict[str, Any]) -> None:
    from newsreader.cli.article_json import json_line

    out.data(json_line(value))
    # The reader moves its progress bar by these lines.
    out.flush()
