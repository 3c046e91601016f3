"""What TEXT is to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.library.revisions import TextChange
    from newsreader.model.article import Article
    from newsreader.model.bookmark import Bookmark
    from newsreader.model.row import ArticleRow
    from newsreader.text.render import Line

__all__ = ["Reading", "Ready"]


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


@dataclass(frozen=True, slots=True)
class Ready:
    """What TEXT can show at once.

    Attributes:
        reading: what it is.
        width: how many columns wide its lines are at most.
        lines: the lines.
    """

    reading: Reading
    width: int
    lines: tuple[Line, ...]
