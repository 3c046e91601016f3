"""What the library keeps: articles, their state, and the rows of a list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.model.entry import Entry

__all__ = ["Article", "ArticleRow", "ArticleState", "FullText", "RelatedArticle", "Revision"]


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


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """An article that belongs beside another, and why.

    Attributes:
        row: the article.
        score: likeness in [0, 1].
        why: shared terms, heaviest first, as words people read.
        hours: hours between the two.
        same_story: whether the two tell the same event.
        see_also: whether the other article's own page names it as a see-also headline.
        tellers: how many different ones tell its story: sources, or agencies and authors where one source holds many.
    """

    row: ArticleRow
    score: float
    why: tuple[str, ...] = field(default=())
    hours: float = 0.0
    same_story: bool = False
    see_also: bool = False
    tellers: int = 1
