"""`newsreader unmute QUERY...`: show again what was muted."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser
from newsreader.cli.session import FAILED, Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("queries", "QUERY...")


def run(values: Namespace, session: Session) -> int:
    """Take back each rule, a step each."""
    with session.library() as library:
        done, code = session.each(values.queries, lambda query: (query, library.unmute(query)))
        for query, step in done:
            if step:
                session.out.line(f"unmuted {query}")
            else:
                session.out.error("there is no such rule; newsreader mute prints those that there are", query)
                code = FAILED
    return code
