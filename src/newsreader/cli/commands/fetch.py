"""`newsreader fetch ID...`: the full text of articles, from their pages."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser
from newsreader.cli.output import Painted
from newsreader.cli.session import FAILED, Session

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("ids", "ID...")
    parser.add_json("JSON Lines, an object an article: its id, and what was wrong or null")


def run(values: Namespace, session: Session) -> int:
    """Fetch one page after the other; one that has no more text does not stop the others."""
    with session.library() as library:
        told, code = session.each(values.ids, lambda text: _fetch(text, values, library, session))
    return code if all(told) else FAILED


def _fetch(article_id: str, values: Namespace, library: Library, session: Session) -> bool:
    """Fetch one; gives whether there was more text."""
    found = library.fetch_full(article_id)
    if found.problem:
        session.out.error(found.problem, article_id)
    if values.json:
        from newsreader.cli.article_json import json_line

        session.out.data(json_line({"id": article_id, "problem": found.problem or None}))
    elif not found.problem:
        session.out.line("full text of ", Painted(found.article.entry.title or article_id, "bold"))
    session.out.flush()
    return not found.problem
