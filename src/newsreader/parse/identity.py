"""What tells an entry from every other of its source, for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from newsreader.model.entry import Entry
from newsreader.text.hashing import short_hash

__all__ = ["with_keys"]


def with_keys(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give every entry its `key`: its guid, else its link, else title and date, else its text.

    A value that several entries of the document carry is no id: the link, then the title, then the text is added to it
    for all of them, so that the order in the document does not matter. Entries that are alike in all that are one.
    """
    found = list(entries)
    keys = [_first(entry) for entry in found]
    for addition in _ADDITIONS:
        shared = {key for key, count in Counter(keys).items() if count > 1}
        if not shared:
            break
        keys = [
            f"{key} {addition(entry)}" if key in shared else key
            for key, entry in zip(keys, found, strict=True)
        ]
    unique: dict[str, Entry] = {}
    for key, entry in zip(keys, found, strict=True):
        unique.setdefault(key, replace(entry, key=key))
    return tuple(unique.values())


def _first(entry: Entry) -> str:
    if guid := entry.guid.strip():
        return guid
    if entry.url:
        return entry.url
    if entry.title:
        return f"{entry.title} {entry.published.isoformat() if entry.published else ''}".rstrip()
    return "text " + _text(entry)


def _text(entry: Entry) -> str:
    return short_hash(entry.html, entry.text, entry.summary, *(e.href for e in entry.enclosures))


_ADDITIONS: tuple[Callable[[Entry], str], ...] = (
    lambda entry: entry.url or "",
    lambda entry: entry.title,
    _text,
)
