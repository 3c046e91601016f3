"""Stories reckoned for one answer, of which the index keeps nothing."""

from __future__ import annotations

from collections.abc import Iterable

from newsreader.index.stories import StoryTable
from newsreader.library.context import Context
from newsreader.library.grouping import Grouping
from newsreader.library.neighbourhood import Neighbourhood
from newsreader.model.query import ListQuery
from newsreader.model.story import Story

__all__ = ["stories_at_any_time"]


def stories_at_any_time(context: Context) -> list[Story]:
    """The stories that there would be if nearness in time counted for nothing, the one told last first.

    They are reckoned anew, a millisecond or two an article.
    """
    passing = _Passing(context.index.stories)
    grouping = Grouping(context, Neighbourhood(context, for_stories=True), stories=passing)
    keys = list(context.index.rows.keys(ListQuery()))
    for key in reversed(keys):
        grouping.place(key)
    newest = {key: place for place, key in enumerate(keys)}
    groups = [group for group in passing.groups() if len(group) > 1]
    groups.sort(key=lambda group: min(newest.get(key, 0) for key in group))
    ids = {row.key: row.id for row in context.index.rows.rows(group[0] for group in groups)}
    return [Story(ids[group[0]], group) for group in groups if group[0] in ids]


class _Passing:
    """Does what `index.StoryTable` does, in memory; only what people said is the index's."""

    def __init__(self, kept: StoryTable) -> None:
        self._kept = kept
        self._of: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}

    def groups(self) -> list[list[int]]:
        return list(self._members.values())

    def of(self, keys: Iterable[int]) -> dict[int, int]:
        return {key: self._of[key] for key in keys if key in self._of}

    def members(self, numbers: Iterable[int]) -> dict[int, list[int]]:
        return {number: list(self._members[number]) for number in numbers if number in self._members}

    def number(self, key: int) -> int:
        return key

    def assign(self, keys: Iterable[int], number: int | None) -> None:
        for key in keys:
            if (old := self._of.pop(key, None)) is not None:
                self._members[old].remove(key)
            if number is not None:
                self._of[key] = number
                self._members.setdefault(number, []).append(key)

    def set_copy(self, key: int, of: int | None) -> None:
        pass

    def marked(self, keys: Iterable[int], same: bool) -> set[tuple[int, int]]:
        return self._kept.marked(keys, same)
