"""What the library hands to the index: articles and bookmarks without what no list or search asks for."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ArticleRecord", "BookmarkRecord"]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article as the index takes it in.

    Attributes:
        id: the article's id.
        source_id: its source.
        chunk: number of the library file of that source that holds it.
        title: headline; where the entry had none, the start of its text.
        text: plain text, paragraphs parted by one empty line; what is searched beside the title.
        lead: first words of the text, one line. Costs no space where it is a beginning of *text* with
            its blanks and line breaks made one blank each, or such a beginning and "…".
        at_ms: what lists sort by, milliseconds since 1970: the smaller of published and first seen.
        first_seen_ms: milliseconds since 1970.
        published_ms: milliseconds since 1970, or None.
        updated_ms: milliseconds since 1970, or None.
        author: names joined by ", ".
        url: http or https address, or None.
        place: from its dateline, or "".
        agency: from its dateline, or "".
        guid: the id that the source gave, or "".
        language: a BCP 47 tag, or "".
        changed: whether a newer text replaced an older one.
        see_also: headlines that stood under it on its page.
    """

    id: str
    source_id: str
    chunk: int
    title: str
    text: str
    lead: str
    at_ms: int
    first_seen_ms: int
    published_ms: int | None = None
    updated_ms: int | None = None
    author: str = ""
    url: str | None = None
    place: str = ""
    agency: str = ""
    guid: str = ""
    language: str = ""
    changed: bool = False
    see_also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BookmarkRecord:
    """A bookmark as the index takes it in.

    Attributes:
        record: the bookmark's own copy of the article; shown where no source has the article any more.
        source_title: its source's title when it was kept.
        note: the reader's own words, or "".
        tags: the reader's own tags.
        kept_at_ms: when it was bookmarked, milliseconds since 1970.
    """

    record: ArticleRecord
    source_title: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    kept_at_ms: int = 0
