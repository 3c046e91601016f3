"""The command line: finds the command, runs it, and turns whatever happens into output and an exit code."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import paths
from newsreader.cli.arguments import Parser, split_command
from newsreader.cli.commands import COMMANDS, prepared
from newsreader.cli.guard import Guard
from newsreader.cli.output import Output
from newsreader.cli.session import Session
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.model.settings import Config

__all__ = ["Screen", "run"]

Screen = Callable[[Path, "Config | None"], int]

_HELP = """\
a terminal news reader

  newsreader [SOURCE ...]       open the reader; each SOURCE given is added first
  newsreader COMMAND ...        do one thing and leave

A SOURCE is the address of a feed or of a page that has one; a file: a feed, a saved web page, plain text, a list of
sources (OPML, newsboat's urls); a directory of such files; or - for standard input.

commands (newsreader COMMAND --help says more):
"""


def run(argv: Sequence[str], screen: Screen | None = None) -> int:
    """Run one command line; raises nothing.

    Args:
        argv: its words, without the program's name.
        screen: runs the reader on the library in a directory, with settings where there are any, and gives the exit
            code; None where there is no reader.

    Returns:
        The exit code.
    """
    out = Output(sys.stdout, sys.stderr, os.environ)
    with Guard(out) as guard:
        guard.code = _run(argv, out, screen)
    with Guard(out) as flushing:
        # What cannot be written shows here at the latest, not when the interpreter ends.
        out.flush()
    return guard.code or flushing.code


def _run(argv: Sequence[str], out: Output, screen: Screen | None) -> int:
    split = split_command(argv, tuple(COMMANDS))
    if split.command is None:
        return _open_reader(split.words, out, screen)
    run_command, values = prepared(split.command, split.words)
    return run_command(values, _session(values, out))


def _open_reader(words: Sequence[str], out: Output, screen: Screen | None) -> int:
    parser = Parser(summary=_HELP + "\n".join(f"  {name:<12} {does}" for name, does in COMMANDS.items()))
    parser.add_words("sources", "[SOURCE ...]", least=0)
    parser.add_argument(
        "--sample", action="store_true", help="open the bundled samples, in a library of their own"
    )
    parser.add_argument(
        "--linear", action="store_true", help="no screen: numbered lines and a prompt, to be heard or piped"
    )
    values = parser.parse(words)
    from newsreader.cli.reader import open_reader

    return open_reader(values, _session(values, out), screen)


def _session(values: Namespace, out: Output) -> Session:
    try:
        data_dir, config_file = paths.data_dir(values.data_dir), paths.config_file(values.config)
        return Session(data_dir, out, config_file, config_asked=bool(values.config))
    except RuntimeError as error:  # what pathlib raises for the home of a user who is not there
        raise UsageError(
            "there is no such home folder; write the path out",
            subject=values.data_dir or values.config or "~",
        ) from error
