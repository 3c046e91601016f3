"""Dataclasses to plain JSON values and back. A field that is empty is left out.

Reading raises KeyError, TypeError or ValueError when a value is not what it should be; callers turn that
into an error that names the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from newsreader.model.article import Article, ArticleState, FullText, Revision
from newsreader.model.bookmark import Bookmark
from newsreader.model.codec_settings import retention_from_json, retention_to_json
from newsreader.model.entry import Author, Enclosure, Entry, FeedLink, ParsedFeed
from newsreader.model.source import Health, Source, Validators

__all__ = [
    "Json",
    "article_from_json",
    "article_to_json",
    "bookmark_from_json",
    "bookmark_to_json",
    "entry_from_json",
    "entry_to_json",
    "feed_from_json",
    "feed_to_json",
    "health_from_json",
    "health_to_json",
    "source_from_json",
    "source_to_json",
    "state_from_json",
    "state_to_json",
]

Json = dict[str, Any]

_ENTRY_TEXTS = ("guid", "title", "html", "text", "summary", "language", "place", "agency", "site")
_ENTRY_ADDRESSES = ("url", "image", "external_url", "comments_url")
_ENTRY_TIMES = ("published", "updated")
_ENTRY_LISTS = ("tags", "see_also")
_HEALTH_TIMES = ("last_success", "last_attempt", "next_due")


def _time_to_json(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _time_from_json(value: Any) -> datetime | None:
    if value is None:
        return None
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError(f"a time without a zone: {value!r}")
    return at


def _time(value: Any) -> datetime:
    at = _time_from_json(value)
    if at is None:
        raise ValueError("a time is missing")
    return at


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {type(value).__name__}")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"a list expected, not {type(value).__name__}")
    return tuple(_text(item) for item in value)


def _whole(value: Any) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a whole number expected, not {type(value).__name__}")
    return value


def _without_empty(values: Json) -> Json:
    return {name: value for name, value in values.items() if value not in (None, "", False, 0, [], (), {})}


def entry_to_json(entry: Entry) -> Json:
    """The entry as a JSON object."""
    found: Json = {"key": entry.key}
    for name in (*_ENTRY_TEXTS, *_ENTRY_ADDRESSES):
        if value := getattr(entry, name):
            found[name] = value
    for name in _ENTRY_TIMES:
        if (at := getattr(entry, name)) is not None:
            found[name] = _time_to_json(at)
    for name in _ENTRY_LISTS:
        if value := getattr(entry, name):
            found[name] = list(value)
    if entry.authors:
        found["authors"] = [_without_empty({"name": a.name, "url": a.url}) for a in entry.authors]
    if entry.enclosures:
        found["enclosures"] = [_enclosure_to_json(enclosure) for enclosure in entry.enclosures]
    return found


def _enclosure_to_json(enclosure: Enclosure) -> Json:
    return _without_empty(
        {
            "href": enclosure.href,
            "media_type": enclosure.media_type,
            "length": enclosure.length,
            "duration": enclosure.duration,
        }
    )


def entry_from_json(value: Mapping[str, Any]) -> Entry:
    """The entry that `entry_to_json` wrote."""
    fields: Json = {name: _text(value[name]) for name in (*_ENTRY_TEXTS, *_ENTRY_ADDRESSES) if name in value}
    fields |= {name: _time_from_json(value[name]) for name in _ENTRY_TIMES if name in value}
    fields |= {name: _texts(value[name]) for name in _ENTRY_LISTS if name in value}
    if "authors" in value:
        fields["authors"] = tuple(Author(_text(a["name"]), a.get("url")) for a in value["authors"])
    if "enclosures" in value:
        fields["enclosures"] = tuple(_enclosure_from_json(enclosure) for enclosure in value["enclosures"])
    return Entry(key=_text(value["key"]), **fields)


def _enclosure_from_json(value: Mapping[str, Any]) -> Enclosure:
    return Enclosure(
        _text(value["href"]), _text(value.get("media_type", "")), value.get("length"), value.get("duration")
    )


def feed_to_json(feed: ParsedFeed) -> Json:
    """The parsed document as a JSON object."""
    return {
        "kind": feed.kind,
        "entries": [entry_to_json(entry) for entry in feed.entries],
        **_without_empty(
            {
                "title": feed.title,
                "url": feed.url,
                "language": feed.language,
                "problem": feed.problem,
                "ttl": feed.ttl,
                "is_cut": feed.is_cut,
                "feeds": [[link.url, link.title] for link in feed.feeds],
            }
        ),
    }


def feed_from_json(value: Mapping[str, Any]) -> ParsedFeed:
    """The parsed document that `feed_to_json` wrote."""
    return ParsedFeed(
        kind=_text(value["kind"]),
        title=_text(value.get("title", "")),
        url=value.get("url"),
        entries=tuple(entry_from_json(entry) for entry in value["entries"]),
        language=_text(value.get("language", "")),
        problem=_text(value.get("problem", "")),
        ttl=value.get("ttl"),
        feeds=tuple(FeedLink(url, title) for url, title in value.get("feeds", ())),
        is_cut=bool(value.get("is_cut", False)),
    )


def article_to_json(article: Article, *, source: bool = False) -> Json:
    """The article as a JSON object; with *source*, its source's id too."""
    found: Json = {"id": article.id, "first_seen": _time_to_json(article.first_seen)}
    if source:
        found["source_id"] = article.source_id
    found["entry"] = entry_to_json(article.entry)
    if article.revisions:
        found["revisions"] = [_revision_to_json(revision) for revision in article.revisions]
    if article.full is not None:
        found["full"] = _full_to_json(article.full)
    return found


