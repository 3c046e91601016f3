"""`newsreader bookmark ID...`: keep articles, with a note and tags."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser
from newsreader.cli.marks import add_ids, add_tags, mark, tags_of
from newsreader.cli.session import Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    add_ids(parser)
    parser.add_argument(
        "--note", metavar="TEXT", help="the note of each; without, a note that is there stays"
    )
    add_tags(parser, required=False)


def run(values: Namespace, session: Session) -> int:
    """Bookmark every article that there is, all as one step."""
    tags = tags_of(values)
    return mark(
        session,
        values,
        lambda library, ids: library.bookmark(ids, note=values.note, add_tags=tags),
        "bookmarked",
    )
