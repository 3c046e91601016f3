"""`newsreader open ID`: one article as text. It stays unread: only its reader says that it was read."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser, least_one
from newsreader.cli.session import DONE, Session

if TYPE_CHECKING:
    from newsreader.library.library import Library
    from newsreader.model.row import ArticleRow

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("ids", "ID", most=1)
    parser.add_argument(
        "--width", metavar="N", type=least_one, help="wrap at N columns; a pipe is not wrapped else"
    )
    parser.add_argument(
        "--changes", action="store_true", help="what changed in it, word by word, in place of its text"
    )
    parser.add_json("one JSON Feed document; with --changes, one object")


def run(values: Namespace, session: Session) -> int:
    """Print the article."""
    (article_id,) = values.ids
    with session.library() as library:
        row = library.row(article_id)
        if values.changes:
            return _print_changes(library, row, values, session)
        if values.json:
            from newsreader.cli.items import items_of_rows, write_items

            write_items(session.out, items_of_rows(library, [row]))
            return DONE
        from newsreader.cli.article_text import Page, print_page, reading_width

        page = Page(library.article(article_id).shown, row.source_title, library.bookmark_of(article_id))
        print_page(session.out, page, values.width or reading_width(session.out))
    return DONE


def _print_changes(library: Library, row: ArticleRow, values: Namespace, session: Session) -> int:
    """Print what changed, newest first."""
    changes = library.text_changes(row.id)
    if values.json:
        from newsreader.cli.article_json import json_line, time_to_json

        told = [
            {"at": time_to_json(each.at), "text": [block.text for block in each.blocks]} for each in changes
        ]
        session.out.data(json_line({"id": row.id, "title": row.title, "changes": told}))
        return DONE
    from newsreader.cli.article_text import print_changes, reading_width

    print_changes(session.out, row.title, changes, values.width or reading_width(session.out))
    return DONE
