"""`newsreader unread ID...`: mark articles unread."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser
from newsreader.cli.marks import add_ids, mark
from newsreader.cli.session import Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    add_ids(parser)


def run(values: Namespace, session: Session) -> int:
    """Mark every article that there is, all as one step."""
    return mark(session, values, lambda library, ids: library.mark_read(ids, read=False), "marked unread")
