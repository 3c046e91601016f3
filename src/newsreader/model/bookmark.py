"""What a person keeps."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.model.article import Article

__all__ = ["Bookmark"]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An article that its reader keeps, with its own copy of it: it outlives its source.

    Attributes:
        article: the copy.
        source_title: the source's title when it was kept.
        note: the reader's own words, or "".
        tags: the reader's own tags, sorted.
        kept_at: when it was bookmarked, milliseconds since 1970.
        changed_at: when it, its note or its tags last changed, milliseconds since 1970.
        removed: whether it was unbookmarked since; its note and tags wait here in case it comes back.
    """

    article: Article
    source_title: str
    note: str = ""
    tags: tuple[str, ...] = ()
    kept_at: int = 0
    changed_at: int = 0
    removed: bool = False
