"""The only way to standard output and standard error: UTF-8, safe for a terminal, quiet when a pipe is closed."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from newsreader.errors import NewsreaderError

__all__ = ["Output", "OutputClosedError", "OutputError", "Painted", "counted", "one_line", "shortened"]

# Whatever can act on a terminal or turn text around. Articles are cleaned when they are stored; this guards what is
# not: names of files, words of the command line, a library edited by hand. Compiled where anything is like it.
_UNSAFE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_BREAKS = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_SUBJECT_LIMIT = 200
_MESSAGE_LIMIT = 600
_STYLES = {"bold": "1", "dim": "2", "accent": "36", "bad": "31"}


class OutputError(NewsreaderError):
    """Standard output does not take what is written to it: a full disk, mostly."""


class OutputClosedError(Exception):
    """Nobody reads standard output any more; no failure of ours."""


@dataclass(frozen=True, slots=True)
class Painted:
    """Text in a style, where colours are wanted: `bold`, `dim`, `accent`, `bad`, or "" for none."""

    text: str
    style: str


class Output:
    """Standard output and standard error of one run.

    Attributes:
        width: columns of the terminal; None where standard output is none, and nothing needs to be cut.
    """

    def __init__(self, stdout: TextIO | None, stderr: TextIO | None, environment: Mapping[str, str]) -> None:
        """Write to *stdout* and *stderr*; either is None when the program was started without it."""
        self._text = stdout
        self._bytes: BinaryIO | None = getattr(stdout, "buffer", None)
        self._errors = stderr
        terminal = stdout is not None and stdout.isatty()
        self.width = shutil.get_terminal_size().columns if terminal else None
        self._painted = terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"

    def line(self, *parts: str | Painted) -> None:
        """Write one line made of *parts*."""
        text = "".join(self._written(part) for part in parts)
        self.data(text.rstrip(" ").encode("utf-8") + b"\n")
        if self.width is not None:
            self.flush()

    def _written(self, part: str | Painted) -> str:
        if isinstance(part, str):
            return _safe(_BREAKS.sub(" ", part))
        text = _safe(_BREAKS.sub(" ", part.text))
        if not (self._painted and text and part.style):
            return text
        return f"\x1b[{_STYLES[part.style]}m{text}\x1b[0m"

    def data(self, data: bytes) -> None:
        """Write bytes that are UTF-8 and safe already, such as JSON."""
        try:
            if self._bytes is not None:
                self._bytes.write(data)
            elif self._text is not None:
                self._text.write(data.decode())
        except OSError as error:
            raise self._failure(error) from error

    def flush(self) -> None:
        """Hand over all that was written.

        Raises:
            OutputClosedError: nobody reads it.
            OutputError: it cannot be written.
        """
        try:
            if self._text is not None:
                self._text.flush()
        except OSError as error:
            raise self._failure(error) from error

    def error(self, message: str, subject: str = "") -> None:
        """Write the one line `newsreader: SUBJECT: MESSAGE` to standard error."""
        # Whatever was typed may have held a password.
        from newsreader.text.urls import without_credentials  # where something is wrong

        subject = shortened(one_line(without_credentials(subject)), _SUBJECT_LIMIT)
        parts = ("newsreader", subject, shortened(one_line(message), _MESSAGE_LIMIT))
        self.complain(": ".join(part for part in parts if part) + "\n")

    def complain(self, text: str) -> None:
        """Write *text* to standard error as it is; where that is closed, nobody can be told."""
        if self._errors is None:
            return
        try:
            self._errors.write(text.encode("utf-8", "replace").decode("utf-8"))
            self._errors.flush()
        except (OSError, ValueError):
            pass

    def abandon(self) -> None:
        """Stop writing to standard output, so that the interpreter does not try again when it ends."""
        text, self._text, self._bytes = self._text, None, None
        if text is None:
            return
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, text.fileno())
            os.close(nowhere)
        except (OSError, ValueError):
            pass

    def _failure(self, error: OSError) -> Exception:
        self.abandon()
        if error.errno in (errno.EPIPE, errno.ESHUTDOWN):
            return OutputClosedError()
        reason = error.strerror or "an error"
        return OutputError(f"{reason}; make room, or write elsewhere", subject="standard output")


def _safe(text: str) -> str:
    return text if text.isascii() and text.isprintable() else re.sub(_UNSAFE, "\ufffd", text)


def one_line(text: str) -> str:
    """*text* as one line that no terminal acts on; what it must not see is shown as U+FFFD."""
    return _safe(_BREAKS.sub(" ", text))


def shortened(text: str, limit: int) -> str:
    """*text* of at most *limit* characters, the middle left out: of a long path or address both ends tell something."""
    if len(text) <= limit:
        return text
    head = limit * 2 // 3
    return f"{text[:head]}…{text[len(text) - (limit - head - 1) :]}"


def counted(number: int, thing: str) -> str:
    """`1 article`, `2 articles`: *thing* is the English singular of a regular noun."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
