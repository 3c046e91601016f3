"""`newsreader import FILE`: take over the sources, or the bookmarks, that another program or machine wrote down."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser
from newsreader.cli.output import counted
from newsreader.cli.session import DONE, FAILED, Session
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["configure", "import_list", "run"]

_MOST_TOLD = 20


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("words", "[bookmarks] FILE", most=2)


def run(values: Namespace, session: Session) -> int:
    """Subscribe to what a list of sources holds, or keep what a file of bookmarks holds; each as one step."""
    *kinds, name = values.words
    if kinds not in ([], ["bookmarks"]):
        raise UsageError(
            f"nothing is known to import as {kinds[0]}; see newsreader import --help", subject="import"
        )
    with session.library() as library:
        return (_bookmarks if kinds else import_list)(library, session, Path(name))


def _bookmarks(library: Library, session: Session, path: Path) -> int:
    outcome = library.import_bookmarks(path)
    session.out.line(f"{counted(outcome.added, 'bookmark')} added, {outcome.known:,} known already")
    return DONE


def import_list(library: Library, session: Session, path: Path) -> int:
    """Subscribe to what a list of sources holds; gives the exit code."""
    outcome = library.import_sources(path)
    known = f", {outcome.known:,} known already" if outcome.known else ""
    plural = "es" if outcome.searches > 1 else ""
    searches = f", {outcome.searches:,} saved search{plural}" if outcome.searches else ""
    session.out.line(
        f"{counted(len(outcome.added), 'source')} added{known}{searches}; newsreader refresh reads them"
    )
    for line in outcome.left_out[:_MOST_TOLD]:
        session.out.error(f"left out, {_why(line)}", line[:200])
    if len(outcome.left_out) > _MOST_TOLD:
        session.out.error(f"{len(outcome.left_out) - _MOST_TOLD:,} more lines are left out", str(path))
    if outcome.problem:
        session.out.error(outcome.problem, str(path))
    return FAILED if outcome.problem or outcome.left_out else DONE


def _why(line: str) -> str:
    kind = line.lstrip(' "').partition(":")[0].lower()
    if kind == "query":
        return "it asks for more than a search can; search in the reader, and F saves that"
    if kind in ("exec", "filter"):
        return "it runs a program; pipe what that prints to newsreader add -"
    return "it is no web address; add it by hand if you trust it"
