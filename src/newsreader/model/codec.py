"""Dataclasses to plain JSON values and back. A field that is empty is left out.

Reading raises KeyError, TypeError or ValueError when a value is not what it should be; callers turn that
into an error that names the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsreader.model.article import Article, ArticleState, FullText, Revision
from newsreader.model.bookmark import Bookmark
from newsreader.model.codec_values import (
    Json,
    text,
    texts,
    time_from_json,
    time_of,
    time_to_json,
    whole,
    without_empty,
)
from newsreader.model.entry import Author, Enclosure, Entry, FeedLink, ParsedFeed

__all__ = [
    "article_from_json",
    "article_to_json",
    "bookmark_from_json",
    "bookmark_to_json",
    "entry_from_json",
    "entry_to_json",
    "feed_from_json",
    "feed_to_json",
    "state_from_json",
    "state_to_json",
]

_ENTRY_TEXTS = ("guid", "title", "html", "text", "summary", "language", "place", "agency", "site")
_ENTRY_ADDRESSES = ("url", "image", "external_url", "comments_url")
_ENTRY_TIMES = ("published", "updated")
_ENTRY_LISTS = ("tags", "see_also")


def entry_to_json(entry: Entry) -> Json:
    """The entry as a JSON object."""
    found: Json = {"key": entry.key}
    for name in (*_ENTRY_TEXTS, *_ENTRY_ADDRESSES):
        if value := getattr(entry, name):
            found[name] = value
    for name in _ENTRY_TIMES:
        if (at := getattr(entry, name)) is not None:
            found[name] = time_to_json(at)
    for name in _ENTRY_LISTS:
        if value := getattr(entry, name):
            found[name] = list(value)
    if entry.authors:
        found["authors"] = [without_empty({"name": a.name, "url": a.url}) for a in entry.authors]
    if entry.enclosures:
        found["enclosures"] = [_enclosure_to_json(enclosure) for enclosure in entry.enclosures]
    return found


def _enclosure_to_json(enclosure: Enclosure) -> Json:
    return without_empty(
        {
            "href": enclosure.href,
            "media_type": enclosure.media_type,
            "length": enclosure.length,
            "duration": enclosure.duration,
        }
    )


def entry_from_json(value: Mapping[str, Any], *, words: str = "") -> Entry:
    """The entry that `entry_to_json` wrote; its *words* were told beside it."""
    fields: Json = {name: text(value[name]) for name in (*_ENTRY_TEXTS, *_ENTRY_ADDRESSES) if name in value}
    fields |= {name: time_from_json(value[name]) for name in _ENTRY_TIMES if name in value}
    fields |= {name: texts(value[name]) for name in _ENTRY_LISTS if name in value}
    if "authors" in value:
        fields["authors"] = tuple(Author(text(a["name"]), a.get("url")) for a in value["authors"])
    if "enclosures" in value:
        fields["enclosures"] = tuple(_enclosure_from_json(enclosure) for enclosure in value["enclosures"])
    return Entry(key=text(value["key"]), words=words, **fields)


def _enclosure_from_json(value: Mapping[str, Any]) -> Enclosure:
    return Enclosure(
        text(value["href"]), text(value.get("media_type", "")), value.get("length"), value.get("duration")
    )


def feed_to_json(feed: ParsedFeed) -> Json:
    """The parsed document as a JSON object, with the words of its entries, which are told once for all."""
    return {
        "kind": feed.kind,
        "entries": [entry_to_json(entry) for entry in feed.entries],
        "words": [entry.words for entry in feed.entries],
        **without_empty(
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
        kind=text(value["kind"]),
        title=text(value.get("title", "")),
        url=value.get("url"),
        entries=tuple(
            entry_from_json(entry, words=text(words))
            for entry, words in zip(value["entries"], value["words"], strict=True)
        ),
        language=text(value.get("language", "")),
        problem=text(value.get("problem", "")),
        ttl=value.get("ttl"),
        feeds=tuple(FeedLink(url, title) for url, title in value.get("feeds", ())),
        is_cut=bool(value.get("is_cut", False)),
    )


def article_to_json(article: Article, *, source: bool = False) -> Json:
    """The article as a JSON object; with *source*, its source's id too."""
    found: Json = {"id": article.id, "first_seen": time_to_json(article.first_seen)}
    if source:
        found["source_id"] = article.source_id
    found["entry"] = entry_to_json(article.entry)
    if article.revisions:
        found["revisions"] = [_revision_to_json(revision) for revision in article.revisions]
    if article.full is not None:
        found["full"] = _full_to_json(article.full)
    return found


def _revision_to_json(revision: Revision) -> Json:
    found = {"until": time_to_json(revision.until), "entry": entry_to_json(revision.entry)}
    return found if revision.full is None else {**found, "full": _full_to_json(revision.full)}


def _full_to_json(full: FullText) -> Json:
    rest = without_empty({"html": full.html, "problem": full.problem, "hidden": full.hidden})
    return {"at": time_to_json(full.at), **rest}


def _full_from_json(value: Mapping[str, Any] | None) -> FullText | None:
    if value is None:
        return None
    return FullText(
        time_of(value["at"]),
        text(value.get("html", "")),
        text(value.get("problem", "")),
        bool(value.get("hidden", False)),
    )


def article_from_json(value: Mapping[str, Any], source_id: str | None = None) -> Article:
    """The article that `article_to_json` wrote; *source_id* where the object does not hold it."""
    return Article(
        id=text(value["id"]),
        source_id=source_id if source_id is not None else text(value["source_id"]),
        entry=entry_from_json(value["entry"]),
        first_seen=time_of(value["first_seen"]),
        revisions=tuple(
            Revision(entry_from_json(r["entry"]), time_of(r["until"]), _full_from_json(r.get("full")))
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
        read_at=whole(value.get("read_at", 0)),
        hidden=bool(value.get("hidden", False)),
        hidden_at=whole(value.get("hidden_at", 0)),
    )


def bookmark_to_json(bookmark: Bookmark) -> Json:
    """The bookmark as a JSON object."""
    return {
        "id": bookmark.article.id,
        "kept_at": bookmark.kept_at,
        "changed_at": bookmark.changed_at,
        **without_empty(
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
        source_title=text(value.get("source_title", "")),
        note=text(value.get("note", "")),
        tags=texts(value.get("tags", [])),
        kept_at=whole(value["kept_at"]),
        changed_at=whole(value["changed_at"]),
        removed=bool(value.get("removed", False)),
    )
