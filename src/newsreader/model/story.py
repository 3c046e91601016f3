"""Stories: articles of one event, and what people say about them by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsreader.model.row import ArticleRow

__all__ = ["HotStory", "Story", "StoryMark", "Telling"]


@dataclass(frozen=True, slots=True)
class StoryMark:
    """What a person said of two articles.

    Attributes:
        one: the id of one article, the smaller one.
        other: the id of the other.
        same: True: they tell the same story; False: they do not; None: nothing any more.
        at: when that was said, milliseconds since 1970.
    """

    one: str
    other: str
    same: bool | None
    at: int = 0

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of both, the smaller one first: what tells the mark from others."""
        return self.one, self.other


@dataclass(frozen=True, slots=True)
class Telling:
    """An article as a telling of a story.

    Attributes:
        row: the article.
        teller: who tells it: its source's title, or an agency or author where one source holds many.
        hours: hours after the first telling; 0 for the first.
        copy_of: id of the telling of which it is a near copy, such as of an agency's text; None for its own words.
        adds: words that none of the earlier tellings has, the weightiest first.
    """

    row: ArticleRow
    teller: str
    hours: float
    copy_of: str | None = None
    adds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell the same story.

    Attributes:
        id: 16 hexadecimal digits, stable while the story grows.
        keys: the index's numbers of its articles, oldest first.
    """

    id: str
    keys: Sequence[int]


@dataclass(frozen=True, slots=True)
class HotStory:
    """A story that many tell now.

    Attributes:
        id: the story's id.
        row: its newest telling.
        tellers: how many different ones told it in that time.
        tellings: how many tellings there were in that time.
        score: the sum of what its tellers weigh: one that tells everything weighs little. Higher is hotter.
        names: the tellers, by when each told it first.
    """

    id: str
    row: ArticleRow
    tellers: int
    tellings: int
    score: float
    names: tuple[str, ...] = field(default=())
