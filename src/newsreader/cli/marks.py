"""What the commands that mark articles have in common."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser
from newsreader.cli.output import counted
from newsreader.cli.session import Session
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.library.library import Library
    from newsreader.model.change import Step

__all__ = ["add_ids", "add_tags", "mark", "tags_of"]


def add_ids(parser: Parser) -> None:
    """Take article ids."""
    parser.add_words("ids", "ID...")


def add_tags(parser: Parser, *, required: bool) -> None:
    """Take `--tag`, any number of times."""
    what = "a tag to add; may be repeated"
    parser.add_argument("--tag", metavar="TAG", action="append", required=required, help=what)


def tags_of(values: Namespace) -> list[str]:
    """The tags given.

    Raises:
        UsageError: one is empty.
    """
    tags: list[str] = values.tag or []
    if not all(tag.strip() for tag in tags):
        raise UsageError("an empty tag; give a word", subject="--tag")
    return tags


def mark(
    session: Session, values: Namespace, change: Callable[[Library, Sequence[str]], Step | None], done: str
) -> int:
    """Change all articles that there are of `values.ids`, as one step; an unknown id gives its line.

    Args:
        session: this run.
        values: the command line's.
        change: does it to these ids; gives None when nothing was to do.
        done: what it says of them when it is on the disk, such as `marked read`.
    """
    with session.library() as library:
        rows, code = session.each(values.ids, library.row)
        ids = [row.id for row in rows]
        step = change(library, ids) if ids else None
    if ids:
        session.out.line(f"{counted(len(ids), 'article')} {done}" if step else "nothing to change")
    return code
