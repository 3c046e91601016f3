"""Parsing in a process of its own, with limits on time and memory: the worst document costs that document one line."""

from __future__ import annotations

import os
import selectors
import subprocess
import sys
import time
from io import BytesIO

from newsreader.errors import ParseError
from newsreader.fetch.fetched import Fetched
from newsreader.model.codec import feed_from_json
from newsreader.model.entry import ParsedFeed
from newsreader.refresh.frames import pack, read_frame

__all__ = ["MEMORY_BYTES", "Parser"]

MEMORY_BYTES = 600 * 1024 * 1024
"""Address space of the parsing process; a feed of 50,000 entries needs a third of it."""

_SECONDS = 6.0
_SECONDS_A_MEGABYTE = 1.5
_PATIENCE = 3
"""So many times its seconds a document may take on the clock, while other programs keep the machine busy."""

_STOPPED = "could not be read: it needs more time or memory than a document may take; leave it out"


class Parser:
    """One parsing process, started when it is needed and again after it died. For one thread at a time.

    Use it as a context manager, or call `close`.
    """

    def __init__(self, *, memory_bytes: int = MEMORY_BYTES, seconds: float = _SECONDS) -> None:
        """Give a document at most *memory_bytes*, and *seconds* of the processor, more for each megabyte."""
        self._memory_bytes = memory_bytes
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Parser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def parse(self, fetched: Fetched) -> ParsedFeed:
        """What the document says.

        Raises:
            ParseError: it is nothing that can be read, or it took more than it may.
        """
        seconds = self._seconds + _SECONDS_A_MEGABYTE * len(fetched.data) / 1e6
        head = {
            "name": os.fsencode(fetched.name).hex(),
            "media_type": fetched.media_type,
            "address": fetched.address,
            "seconds": seconds,
        }
        deadline = time.monotonic() + _PATIENCE * seconds
        process = self._process = self._process or self._start()
        answer = _exchange(process, pack(head, fetched.data), deadline)
        frame = read_frame(BytesIO(answer)) if answer is not None else None
        if frame is None:
            self.close()
            raise ParseError(_STOPPED)
        if "error" in frame[0]:
            raise ParseError(frame[0]["error"])
        return feed_from_json(frame[0]["feed"])

    def stop(self) -> None:
        """End the process from another thread: the `parse` that waits for it then raises."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process; the next `parse` would start another."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-m", "newsreader.refresh.parser_main", str(self._memory_bytes)]
        return subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )


def _exchange(process: subprocess.Popen[bytes], question: bytes, deadline: float) -> bytes | None:
    """Send the question and read one frame; None when the process died or the deadline passed."""
    assert process.stdin is not None
    assert process.stdout is not None
    to_send = memoryview(question)
    answer = bytearray()
    with selectors.DefaultSelector() as selector:
        os.set_blocking(process.stdin.fileno(), False)
        selector.register(process.stdin, selectors.EVENT_WRITE)
        selector.register(process.stdout, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0:
            for key, _ in selector.select(left):
                if key.fileobj is process.stdout:
                    piece = os.read(key.fd, 1 << 20)
                    if not piece:
                        return None
                    answer += piece
                    if _is_whole(answer):
                        return bytes(answer)
                    continue
                try:
                    to_send = to_send[os.write(key.fd, to_send) :]
                except BrokenPipeError:
                    return None
                if not to_send:
                    selector.unregister(process.stdin)
    return None


def _is_whole(answer: bytearray) -> bool:
    if len(answer) < 12:
        return False
    return len(answer) >= 12 + int.from_bytes(answer[:4], "big") + int.from_bytes(answer[4:12], "big")
