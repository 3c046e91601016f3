"""Of two copies of one thing, changed on two machines, the one that both come to. Pure.

Every function gives the same whichever copy is named first, and changes nothing when one of the two is given again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from newsreader.model.article import Article, Revision
from newsreader.model.bookmark import Bookmark
from newsreader.model.codec import (
    article_to_json,
    bookmark_to_json,
    entry_to_json,
    health_to_json,
    source_to_json,
)
from newsreader.model.codec_settings import setting_to_json
from newsreader.model.entry import Entry
from newsreader.model.setting import Setting
from newsreader.model.source import Health, Source
from newsreader.store.tables import dump
from newsreader.text.blocks import plain_text
from newsreader.text.hashing import source_id

__all__ = ["merged_article", "merged_bookmark", "merged_health", "merged_setting", "merged_source"]

_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def merged_article(one: Article, other: Article) -> Article:
    """The article with its newest text; what is older on either side is a revision."""
    newest, older = max(one, other, key=_standing), min(one, other, key=_standing)
    if one == other:
        return one
    if _words(one.entry) == _words(other.entry):
        replaced: set[tuple[datetime, bytes]] = set()
        entry = max(one.entry, other.entry, key=_entry_bytes)
    else:
        replaced = {(_since(newest), _entry_bytes(older.entry))}
        entry = newest.entry
    known = {_entry_bytes(each): each for each in (one.entry, other.entry)}
    for revision in (*one.revisions, *other.revisions):
        known[_entry_bytes(revision.entry)] = revision.entry
        replaced.add((revision.until, _entry_bytes(revision.entry)))
    revisions = (Revision(known[data], until) for until, data in sorted(replaced))
    return replace(
        newest,
        entry=entry,
        first_seen=min(one.first_seen, other.first_seen),
        revisions=_without_repeats(tuple(revisions)),
    )


def _standing(article: Article) -> tuple[datetime, bytes]:
    return _since(article), dump(article_to_json(article))


def _since(article: Article) -> datetime:
    """When its newest text came."""
    return article.revisions[-1].until if article.revisions else article.first_seen


def _entry_bytes(entry: Entry) -> bytes:
    return dump(entry_to_json(entry))


def _without_repeats(revisions: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """Both machines saw the same text go, at times of their own: the earlier counts."""
    kept: list[Revision] = []
    for revision in revisions:
        if not kept or _words(kept[-1].entry) != _words(revision.entry):
            kept.append(revision)
    return tuple(kept)


def _words(entry: Entry) -> tuple[list[str], list[str]]:
    text = plain_text(entry.html) if entry.html else entry.text
    return entry.title.split(), text.split()


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
    newest, older = max(one, other, key=_choice), min(one, other, key=_choice)
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
