"""The body of an answer, inflated piece by piece, never more of it than is allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from newsreader.errors import FetchError

__all__ = ["ACCEPTED", "MAX_BODY_BYTES", "read_body"]

ACCEPTED = "gzip, deflate"
"""The content codings that `read_body` understands."""

MAX_BODY_BYTES = 15 * 1024 * 1024
"""More than this, after inflating, is no feed."""

_PIECE = 1 << 16
_AS_IT_IS = ("", "identity")
_GZIP = ("gzip", "x-gzip")


def read_body(pieces: Iterable[bytes], coding: str) -> bytes:
    """Put *pieces* together and undo *coding*, a Content-Encoding.

    Raises:
        FetchError: it is longer than allowed, coded in a way that was not asked for, or broken.
    """
    coding = coding.strip().lower()
    if coding in _AS_IT_IS:
        return _gathered(pieces)
    if coding not in _GZIP and coding != "deflate":
        raise FetchError("the server packs its answer in a way that was not asked for; tell its owner")
    try:
        return _gathered(_inflated(pieces, coding))
    except zlib.error as error:
        raise FetchError("the answer is packed and broken; try again later") from error


def _gathered(pieces: Iterable[bytes]) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > MAX_BODY_BYTES:
            raise FetchError(f"the answer is longer than {MAX_BODY_BYTES >> 20} MB; this is no feed")
    return bytes(body)


def _inflated(pieces: Iterable[bytes], coding: str) -> Iterable[bytes]:
    inflate = None
    for piece in pieces:
        if not piece:
            continue
        inflate = inflate or zlib.decompressobj(_window(coding, piece))
        # Never without a length: 64 KB can become 64 MB in one call.
        yield inflate.decompress(piece, _PIECE)
        while inflate.unconsumed_tail:
            yield inflate.decompress(inflate.unconsumed_tail, _PIECE)
    if inflate is not None:
        yield inflate.flush()
        if not inflate.eof:
            raise FetchError("the answer was cut short; try again later")


def _window(coding: str, start: bytes) -> int:
    """What zlib needs to know: "deflate" comes with a zlib header or, from some servers, without."""
    if coding in _GZIP:
        return zlib.MAX_WBITS | 16
    has_header = start[0] & 15 == 8 and (len(start) < 2 or int.from_bytes(start[:2], "big") % 31 == 0)
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS
