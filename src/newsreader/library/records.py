"""Articles as the index takes them in."""

from __future__ import annotations

from datetime import datetime, timedelta

from newsreader.model.article import Article
from newsreader.model.bookmark import Bookmark
from newsreader.model.record import ArticleRecord, BookmarkRecord
from newsreader.text.blocks import plain_text

__all__ = ["bookmark_record", "record", "sort_time", "text_of", "title_of"]

_LEAD = 300
_TITLE = 120
_AHEAD = timedelta(days=1)


def text_of(article: Article) -> str:
    """The plain text of the article, paragraphs parted by one empty line."""
    entry = article.shown
    return (entry.words or plain_text(entry.html) if entry.html else entry.text) or entry.summary


def title_of(article: Article, text: str) -> str:
    """Its headline; where it has none, the start of *text*, else its address."""
    entry = article.entry
    return entry.title or _shortened(text, _TITLE) or entry.url or "(untitled)"


def sort_time(article: Article) -> datetime:
    """What lists sort by: published, but neither later than first seen nor more than a day ahead of it."""
    published = article.entry.published or article.entry.updated
    if published is None or published > article.first_seen + _AHEAD:
        return article.first_seen
    return min(published, article.first_seen)


def record(article: Article, chunk: int) -> ArticleRecord:
    """*article*, which stands in the file of number *chunk*, as the index takes it in."""
    entry = article.entry
    text = text_of(article)
    return ArticleRecord(
        id=article.id,
        source_id=article.source_id,
        chunk=chunk,
        title=title_of(article, text),
        text=text,
        lead=_shortened(text, _LEAD),
        at_ms=_ms(sort_time(article)),
        first_seen_ms=_ms(article.first_seen),
        published_ms=_ms(entry.published) if entry.published else None,
        updated_ms=_ms(entry.updated) if entry.updated else None,
        author=", ".join(author.name for author in entry.authors),
        url=entry.url,
        place=entry.place,
        agency=entry.agency,
        guid=entry.guid or entry.key,
        language=entry.language,
        changed=bool(article.revisions),
        see_also=entry.see_also,
    )


def bookmark_record(bookmark: Bookmark) -> BookmarkRecord:
    """*bookmark* as the index takes it in."""
    return BookmarkRecord(
        record(bookmark.article, 0), bookmark.source_title, bookmark.note, bookmark.tags, bookmark.kept_at
    )


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _shortened(text: str, limit: int) -> str:
    start = " ".join(text[: limit * 2].split())
    return start if len(start) <= limit and len(text) <= limit * 2 else start[: limit - 1].rstrip() + "…"
