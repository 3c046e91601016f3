"""`newsreader add SOURCE...`: subscribe, and read at once."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser
from newsreader.cli.output import Painted, counted
from newsreader.cli.session import DONE, FAILED, Session, relate_few
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("sources", "SOURCE...")
    parser.add_argument("--title", metavar="T", help="what to call it, else as it calls itself")
    parser.add_argument("--folder", metavar="F", help="the folder to put it in")
    parser.add_argument("--no-refresh", action="store_true", help="do not read it now; the next refresh does")


def run(values: Namespace, session: Session) -> int:
    """Subscribe to every source that can be read; one that holds no articles is not kept."""
    if values.title and len(values.sources) > 1:
        raise UsageError("--title names one source; add them one by one", subject="add")
    out = session.out
    with session.library() as library:

        def add(text: str) -> int:
            if library.is_source_list(text):
                return _import(library, session, text)
            outcome = library.add(text, title=values.title, folder=values.folder, fetch=not values.no_refresh)
            source = outcome.source
            new = "not read yet" if values.no_refresh else counted(outcome.new, "new article")
            out.line(Painted(source.id, "dim"), "  ", Painted(source.title, "bold"), f"  {new}")
            out.flush()
            if outcome.problem:
                out.error(outcome.problem, source.address)
            for other in outcome.others:
                out.line(Painted("  its page names more: ", "dim"), other.url, f"  {other.title}")
            return FAILED if outcome.problem else DONE

        codes, code = session.each(values.sources, add)
        relate_few(library)
    return max([code, *codes])


def _import(library: Library, session: Session, text: str) -> int:
    # Its name is a word of the language.
    import_list = import_module("newsreader.cli.commands.import").import_list
    code: int = import_list(library, session, Path(text).expanduser())
    return code
