"""Opening the reader on the screen, after what was named is added."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import paths
from newsreader.cli.session import DONE, FAILED, Session
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.model.settings import Config

__all__ = ["open_reader"]

Screen = Callable[[Path, "Config | None"], int]


def open_reader(values: Namespace, session: Session, screen: Screen | None) -> int:
    """Add the sources named, then open the reader.

    It does not open when none of the sources could be added: a word mistyped is told, not covered by a screen.

    Raises:
        UsageError: this is no terminal.
    """
    data_dir = session.data_dir
    sources = list(values.sources)
    if values.sample:
        from newsreader.samples import sample_names

        data_dir = paths.data_dir(values.data_dir) if values.data_dir else paths.sample_data_dir()
        sources = [*(f"sample:{name}" for name in sample_names()), *sources]
    config = session.config()
    code, added = _add(data_dir, sources, config) if sources else (DONE, True)
    if not added:
        for word in values.sources:
            if word.isalpha() and not Path(word).exists():
                session.out.error("is no command either; newsreader --help lists them", word)
        return code
    if values.linear:
        from newsreader.cli.linear.prompt import run_linear

        return run_linear(replace(session, data_dir=data_dir)) or code
    _take_terminal()
    if screen is None:
        raise UsageError("there is no reader to open; give a command, see newsreader --help")
    return screen(data_dir, config) or code


def _add(data_dir: Path, sources: Sequence[str], config: Config | None) -> tuple[int, bool]:
    """Add *sources* by the program's own command; gives its exit code, and whether any was added."""
    # In a process of its own, so that parsers and the store's writer never burden the one that draws the screen.
    command = [sys.executable, "-P", "-m", "newsreader", "--data-dir", str(data_dir)]
    command += ["--config", config.path] if config else []
    done = subprocess.run([*command, "add", "--", *sources], stdout=subprocess.PIPE, check=False)  # noqa: S603 - our own program
    code = done.returncode if done.returncode >= 0 else FAILED
    return code, code == DONE or bool(done.stdout)


def _take_terminal() -> None:
    """Make sure that there is a screen and a keyboard; articles may have been piped in where keys come from."""
    if not sys.stdout or not sys.stdout.isatty():
        raise UsageError("the reader needs a terminal; newsreader list prints, newsreader --help tells more")
    if sys.stdin and sys.stdin.isatty():
        return
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
        os.dup2(keyboard, 0)
        os.close(keyboard)
    except OSError as error:
        raise UsageError("the reader needs a keyboard; start it in a terminal") from error
