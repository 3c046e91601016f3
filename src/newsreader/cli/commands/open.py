"""`newsreader open ID`: one article as text. It stays unread: only its reader says that it was read."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser, least_one
from newsreader.cli.session import DONE, Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("ids", "ID", most=1)
    parser.add_argument(
        "--width", metavar="N", type=least_one, help="wrap at N columns; a pipe is not wrapped else"
    )
    parser.add_json("one JSON Feed document")


def run(values: Namespace, session: Session) -> int:
    """Print the article."""
    (article_id,) = values.ids
    with session.library() as library:
        row = library.row(article_id)
        if values.json:
            from newsreader.cli.items import items_of_rows, write_items

            write_items(session.out, items_of_rows(library, [row]))
            return DONE
        from newsreader.cli.article_text import Page, print_page, reading_width

        page = Page(library.article(article_id).entry, row.source_title, library.bookmark_of(article_id))
        print_page(session.out, page, values.width or reading_width(session.out))
    return DONE
