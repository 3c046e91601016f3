"""`newsreader related ID...`: articles that belong beside others, each with why."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser, least_one, share
from newsreader.cli.session import DONE, Session
from newsreader.errors import NewsreaderError, UsageError
from newsreader.model.query import ListQuery

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["configure", "run"]

_LIMIT = 10


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("ids", "ID...", least=0)
    parser.add_argument("--all", action="store_true", help="for every article")
    parser.add_argument("--ids-from", metavar="FILE", help="for the ids in FILE, - for standard input")
    parser.add_argument("--text", metavar="FILE", help="for the text in FILE, - for standard input")
    parser.add_argument(
        "--limit", metavar="N", type=least_one, default=_LIMIT, help=f"at most N (else {_LIMIT})"
    )
    parser.add_argument("--min-score", metavar="X", type=share, help="likeness of X or more, from 0 to 1")
    parser.add_argument("--any-time", action="store_true", help="nearness in time counts for nothing")
    parser.add_json("JSON Lines, an object an article")


def run(values: Namespace, session: Session) -> int:
    """Print what is related to each article, or to a text."""
    given = (bool(values.ids), values.all, values.ids_from is not None, values.text is not None)
    if sum(given) != 1:
        raise UsageError("give ids, or one of --all, --ids-from and --text; see newsreader related --help")
    from newsreader.cli.related import Wanted, print_related, print_related_to_text

    wanted = Wanted(values.limit, values.min_score, values.any_time)
    text = None if values.text is None else _read(values.text)
    ids = values.ids if values.ids_from is None else _read(values.ids_from).split()
    with session.library() as library:
        if text is not None:
            print_related_to_text(library, session.out, text, wanted, as_json=values.json)
            return DONE
        if values.all or values.ids_from is not None:
            library.relate()  # an answer about so many is one about the whole library
        if values.all:
            ids = _all(library)
        _, code = session.each(
            ids, lambda word: print_related(library, session.out, word, wanted, as_json=values.json)
        )
    return code


def _all(library: Library) -> list[str]:
    return [row.id for row in library.rows(library.view(ListQuery()))]


def _read(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such file"
        raise NewsreaderError(f"{reason}; give a file that can be read, or -", subject=name) from error
    return data.decode("utf-8-sig", "replace")
