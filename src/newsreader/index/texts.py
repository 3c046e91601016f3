"""Article texts, kept compressed; and leads, kept as how much of the text they are.

A dictionary made of the library's own texts, in whatever languages they are, saves a seventh
(docs/decisions/what-the-index-keeps.md).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from newsreader.index.errors import IndexDamagedError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["FORMAT", "Packer", "dictionary_of", "lead_from", "lead_to_keep"]

FORMAT = "zstd"
"""Another one makes an index that another program wrote unreadable."""

# Of 3.4 KB of invented words level 1 makes 1,492 bytes in 24 µs, level 2 makes 1,402 in 25, level 3 makes 1,396 in 30.
_LEVEL = 2
_WINDOW, _SHORTEST = 32 * 1024, 8
_PLAIN, _WITH_DICTIONARY = b"\x00", b"\x01"
_BEGINNING = 2400


class Packer:
    """Compresses and decompresses texts.

    Args:
        dictionary: what `dictionary_of` gave, or b"" for none yet. A text packed with it needs it ever after.
    """

    def __init__(self, dictionary: bytes) -> None:
        self.dictionary = dictionary
        self._head = _WITH_DICTIONARY if dictionary else _PLAIN
        # Read once: to take it in for each text takes longer than to compress.
        self._known = zstd.ZstdDict(dictionary, is_raw=True).as_digested_dict if dictionary else None
        self._compressor = zstd.ZstdCompressor(_LEVEL, zstd_dict=self._known)

    def pack(self, text: str) -> bytes:
        """*text* compressed; b"" for an empty one."""
        if not text:
            return b""
        return self._head + self._compressor.compress(text.encode(), zstd.ZstdCompressor.FLUSH_FRAME)

    def unpack(self, packed: bytes) -> str:
        """The text that was packed.

        Raises:
            IndexDamagedError: *packed* is nothing that `pack` gave.
        """
        return self._inflated(packed, -1).decode()

    def beginning(self, packed: bytes) -> str:
        """As much of the text that was packed as `lead_from` wants.

        Raises:
            IndexDamagedError: *packed* is nothing that `pack` gave.
        """
        return self._inflated(packed, _BEGINNING).decode("utf-8", "ignore")

    def _inflated(self, packed: bytes, most: int) -> bytes:
        if packed == b"":
            return b""
        try:
            unpacking = zstd.ZstdDecompressor(self._known if packed[:1] == _WITH_DICTIONARY else None)
            found = unpacking.decompress(packed[1:], most)
        except (zstd.ZstdError, TypeError) as error:
            raise IndexDamagedError(f"the index is damaged ({error})") from error
        if most < 0 and not unpacking.eof:
            raise IndexDamagedError("the index is damaged (a text is cut short)")
        return found


def dictionary_of(texts: Sequence[str]) -> bytes:
    """A compression dictionary of at most 32 KiB: as much of each of *texts* as there is room for, evenly.

    b"" where they are too short for one.
    """
    share = _WINDOW // max(1, len(texts))
    found = b"".join(text.encode()[:share] for text in texts)
    return found if len(found) >= _SHORTEST else b""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def lead_to_keep(lead: str, text: str) -> str | int:
    """What to keep of *lead*: how many characters of *text* in one line it is, negative when "…" follows, or itself."""
    line = _one_line(text[: min(len(lead) + 64, _BEGINNING // 4)])
    if lead.endswith("…") and len(lead) > 1 and line.startswith(lead[:-1]):
        return 1 - len(lead)
    return len(lead) if line.startswith(lead) else lead


def lead_from(kept: str | int, beginning: str) -> str:
    """The lead that `lead_to_keep` was given, from what that gave and `Packer.beginning`."""
    if isinstance(kept, str):
        return kept
    line = _one_line(beginning)
    return line[:kept] if kept >= 0 else line[:-kept] + "…"
