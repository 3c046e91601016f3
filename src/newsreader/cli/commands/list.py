"""`newsreader list [QUERY]`: articles, newest first."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser, least_one
from newsreader.cli.session import DONE, Session
from newsreader.model.query import ListQuery

__all__ = ["configure", "run"]

_LIMIT = 50


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("query", "[QUERY]", least=0)
    parser.add_argument("--source", metavar="S", help="articles of this source: its id, title or address")
    parser.add_argument("--unread", action="store_true", help="unread articles alone")
    parser.add_argument("--bookmarked", action="store_true", help="bookmarked articles alone")
    parser.add_argument(
        "--limit", metavar="N", type=least_one, default=_LIMIT, help=f"at most N (else {_LIMIT})"
    )
    parser.add_json("one JSON Feed document")


def run(values: Namespace, session: Session) -> int:
    """Print the articles, without reading more of the library than they need."""
    with session.library() as library:
        query = ListQuery(
            text=" ".join(values.query),
            source_id=library.source(values.source).source.id if values.source else None,
            unread=values.unread,
            bookmarked=values.bookmarked,
        )
        if values.json:
            from newsreader.cli.items import items_of_view, write_items

            write_items(session.out, items_of_view(library, query, values.limit))
        else:
            from newsreader.cli.rows import pages_of_view, print_rows

            print_rows(session.out, pages_of_view(library, query, values.limit))
    return DONE
