"""Giving articles their stories: each new one joins, begins or bridges some; what people said by hand comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsreader.index.vectors import StoredVector
from newsreader.library.context import Context
from newsreader.library.neighbourhood import Neighbourhood, Standpoint
from newsreader.related.copies import is_copy
from newsreader.related.similar import NEIGHBOURS, SHORT, cosine, nearness
from newsreader.related.stories import average, joined, misfit

__all__ = ["Grouping", "remark"]

_HOUR_MS = 3_600_000
_CANDIDATES = 12
# Less than this in common before any expansion makes no story after it.
_LEAST = 0.1
# Two articles of one story have that much in common at least, expanded; less where there are but a few words to go by.
_STOP = 0.55
_STOP_SHORT = 0.42
# What was put into a story stays there until another is clearly more like it.
_STAYING = 0.8
_PERHAPS_COPY = 0.6
_STANDPOINTS = 500  # of some 20 KB each


class Grouping:
    """Puts articles into stories; called inside a batch.

    Args:
        context: the library.
        hood: what likeness is read from.
        any_time: whether nearness in time counts for nothing.
    """

    def __init__(self, context: Context, hood: Neighbourhood, *, any_time: bool = False) -> None:
        self._context = context
        self._stories = context.index.stories
        self._hood = hood
        self._any_time = any_time
        self._standpoints: dict[int, Standpoint] = {}

    def place(self, key: int) -> None:
        """Give one article its story; if it has one already, it stays unless another is clearly liker."""
        own = self._hood.get(key)
        if own is None:
            return
        groups, numbers = self._around([key], [key])
        found = self._joined(groups)
        old = self._stories.of([key]).get(key)
        place = numbers.index(old) if old is not None and old in numbers else 0
        if place not in found and self._stays(key, groups[place], groups[found[1]] if found[1:] else ()):
            return
        self._put(groups, numbers, found)
        self._look_for_copy(key, [each for place in found for each in groups[place]])

    def unsettled(self, keys: Iterable[int]) -> list[int]:
        """Those of articles that tell a story, and have others among their nearest than its tellings.

        What comes first is moved towards what is like it by chance; its like may come after it.
        """
        near = {key: found.near.keys[:NEIGHBOURS] for key in keys if (found := self._hood.get(key))}
        stories = self._stories.of({*near, *(each for nearest in near.values() for each in nearest)})
        return [
            key
            for key, nearest in near.items()
            if key in stories and any(stories.get(each) != stories[key] for each in nearest)
        ]

    def merge(self, key: int) -> None:
        """Join the whole story of an article with what was said to be the same."""
        number = self._stories.of([key]).get(key)
        whole = self._stories.members([number])[number] if number is not None else [key]
        groups, numbers = self._around(whole, [key], number)
        self._put(groups, numbers, self._joined(groups))

    def rebuild(self, number: int) -> None:
        """Put the articles of a story into stories anew."""
        keys = self._stories.members([number]).get(number, [])
        self._assign(keys, None)
        for key in keys:
            self.place(key)

    def part(self, number: int) -> None:
        """Take out of a story those that somebody set apart from others of it."""
        group = self._stories.members([number]).get(number, [])
        apart = self._stories.marked(group, same=False)
        while (out := misfit(group, apart)) is not None:
            group.remove(out)
            self._assign([out], None)
            self.place(out)

    def likeness(self, one: int, other: int) -> float:
        """Of two articles; 1 or more says that they tell the same story."""
        mine, yours = self._hood.get(one), self._hood.get(other)
        if mine is None or yours is None:
            return 0.0
        shortest = min(len(mine.weights), len(yours.weights))
        stop = _STOP if shortest >= SHORT else _STOP_SHORT
        if other in self._standpoints:
            one, other = other, one
        likeness = self._from(one).likeness(other) / stop
        if self._any_time:
            return likeness
        hours = (mine.at_ms - yours.at_ms) / _HOUR_MS
        return likeness * nearness(hours, lasting=0.0)

    def _from(self, key: int) -> Standpoint:
        if key not in self._standpoints:
            if len(self._standpoints) >= _STANDPOINTS:
                self._standpoints.clear()
            self._standpoints[key] = Standpoint(self._hood, self._hood.spread(key))
        return self._standpoints[key]

    def _around(
        self, first: list[int], keys: Sequence[int], own: int | None = None
    ) -> tuple[list[Sequence[int]], list[int | None]]:
        """*first* and the groups that may be of its story, with their numbers, None for a lone article."""
        same = {other for one, other in self._stories.marked(first, same=True) if one in first}
        found = dict.fromkeys([*same, *(each for key in keys for each in self.near(key))])
        numbers = self._stories.of([*found, *first])
        old = {numbers[key] for key in first if key in numbers} - {own}
        members = self._stories.members(({*numbers.values()} | old) - {own})
        groups: dict[object, tuple[Sequence[int], int | None]] = {}
        for number in (*old, *(numbers.get(each, -each) for each in found if each not in first)):
            group = (
                [-number] if number < 0 else [each for each in members.get(number, ()) if each not in first]
            )
            if group and number != own:
                groups[number] = group, number if number >= 0 else None
        return [first, *(group for group, _ in groups.values())], [own, *(n for _, n in groups.values())]

    def near(self, key: int) -> list[int]:
        """The articles that may tell the story of one: its nearest, and those of them that are like it."""
        own = self._hood.get(key)
        if own is None:
            return []
        alike = zip(own.near.keys, own.near.likeness, strict=True)
        keys = [other for other, like in alike if like >= _LEAST]
        self._hood.load(keys)
        near = {other: each for other in keys if (each := self._hood.get(other)) and self._in_time(own, each)}
        candidates = dict.fromkeys(near)
        nearest = (other for each in near.values() for other in each.near.keys)
        further = [other for other in dict.fromkeys(nearest) if other not in near and other != key]
        further = further[: _CANDIDATES - len(near)]
        self._hood.load(further)
        for other in further:
            each = self._hood.get(other)
            if each is not None and self._in_time(own, each) and self._from(key).plain(other) >= _LEAST:
                candidates[other] = None
        return list(candidates)

    def _in_time(self, one: StoredVector, other: StoredVector) -> bool:
        """Whether two articles are not so far apart that nothing makes a story of them."""
        hours = (one.at_ms - other.at_ms) / _HOUR_MS
        return self._any_time or nearness(hours, lasting=0.0) >= _STOP_SHORT

    def _joined(self, groups: Sequence[Sequence[int]]) -> list[int]:
        known: dict[tuple[int, int], float] = {}
        everyone = [key for group in groups for key in group]
        self._hood.load_around(everyone)

        def likeness(one: int, other: int) -> float:
            pair = (one, other) if one < other else (other, one)
            if pair not in known:
                known[pair] = self.likeness(*pair)
            return known[pair]

        marked = self._stories.marked
        return joined(groups, likeness, same=marked(everyone, same=True), apart=marked(everyone, same=False))

    def _stays(self, key: int, group: Sequence[int], other: Sequence[int]) -> bool:
        """Whether an article is still like its story, and not clearly less so than another."""
        apart = self._stories.marked([key], same=False)
        if any((key, each) in apart for each in group):
            return False
        elsewhere = average([key], other, self.likeness) if other else 0.0
        return average([key], group, self.likeness) >= max(1.0, _STAYING * elsewhere)

    def _put(
        self, groups: Sequence[Sequence[int]], numbers: Sequence[int | None], found: Sequence[int]
    ) -> None:
        """Make the groups at the places *found* one story: the largest of them goes on, or one begins."""
        story = [key for place in found for key in groups[place]]
        known = [(len(groups[place]), -number) for place in found if (number := numbers[place]) is not None]
        if known:
            self._assign(story, -max(known)[1])
        elif len(story) > 1:
            self._assign(story, self._number(story))
        else:
            self._assign(story, None)

    def _number(self, story: Sequence[int]) -> int:
        """That of the story that the first of these articles begins; who began one that goes on begins no other."""
        for key in sorted(story, key=self._age):
            number = self._stories.number(key)
            if set(self._stories.members([number]).get(number, ())) <= set(story):
                break
        return number

    def _age(self, key: int) -> tuple[int, int]:
        found = self._hood.get(key)
        return (found.at_ms if found else 0), key

    def _assign(self, keys: Iterable[int], number: int | None) -> None:
        self._stories.assign(keys, number)

    def _look_for_copy(self, key: int, story: Sequence[int]) -> None:
        """Find the earliest telling of which the article is a copy, and those that are copies of it."""
        own = self._hood.get(key)
        alike = [
            each
            for each in sorted(story, key=self._age)
            if own is not None
            and each != key
            and (other := self._hood.get(each)) is not None
            and cosine(own, other) >= _PERHAPS_COPY
        ]
        texts = self._context.index.rows.texts([key, *alike]) if alike else {}
        same = [each for each in alike if is_copy(texts.get(key, ""), texts.get(each, ""))]
        first = min([key, *same], key=self._age)
        for each in {key, *same}:
            self._stories.set_copy(each, None if each == first else first)


def remark(context: Context, news: Iterable[tuple[int, int, bool | None]]) -> None:
    """Make stories follow what people said of pairs of articles; within a batch."""
    grouping = Grouping(context, Neighbourhood(context, for_stories=True))
    stories = context.index.stories
    touched: set[int] = set()
    for one, other, same in news:
        of = stories.of([one, other])
        touched |= {one, other}
        if same:
            grouping.merge(one)
        elif same is None and one in of and of[one] == of.get(other):
            grouping.rebuild(of[one])
        elif same is None:
            for key in {one, other} - of.keys():
                grouping.place(key)
    for number in set(stories.of(touched).values()):
        grouping.part(number)
