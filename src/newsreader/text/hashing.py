"""Ids: short hashes that two machines, a second import, and remove and add all give alike."""

from __future__ import annotations

from hashlib import blake2b

__all__ = ["article_id", "short_hash", "source_id"]


def short_hash(*parts: str, digits: int = 16) -> str:
    """Hash *parts*, in order and with their borders, to that many hexadecimal digits (an even number)."""
    joined = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=digits // 2).hexdigest()


def source_id(address: str) -> str:
    """The id of the source that was first added as *address*: 12 hexadecimal digits."""
    return short_hash("source", address, digits=12)


def article_id(source: str, key: str) -> str:
    """The id of the entry *key* of the source with id *source*: 16 hexadecimal digits."""
    return short_hash("article", source, key)
