"""What a list is asked for, and how many there are of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Counts", "ListQuery", "Order", "SavedSearch"]

Order = Literal["date", "day", "source", "story"]
"""The order of a list; see `ListQuery.order`."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which articles a list shows; every condition that is given must hold.

    Attributes:
        text: words and fields of the query language, or "" for no such condition.
        source_id: articles of this source alone, or None.
        folder: articles of the sources in this folder and in those inside it (`News/Local` is inside `News`), or
            None; "" means the sources in no folder.
        unread: unread articles alone.
        bookmarked: bookmarked articles alone; those whose source is gone are shown only so.
        folded: one row for each story: the newest of its tellings that the other conditions leave.
        order: `date`, newest first; `day`, so but within a day by the priority of sources; `source`, by the titles of
            sources; `story`, by how many articles of the list tell the same. Newest first among equals.
        typing: whether the last word of *text* is still being written, and stands for all words that begin so.
    """

    text: str = ""
    source_id: str | None = None
    folder: str | None = None
    unread: bool = False
    bookmarked: bool = False
    folded: bool = False
    typing: bool = False
    order: Order = "date"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that was saved, to stand beside sources.

    Attributes:
        name: what it is called; no two have one name.
        query: what it asks for; its words are not empty.
    """

    name: str
    query: ListQuery


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles lists would show.

    Attributes:
        articles: all that are in lists: not hidden, and their source is there.
        unread: how many of those are unread.
        bookmarks: bookmarked articles, those whose source is gone too.
        by_source: source id to its (articles, unread); every source, those without articles too.
    """

    articles: int = 0
    unread: int = 0
    bookmarks: int = 0
    by_source: Mapping[str, tuple[int, int]] = field(default_factory=dict)
