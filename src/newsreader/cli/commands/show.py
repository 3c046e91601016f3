"""`newsreader show SOURCE`: one source, parsed and printed; nothing is stored."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser, least_one
from newsreader.cli.output import Output
from newsreader.cli.session import DONE, FAILED, Session

if TYPE_CHECKING:
    from newsreader.cli.article_json import Item
    from newsreader.model.entry import ParsedFeed

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("source", "SOURCE", most=1)
    parser.add_argument(
        "--width", metavar="N", type=least_one, help="wrap at N columns; a pipe is not wrapped else"
    )
    parser.add_json("one JSON Feed document")


def run(values: Namespace, session: Session) -> int:
    """Print all articles of the source; what of it could not be read makes the exit code 1."""
    from newsreader.library.show import show

    shown = show(values.source[0])
    if values.json:
        _write(session.out, shown.source_id, shown.feed)
    else:
        _print(session.out, shown.feed, values.width)
    if shown.feed.problem:
        session.out.error(shown.feed.problem, values.source[0])
        return FAILED
    return DONE


def _write(out: Output, source_id: str, feed: ParsedFeed) -> None:
    from newsreader.cli.article_json import write_feed

    write_feed(
        out,
        _items(source_id, feed),
        title=feed.title or "untitled",
        home_page_url=feed.url,
        language=feed.language,
    )


def _items(source_id: str, feed: ParsedFeed) -> Iterator[Item]:
    from newsreader.cli.article_json import Item
    from newsreader.text.blocks import plain_text
    from newsreader.text.hashing import article_id

    for entry in feed.entries:
        text = (plain_text(entry.html) if entry.html else entry.text) or entry.summary
        yield Item(article_id(source_id, entry.key), source_id, entry, text)


def _print(out: Output, feed: ParsedFeed, width: int | None) -> None:
    from newsreader.cli.article_text import Page, print_page, reading_width

    for number, entry in enumerate(feed.entries):
        if number:
            out.line()
            out.line("* * *")
            out.line()
        print_page(out, Page(entry, feed.title), width or reading_width(out))
