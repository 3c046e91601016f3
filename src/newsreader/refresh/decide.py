"""What a source's entries mean for the library. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from newsreader.model.article import Article, FullText, Revision
from newsreader.model.entry import Entry
from newsreader.text.blocks import plain_text
from newsreader.text.hashing import article_id
from newsreader.text.wording import wording

__all__ = ["Decision", "decide", "with_revision"]

_MOST_REVISIONS = 20
_MOST_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be stored.

    Attributes:
        new: articles that the library does not have, in the source's order.
        updated: new versions of articles that it has; one whose text changed has one revision more.
        changed: how many of `updated` have other words than before.
    """

    new: tuple[Article, ...]
    updated: tuple[Article, ...]
    changed: int


def decide(
    entries: Iterable[Entry], known: Mapping[str, Article], *, source_id: str, now: datetime
) -> Decision:
    """Compare what a source says with what the library has of it.

    Of entries that are new at one time, each counts as seen a millisecond before the one above it in the document, so
    that those without dates stand in a list as they stood there.

    Args:
        entries: what it says, no two with one key.
        known: the library's articles among them, by id; others may be there and are left alone.
        source_id: the source's id.
        now: when it said so.
    """
    new: list[Article] = []
    updated: list[Article] = []
    changed = 0
    for place, entry in enumerate(entries):
        name = article_id(source_id, entry.key)
        old = known.get(name)
        if old is None:
            first_seen = now - timedelta(milliseconds=place)
            new.append(Article(name, source_id, entry, first_seen))
        elif old.entry != entry:
            is_other = _words(old.entry) != _words(entry)
            revisions = with_revision(old.revisions, old.entry, now) if is_other else old.revisions
            updated.append(replace(old, entry=entry, revisions=revisions))
            changed += is_other
    return Decision(tuple(new), tuple(updated), changed)


def with_revision(
    revisions: tuple[Revision, ...], entry: Entry, until: datetime, full: FullText | None = None
) -> tuple[Revision, ...]:
    """*revisions* and one more: *entry*, and *full* of its page, which stood *until* now.

    Of a text that changes all day the first and the newest versions are kept, as many as fit.
    """
    found = [*revisions, Revision(entry, until, full)]
    while len(found) > 2 and (len(found) > _MOST_REVISIONS or sum(map(_size, found)) > _MOST_CHARACTERS):
        del found[1]
    return tuple(found)


def _size(revision: Revision) -> int:
    page = len(revision.full.html) if revision.full else 0
    return len(revision.entry.html) + len(revision.entry.text) + page


def _words(entry: Entry) -> tuple[list[str], tuple[str, ...]]:
    """What makes another text of it: see `text.wording`."""
    text = plain_text(entry.html) if entry.html else entry.text
    return entry.title.split(), wording(text)
