"""`newsreader export opml` and `export bookmarks`: to standard output, for other programs and other machines."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser
from newsreader.cli.output import Output, counted
from newsreader.cli.session import DONE, Session
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.library.library import Library
    from newsreader.model.bookmark import Bookmark

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("what", "opml|bookmarks", most=1)
    parser.add_argument(
        "--format", choices=("md", "json"), help="of bookmarks: Markdown, or JSON Feed (else md)"
    )


def run(values: Namespace, session: Session) -> int:
    """Write all sources of the web, or all bookmarks with notes and tags."""
    (what,) = values.what
    if what not in ("opml", "bookmarks") or (what == "opml" and values.format):
        raise UsageError("opml or bookmarks can be exported; see newsreader export --help", subject="export")
    with session.library() as library:
        if what == "opml":
            text, others = library.export_opml()
            session.out.data(text.encode())
            if others:
                session.out.error(
                    f"{counted(others, 'source')} on this machine left out, which no other could read"
                )
        elif values.format == "json":
            _json(library, session.out)
        else:
            session.out.data("".join(_markdown(library)).encode())
    return DONE


def _json(library: Library, out: Output) -> None:
    from newsreader.cli.article_json import Item, write_feed
    from newsreader.library.records import text_of

    items = (
        Item(
            id=bookmark.article.id,
            source_id=bookmark.article.source_id,
            entry=bookmark.article.shown,
            text=text_of(bookmark.article),
            first_seen=bookmark.article.first_seen,
            changed=bool(bookmark.article.revisions),
            read=True,
            bookmark=bookmark,
        )
        for bookmark in library.bookmarks()
    )
    write_feed(out, items, title="bookmarks")


def _markdown(library: Library) -> Iterator[str]:
    yield "# Bookmarks\n"
    for bookmark in library.bookmarks():
        yield "\n" + _entry(bookmark)


def _entry(bookmark: Bookmark) -> str:
    entry = bookmark.article.shown
    title = _escaped(entry.title or entry.url or bookmark.article.id)
    lines = [f"## [{title}](<{entry.url}>)" if entry.url else f"## {title}", ""]
    told = [_escaped(bookmark.source_title), *(_escaped(author.name) for author in entry.authors)]
    if entry.published:
        told.append(entry.published.date().isoformat())
    lines.append(" · ".join(part for part in told if part))
    if bookmark.tags:
        lines += ["", " ".join(f"#{tag.replace(' ', '-')}" for tag in bookmark.tags)]
    if bookmark.note:
        lines += ["", *(f"> {line}" for line in bookmark.note.splitlines())]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{character}" if character in "\\`*_[]<>#" else character for character in text)
