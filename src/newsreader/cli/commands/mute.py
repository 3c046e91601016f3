"""`newsreader mute [QUERY...]`: keep articles out of the lists."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser
from newsreader.cli.output import Painted
from newsreader.cli.session import DONE, Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("queries", "QUERY...", least=0)


def run(values: Namespace, session: Session) -> int:
    """Make each query a rule, a step each; without any, print the rules that there are."""
    with session.library() as library:
        if not values.queries:
            for rule in library.mute_rules():
                session.out.line(
                    rule.query,
                    Painted(f"  {rule.about}" if rule.about != rule.query else "", "dim"),
                    Painted("  in the settings file" if rule.by_file else "", "dim"),
                )
            return DONE
        done, code = session.each(values.queries, lambda query: (query, library.mute(query)))
        for query, step in done:
            session.out.line(f"muted {query}" if step else f"{query} is muted already")
    return code
