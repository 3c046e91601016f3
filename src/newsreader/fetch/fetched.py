"""What a fetch gives: bytes, and what was said about them."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsreader.model.source import Validators

__all__ = ["MAX_FILE_BYTES", "Fetched"]

MAX_FILE_BYTES = 64 * 1024 * 1024
"""A larger file is refused: no page or feed is that long, and parsing it would take minutes."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One document, not yet understood.

    Attributes:
        data: its bytes.
        name: its file's name, clean of nothing; "" where it has none.
        media_type: as declared by a server, with its parameters; "" where nothing was.
        address: http or https address that relative links are resolved against, or None.
        validators: what tells this copy from the next.
    """

    data: bytes
    name: str = ""
    media_type: str = ""
    address: str | None = None
    validators: Validators = field(default_factory=Validators)
