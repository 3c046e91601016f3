"""`newsreader unbookmark ID...`: no longer keep articles."""

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
    """Remove the bookmarks, all as one step; note and tags come back with a bookmark."""
    return mark(session, values, lambda library, ids: library.unbookmark(ids), "no longer bookmarked")
