"""`newsreader tag ID... --tag TAG`: bookmark articles with a tag."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser
from newsreader.cli.marks import add_ids, add_tags, mark, tags_of
from newsreader.cli.session import Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    add_ids(parser)
    add_tags(parser, required=True)


def run(values: Namespace, session: Session) -> int:
    """Tag every article that there is, all as one step."""
    tags = tags_of(values)
    return mark(session, values, lambda library, ids: library.bookmark(ids, add_tags=tags), "tagged")
