"""`newsreader stories`: groups of articles that tell the same story."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser
from newsreader.cli.output import Output, Painted, counted, one_line
from newsreader.cli.session import DONE, Session
from newsreader.model.story import Story

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["configure", "run"]

_AT_ONCE = 200


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("--any-time", action="store_true", help="nearness in time counts for nothing")
    parser.add_json("JSON Lines, an object a story")


def run(values: Namespace, session: Session) -> int:
    """Print every story, the one told last first."""
    with session.library() as library:
        library.relate()
        found = library.stories(any_time=values.any_time)
        for start in range(0, len(found), _AT_ONCE):
            some = found[start : start + _AT_ONCE]
            if values.json:
                _write(library, session.out, some)
            else:
                _print(library, session.out, some)
    if not found and not values.json:
        session.out.line("no stories")
    return DONE


def _write(library: Library, out: Output, stories: Sequence[Story]) -> None:
    from newsreader.cli.article_json import json_line

    rows = {row.key: row for row in library.rows([key for story in stories for key in story.keys])}
    guids = library.guids(list(rows))
    for story in stories:
        told = [rows[key] for key in story.keys if key in rows]
        articles = [{"id": row.id, "guid": guids.get(row.key)} for row in told]
        title = told[-1].title if told else ""
        out.data(json_line({"story": story.id, "title": title, "articles": articles}))


def _print(library: Library, out: Output, stories: Sequence[Story]) -> None:
    rows = {row.key: row for row in library.rows([key for story in stories for key in story.keys])}
    for story in stories:
        told = [rows[key] for key in story.keys if key in rows]
        if told:
            out.line(Painted(one_line(told[-1].title), "bold"), f"  {counted(len(told), 'telling')}")
        for row in told:
            out.line("  ", Painted(row.id, "dim"), f"  {one_line(row.source_title)}  {one_line(row.title)}")
