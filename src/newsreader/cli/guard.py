"""Whatever ends a command early becomes one line and an exit code."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType

from newsreader.cli.output import Output, OutputClosedError
from newsreader.errors import NewsreaderError

__all__ = ["DEBUG_VARIABLE", "PIPE_CLOSED", "Guard"]

DEBUG_VARIABLE = "NEWSREADER_DEBUG"

_FAILED = 1
# As a shell reports a program that these signals ended: SIGINT, SIGPIPE.
_INTERRUPTED = 128 + 2
PIPE_CLOSED = 128 + 13


class Guard:
    """A block that no exception leaves.

    A context manager, since its `__exit__` sees every exception without a clause that catches "anything": a defect
    is reported as such, by its own line, and not mistaken for an error that somebody foresaw.

    Attributes:
        code: the exit code.
    """

    def __init__(self, out: Output) -> None:
        """Report to *out*."""
        self.code = 0
        self._out = out

    def __enter__(self) -> Guard:
        """Begin the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """End the block; every error stays here."""
        if error is not None:
            self.code = self._reported(error)
        return True

    def _reported(self, error: BaseException) -> int:
        match error:
            case NewsreaderError():
                self._out.error(error.message, error.subject)
                return error.exit_code
            case SystemExit():
                return error.code if isinstance(error.code, int) else 0
            case KeyboardInterrupt():
                return _INTERRUPTED
            case OutputClosedError():
                return PIPE_CLOSED
        self._out.error(*_defect(error))
        if os.environ.get(DEBUG_VARIABLE):
            import traceback  # only defects need it

            self._out.complain("".join(traceback.format_exception(error)))
        return _FAILED


def _defect(error: BaseException) -> tuple[str, str]:
    said = f"{type(error).__name__} {error}".strip()
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" in {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
    return f"{said}{place}; please report it with what {DEBUG_VARIABLE}=1 prints", "a defect of newsreader"
