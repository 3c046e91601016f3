"""`newsreader redo`: do again what `undo` took back last."""

from __future__ import annotations

from argparse import Namespace

from newsreader.cli.arguments import Parser
from newsreader.cli.session import DONE, Session

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Add the options: there are none."""


def run(_values: Namespace, session: Session) -> int:
    """Do one step again, and say what it was."""
    with session.library() as library:
        step = library.redo()
    session.out.line(f"done again: {step.change.title}")
    return DONE
