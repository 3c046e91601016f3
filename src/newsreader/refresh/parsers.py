"""Parsing processes for many threads."""

from __future__ import annotations

import os
import queue
import threading

from newsreader.fetch.fetched import Fetched
from newsreader.model.entry import ParsedFeed
from newsreader.refresh.parser import Parser

__all__ = ["Parsers"]

_MOST = 4


class Parsers:
    """As many parsing processes as the machine has cores, four at most, each begun when it is first needed.

    Any number of threads may use it.
    """

    def __init__(self, count: int | None = None) -> None:
        self._left = count or min(os.cpu_count() or 1, _MOST)
        self._idle: queue.SimpleQueue[Parser] = queue.SimpleQueue()
        self._all: list[Parser] = []
        self._lock = threading.Lock()

    def parse(self, fetched: Fetched) -> ParsedFeed:
        """What the document says; waits for a process that is idle.

        Raises:
            ParseError: it is nothing that can be read, or it took more than it may.
        """
        parser = self._borrowed()
        try:
            return parser.parse(fetched)
        finally:
            self._idle.put(parser)

    def close(self) -> None:
        """End all processes; nobody may be parsing."""
        with self._lock:
            for parser in self._all:
                parser.close()

    def _borrowed(self) -> Parser:
        with self._lock:
            if self._idle.empty() and self._left:
                self._left -= 1
                self._all.append(Parser())
                return self._all[-1]
        return self._idle.get()
