"""`newsreader undo`: take back the last change that a person made, in whatever program."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser
from newsreader.cli.session import DONE, Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options: there are none."""


def run(_values: Namespace, session: Session) -> int:
    """Take back one step, and say what it was."""
    with session.library() as library:
        step = library.undo()
    session.out.line(f"undone: {step.change.title}")
    return DONE