def _revision_to_json(revision: Revision) -> Json:
    found = {"until": _time_to_json(revision.until), "entry": entry_to_json(revision.entry)}
    return found if revision.full is None else {**found, "full": _full_to_json(revision.full)}


def _full_to_json(full: FullText) -> Json:
    rest = _without_empty({"html": full.html, "problem": full.problem, "hidden": full.hidden})
    return {"at": _time_to_json(full.at), **rest}


def _full_from_json(value: Mapping[str, Any] | None) -> FullText | None:
    if value is None:
        return None
    return FullText(
        _time(value["at"]),
        _text(value.get("html", "")),
        _text(value.get("problem", "")),
        bool(value.get("hidden", False)),
    )


def article_from_json(value: Mapping[str, Any], source_id: str | None = None) -> Article:
    """The article that `article_to_json` wrote; *source_id* where the object does not hold it."""
    return Article(
        id=_text(value["id"]),
        source_id=source_id if source_id is not None else _text(value["source_id"]),
        entry=entry_from_json(value["entry"]),
        first_seen=_time(value["first_seen"]),
        revisions=tuple(
            Revision(entry_from_json(r["entry"]), _time(r["until"]), _full_from_json(r.get("full")))
            for r in value.get("revisions", ())
        ),
        full=_full_from_json(value.get("full")),
    )


def state_to_json(article_id: str, state: ArticleState) -> Json:
    """The state of one article as a JSON object; a mark that was never made is left out."""
    found: Json = {"id": article_id}
    if state.read_at or state.read:
        found |= {"read": state.read, "read_at": state.read_at}
    if state.hidden_at or state.hidden:
        found |= {"hidden": state.hidden, "hidden_at": state.hidden_at}
    return found


def state_from_json(value: Mapping[str, Any]) -> ArticleState:
    """The state that `state_to_json` wrote."""
    return ArticleState(
        read=bool(value.get("read", False)),
        read_at=_whole(value.get("read_at", 0)),
        hidden=bool(value.get("hidden", False)),
        hidden_at=_whole(value.get("hidden_at", 0)),
    )


def bookmark_to_json(bookmark: Bookmark) -> Json:
    """The bookmark as a JSON object."""
    return {
        "id": bookmark.article.id,
        "kept_at": bookmark.kept_at,
        "changed_at": bookmark.changed_at,
        **_without_empty(
            {
                "note": bookmark.note,
                "tags": list(bookmark.tags),
                "source_title": bookmark.source_title,
                "removed": bookmark.removed,
            }
        ),
        "article": article_to_json(bookmark.article, source=True),
    }


def bookmark_from_json(value: Mapping[str, Any]) -> Bookmark:
    """The bookmark that `bookmark_to_json` wrote."""
    return Bookmark(
        article=article_from_json(value["article"]),
        source_title=_text(value.get("source_title", "")),
        note=_text(value.get("note", "")),
        tags=_texts(value.get("tags", [])),
        kept_at=_whole(value["kept_at"]),
        changed_at=_whole(value["changed_at"]),
        removed=bool(value.get("removed", False)),
    )


def source_to_json(source: Source) -> Json:
    """The source as a JSON object."""
    return {
        "id": source.id,
        "address": source.address,
        "kind": source.kind,
        "title": source.title,
        "added": _time_to_json(source.added),
        **_without_empty(
            {
                "own_title": source.own_title,
                "folder": source.folder,
                "url": source.url,
                "extra": dict(source.extra),
                "full_text": source.full_text,
                "retention": retention_to_json(source.retention),
                "changed_at": source.changed_at,
            }
        ),
    }


def source_from_json(value: Mapping[str, Any]) -> Source:
    """The source that `source_to_json` wrote."""
    return Source(
        id=_text(value["id"]),
        address=_text(value["address"]),
        kind=_text(value["kind"]),
        title=_text(value["title"]),
        own_title=bool(value.get("own_title", False)),
        folder=_text(value.get("folder", "")),
        added=_time(value["added"]),
        url=value.get("url"),
        extra=tuple((_text(name), _text(text)) for name, text in value.get("extra", {}).items()),
        full_text=bool(value.get("full_text", False)),
        retention=retention_from_json(value.get("retention", {})),
        changed_at=_whole(value.get("changed_at", 0)),
    )


def health_to_json(source_id: str, health: Health) -> Json:
    """How the source with that id fares, as a JSON object."""
    times = {name: getattr(health, name) for name in _HEALTH_TIMES}
    return {
        "id": source_id,
        "status": health.status,
        **_without_empty(
            {
                "error": health.error,
                "http_status": health.http_status,
                **{name: at and _time_to_json(at) for name, at in times.items()},
                "etag": health.validators.etag,
                "last_modified": health.validators.last_modified,
                "failures": health.failures,
                "rhythm": health.rhythm,
                "redirect": health.redirect,
                "redirects": health.redirects,
            }
        ),
    }


def health_from_json(value: Mapping[str, Any]) -> Health:
    """The health that `health_to_json` wrote."""
    times: Json = {name: _time_from_json(value.get(name)) for name in _HEALTH_TIMES}
    return Health(
        status=_text(value["status"]),
        error=_text(value.get("error", "")),
        http_status=value.get("http_status"),
        validators=Validators(_text(value.get("etag", "")), _text(value.get("last_modified", ""))),
        failures=_whole(value.get("failures", 0)),
        rhythm=value.get("rhythm"),
        redirect=_text(value.get("redirect", "")),
        redirects=_whole(value.get("redirects", 0)),
        **times,
    )
