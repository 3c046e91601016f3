"""Of two copies of one thing, changed on two machines, the one that both come to. Pure.

Every function gives the same whichever copy is named first, and changes nothing when one of the two is given again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import zip_longest

from newsreader.model.article import Article, FullText, Revision
from newsreader.model.bookmark import Bookmark
from newsreader.model.codec import bookmark_to_json, entry_to_json
from newsreader.model.codec_settings import setting_to_json
from newsreader.model.codec_sources import health_to_json, source_to_json
from newsreader.model.entry import Entry
from newsreader.model.setting import Setting
from newsreader.model.source import Health, Source
from newsreader.store.tables import dump
from newsreader.text.blocks import plain_text
from newsreader.text.hashing import source_id
from newsreader.text.wording import wording

__all__ = ["merged_article", "merged_bookmark", "merged_health", "merged_setting", "merged_source"]

Words = tuple[tuple[str, ...], tuple[str, ...]]

_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def merged_article(one: Article, other: Article) -> Article:
    """The article with its newest text; every other text of either side is a revision."""
    if one == other:
        return one
    older, newest = sorted((one, other), key=_standing)
    replaced = older.revisions
    entry, full = newest.entry, newest.full
    if _words(newest.entry) == _words(older.entry):
        entry = max(newest.entry, older.entry, key=_entry_bytes)
        full = _newest_page([newest.full, older.full])
    else:
        replaced = (*replaced, Revision(older.entry, _since(newest), older.full))
    return replace(
        newest,
        entry=entry,
        full=full,
        first_seen=min(one.first_seen, other.first_seen),
        revisions=_both(newest.revisions, replaced),
    )


def _standing(article: Article) -> tuple[datetime, bytes]:
    return _since(article), _entry_bytes(article.entry)


def _since(article: Article) -> datetime:
    """When its newest text came."""
    return article.revisions[-1].until if article.revisions else article.first_seen


def _entry_bytes(entry: Entry) -> bytes:
    return dump(entry_to_json(entry))


def _both(one: Iterable[Revision], other: Iterable[Revision]) -> tuple[Revision, ...]:
    """The texts of both. One that both saw go, each at a time of its own, is one text: the earlier time counts."""
    texts: dict[Words, tuple[list[Revision], list[Revision]]] = {}
    for side, revisions in enumerate((one, other)):
        for revision in sorted(revisions, key=_order):
            texts.setdefault(_words(revision.entry), ([], []))[side].append(revision)
    found = (
        _one_text([each for each in pair if each is not None])
        for sides in texts.values()
        for pair in zip_longest(*sides)
    )
    return tuple(sorted(found, key=_order))


def _one_text(same: Sequence[Revision]) -> Revision:
    entry = max((each.entry for each in same), key=_entry_bytes)
    return Revision(entry, min(each.until for each in same), _newest_page([each.full for each in same]))


def _newest_page(found: Iterable[FullText | None]) -> FullText | None:
    """What its page gave last; of two of one time, the one that says more."""
    pages = [page for page in found if page is not None]
    return max(pages, key=lambda page: (page.at, page.html, page.problem, page.hidden), default=None)


def _order(revision: Revision) -> tuple[datetime, bytes]:
    return revision.until, _entry_bytes(revision.entry)


def _words(entry: Entry) -> Words:
    text = plain_text(entry.html) if entry.html else entry.text
    return tuple(entry.title.split()), wording(text)


def merged_bookmark(one: Bookmark, other: Bookmark) -> Bookmark:
    """The one that was changed last; of two with one time, the one that is kept."""
    return max(one, other, key=lambda kept: (kept.changed_at, not kept.removed, dump(bookmark_to_json(kept))))


def merged_health(one: Health, other: Health) -> Health:
    """The one of the last attempt."""
    return max(
        one, other, key=lambda health: (health.last_attempt or _NEVER, dump(health_to_json("", health)))
    )


def merged_setting(one: Setting, other: Setting) -> Setting:
    """The one that was made last."""
    return max(one, other, key=lambda setting: (setting.changed_at, dump(setting_to_json(setting))))


def merged_source(one: Source, other: Source) -> Source:
    """As a person left it last; what reading it told either machine is kept."""
    older, newest = sorted((one, other), key=_choice)
    return replace(
        newest,
        kind=newest.kind or older.kind,
        url=newest.url or older.url,
        added=min(one.added, other.added),
    )


def _choice(source: Source) -> tuple[int, bool, bool, bytes]:
    # Where no person decided, what was learnt wins over what was not: its kind, and that its server moved it.
    moved = source_id(source.address) != source.id
    return source.changed_at, bool(source.kind), moved, dump(source_to_json(source))
