"""The process that parses: reads documents from a pipe, gives back what they say, and dies of what would hurt others.

Run as `python -m newsreader.refresh.parser_main MEMORY_BYTES`. Whatever goes wrong in it, a crash of a library in C, or
memory or depth that run out, is for its parent the end of the pipe.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import Any

from newsreader.errors import ParseError
from newsreader.model.codec import feed_to_json
from newsreader.parse.document import parse
from newsreader.refresh.frames import pack, read_frame

__all__ = ["main"]

_NICE = 5


def main() -> None:
    """Parse until the pipe ends."""
    _limit_memory(int(sys.argv[1]))
    # Whoever waits for all of these is to store what they read meanwhile, and whoever reads, to read.
    os.nice(_NICE)
    # A library that prints must not speak in our place.
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while (frame := read_frame(sys.stdin.buffer)) is not None:
        # Time of the processor, not of the clock: on a busy machine no document takes more than it may. It kills.
        signal.setitimer(signal.ITIMER_PROF, frame[0]["seconds"])
        pipe.write(pack(_answer(*frame)))
        pipe.flush()


def _limit_memory(limit: int) -> None:
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ValueError, OSError):
        # macOS knows the limit and refuses to set it; that of time holds there too.
        return


def _answer(head: dict[str, Any], body: bytes) -> dict[str, Any]:
    name = os.fsdecode(bytes.fromhex(head["name"]))
    try:
        feed = parse(body, name=name, media_type=head["media_type"], address=head["address"])
    except ParseError as error:
        return {"error": error.message}
    return {"feed": feed_to_json(feed)}


if __name__ == "__main__":
    main()
