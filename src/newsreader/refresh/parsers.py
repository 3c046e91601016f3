"""Parsing processes for many threads."""

from __future__ import annotations

import os
import threading

from newsreader.errors import ParseError
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
        self.count = count or min(os.cpu_count() or 1, _MOST)
        """How many documents are parsed together at most."""
        self._left = self.count
        self._idle: list[Parser] = []
        self._busy: set[Parser] = set()
        self._change = threading.Condition()
        self._closed = False

    def parse(self, fetched: Fetched) -> ParsedFeed:
        """What the document says; waits for a process that is idle.

        Raises:
            ParseError: it is nothing that can be read, or it took more than it may, or all was closed meanwhile.
        """
        parser = self._borrowed()
        try:
            return parser.parse(fetched)
        finally:
            self._give_back(parser)

    def close(self) -> None:
        """End all processes; those that parse just now are stopped, and who waits for them gets a ParseError."""
        with self._change:
            self._closed = True
            for parser in self._busy:
                parser.stop()
            for parser in self._idle:
                parser.close()
            self._idle.clear()
            self._change.notify_all()

    def _borrowed(self) -> Parser:
        with self._change:
            while not self._closed:
                if self._idle or self._left:
                    parser = self._idle.pop() if self._idle else self._begun()
                    self._busy.add(parser)
                    return parser
                self._change.wait()
        raise ParseError("was not read, since the refresh was stopped; it is read at the next one")

    def _begun(self) -> Parser:
        self._left -= 1
        return Parser()

    def _give_back(self, parser: Parser) -> None:
        with self._change:
            self._busy.discard(parser)
            if self._closed:
                # Nobody but the thread that used its pipes may close them.
                parser.close()
                return
            self._idle.append(parser)
            self._change.notify()
