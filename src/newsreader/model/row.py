"""The rows of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

__all__ = ["ArticleRow"]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A line of a list: an article without its text.

    Attributes:
        key: the index's own number for it; lives only as long as one index.
        id: the article's id.
        source_id: its source.
        source_title: that source's title.
        title: headline; where the entry had none, the start of its text.
        lead: first words of the text, one line of at most 300 characters.
        author: names joined by ", ".
        at: what lists sort by: the smaller of published and first seen; aware, UTC.
        read: whether it was read.
        bookmarked: whether it is bookmarked.
        changed: whether a newer text replaced an older one.
        url: http or https address, or None.
        place: from its dateline, or "".
        agency: from its dateline, or "".
        score: how well it answers a search; higher is better; 0 where nothing was searched.
        story: id of the story that it tells, or None where no other article that lists show tells it.
        tellings: how many articles that lists show tell that story, this one too; 1 where it is alone.
        others_unread: how many of the other ones are unread.
    """

    key: int
    id: str
    source_id: str
    source_title: str
    title: str
    lead: str
    author: str
    at: datetime
    read: bool = False
    bookmarked: bool = False
    changed: bool = False
    url: str | None = None
    place: str = ""
    agency: str = ""
    score: float = 0.0
    story: str | None = None
    tellings: int = 1
    others_unread: int = 0
