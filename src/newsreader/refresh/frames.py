"""The pipe between the program and the process that parses for it: a head and a body, each with its length first."""

from __future__ import annotations

import struct
from typing import Any, BinaryIO

import orjson

__all__ = ["pack", "read_frame"]

_LENGTHS = struct.Struct(">IQ")


def pack(head: dict[str, Any], body: bytes = b"") -> bytes:
    """One frame."""
    written = orjson.dumps(head)
    return _LENGTHS.pack(len(written), len(body)) + written + body


def read_frame(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next frame of *stream*; None at its end, or where it was cut."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_length, body_length = _LENGTHS.unpack(lengths)
    head, body = stream.read(head_length), stream.read(body_length)
    if len(head) < head_length or len(body) < body_length:
        return None
    return orjson.loads(head), body
