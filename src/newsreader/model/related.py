"""What belongs beside an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.model.row import ArticleRow

__all__ = ["RelatedArticle"]


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
