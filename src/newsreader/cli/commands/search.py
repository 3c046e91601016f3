"""`newsreader search QUERY`: titles and texts, best first."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser, least_one
from newsreader.cli.session import DONE, Session

__all__ = ["configure", "run"]

_LIMIT = 50


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("query", "QUERY")
    parser.add_argument(
        "--limit", metavar="N", type=least_one, default=_LIMIT, help=f"at most N (else {_LIMIT})"
    )
    parser.add_json("one JSON Feed document")


def run(values: Namespace, session: Session) -> int:
    """Print what has the words."""
    with session.library() as library:
        rows = library.search(" ".join(values.query), values.limit)
        if values.json:
            from newsreader.cli.items import items_of_rows, write_items

            write_items(session.out, items_of_rows(library, rows, scored=True))
        else:
            from newsreader.cli.rows import print_rows

            print_rows(session.out, [rows])
    return DONE
