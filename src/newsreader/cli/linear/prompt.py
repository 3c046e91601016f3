"""The prompt: a line is asked for, done and answered, until one leaves."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial

from newsreader.cli.guard import PIPE_CLOSED, Guard
from newsreader.cli.linear.words import Words
from newsreader.cli.output import Output
from newsreader.cli.session import DONE, Session

__all__ = ["run_linear"]

_PROMPT = "> "


def run_linear(session: Session) -> int:
    """Read lines until one leaves or none is left; gives the exit code. What goes wrong is told, and it goes on."""
    # Colours are codes, and some programs read codes out.
    out = Output(sys.stdout, sys.stderr, {**os.environ, "NO_COLOR": "1"})
    words = Words(replace(session, out=out))
    do = words.begin
    while not words.is_over:
        with Guard(out) as guard:
            do()
            out.flush()
        if guard.code == PIPE_CLOSED:
            return guard.code
        if words.is_over or (line := _asked()) is None:
            break
        do = partial(words.do, line)
    return DONE


def _asked() -> str | None:
    """The next line; None where there is none any more."""
    if sys.stdin is None:
        return None
    try:
        if not sys.stdin.isatty():
            line = sys.stdin.buffer.readline().decode("utf-8", "replace")
            return line or None
        with suppress(ImportError):
            import readline  # noqa: F401 - where it is there, lines can be edited and come back
        return input(_PROMPT)
    except (EOFError, KeyboardInterrupt, UnicodeDecodeError):
        return None
