"""Of two copies of one thing, changed on two machines, the one that both come to. Pure.

Every function gives the same whichever copy is named first, and changes nothing when one of the two is given again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

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
    gone = _by_words((*newest.revisions, *older.revisions))
    entry, full = newest.entry, newest.full
    if (words := _words(older.entry)) == _words(newest.entry):
        entry = max(newest.entry, older.entry, key=_entry_bytes)
        full = _newest_page([newest.full, older.full])
    else:
        # Where it is known that this text went, the other side is only behind.
        until = gone[words].until if words in gone else _since(newest)
        gone = _by_words((*gone.values(), Revision(older.entry, until, older.full)))
    return replace(
        newest,
        entry=entry,
        full=full,
        first_seen=min(one.first_seen, other.first_seen),
        revisions=_up_to(_since(newest), gone.values()),
    )


def _standing(article: Article) -> tuple[datetime, bytes]:
    return _since(article), _entry_bytes(article.entry)


def _since(article: Article) -> datetime:
    """When its newest text came."""
    return article.revisions[-1].until if article.revisions else article.first_seen


def _entry_bytes(entry: Entry) -> bytes:
    return dump(entry_to_json(entry))


def _by_words(revisions: Iterable[Revision]) -> dict[Words, Revision]:
    """Every text once: one that both saw go, each at a time of its own, went at the earlier one."""
    found: dict[Words, Revision] = {}
    for revision in revisions:
        words = _words(revision.entry)
        found[words] = _one_text(found[words], revision) if words in found else revision
    return found


def _one_text(one: Revision, other: Revision) -> Revision:
    entry = max(one.entry, other.entry, key=_entry_bytes)
    return Revision(entry, min(one.until, other.until), _newest_page([one.full, other.full]))


def _up_to(since: datetime, gone: Iterable[Revision]) -> tuple[Revision, ...]:
    """Texts in the order in which they went, the last one when the newest text came, or that would seem to be older."""
    found = sorted(gone, key=_order)
    return (*found[:-1], *(replace(last, until=since) for last in found[-1:]))


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
