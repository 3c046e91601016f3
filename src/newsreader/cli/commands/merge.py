"""`newsreader merge DIR`: take in what another copy of the library has."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from newsreader.cli.arguments import Parser
from newsreader.cli.output import counted
from newsreader.cli.session import DONE, FAILED, Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("directories", "DIR", most=1)


def run(values: Namespace, session: Session) -> int:
    """Take all of it in, and say what is new; a file of it that cannot be read gives its line, and the others go on."""
    with session.library() as library:
        merged = library.merge(Path(values.directories[0]))
    new = (
        counted(merged.articles, "article"),
        counted(merged.sources, "source"),
        counted(merged.bookmarks, "bookmark"),
    )
    session.out.line(f"merged; {', '.join(new)} more than before")
    for line in merged.left_out:
        session.out.error(line)
    return FAILED if merged.left_out else DONE
