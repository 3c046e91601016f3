"""What TEXT is to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.model.article import Article, ArticleRow

if TYPE_CHECKING:
    from newsreader.library.revisions import TextChange
    from newsreader.model.bookmark import Bookmark

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What TEXT shows.

    Attributes:
        article: the article.
        row: its row.
        bookmark: its bookmark, where it has one.
        place: which telling of its story it is, from 1, and how many there are; None where it tells none.
        changes: what changed in it, newest first, shown in place of its text; None for the text.
    """

    article: Article
    row: ArticleRow
    bookmark: Bookmark | None = None
    changes: tuple[TextChange, ...] | None = None
    place: tuple[int, int] | None = None
