"""What the library keeps: articles and their state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.model.entry import Entry

__all__ = ["Article", "ArticleState", "FullText", "Revision"]


@dataclass(frozen=True, slots=True)
class FullText:
    """The text of an article's own web page, beside the one that its source gave.

    Attributes:
        at: when the page was fetched; aware, UTC.
        html: sanitised HTML; "" where the page had no more text.
        problem: why there is no more, one line; "" where there is.
        hidden: whether the source's own text is shown all the same.
    """

    at: datetime
    html: str = ""
    problem: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """An older text of an article.

    Attributes:
        entry: the entry as it was.
        until: when a newer text replaced it; aware, UTC.
        full: the text of its page as it was, or None.
    """

    entry: Entry
    until: datetime
    full: FullText | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An entry that the library keeps.

    Attributes:
        id: 16 hexadecimal digits, stable for ever.
        source_id: the source it came from.
        entry: its newest text.
        first_seen: when it was stored first; aware, UTC.
        revisions: older texts, oldest first.
        full: the text of its page; None where that was never fetched.
    """

    id: str
    source_id: str
    entry: Entry
    first_seen: datetime
    revisions: tuple[Revision, ...] = ()
    full: FullText | None = None

    @property
    def shown(self) -> Entry:
        """The entry as it is read: with the text of its page, where there is one that is not hidden."""
        if self.full is None or self.full.hidden or not self.full.html:
            return self.entry
        return replace(self.entry, html=self.full.html, text="", words="")


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What its reader did to an article. A mark without a time was never made.

    Attributes:
        read: whether it was read.
        read_at: when that mark was last set either way, milliseconds since 1970; 0 for never.
        hidden: whether it is kept out of lists.
        hidden_at: as `read_at`, for `hidden`.
    """

    read: bool = False
    read_at: int = 0
    hidden: bool = False
    hidden_at: int = 0
