"""`newsreader remove SOURCE...`: unsubscribe."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser
from newsreader.cli.session import Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("sources", "SOURCE...")


def run(values: Namespace, session: Session) -> int:
    """Remove every source that there is, all as one step that `undo` takes back."""
    with session.library() as library:
        rows, code = session.each(values.sources, library.source)
        if rows:
            library.remove([row.source.id for row in rows])
        for row in rows:
            session.out.line(f"removed {row.source.title}")
    return code
