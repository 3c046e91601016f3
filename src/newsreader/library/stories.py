"""Stories: which there are, how each was told, which are hot, and what a person says about them by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import product

from newsreader.library.articles import unknown
from newsreader.library.changes import commit
from newsreader.library.context import Context
from newsreader.library.telling import added_words, names_of_tellers, teller_of
from newsreader.model.change import Step, StoryChange
from newsreader.model.story import HotStory, Story, StoryMark, Telling
from newsreader.related.hot import heat
from newsreader.store.stories import read_story_marks

__all__ = ["copies", "hot", "not_this_story", "same_story", "stories", "tellings", "told_with"]


def stories(context: Context) -> list[Story]:
    """Every story of two tellings or more, the one told last first."""
    return [Story(story_id, keys) for story_id, keys in context.index.stories.all()]


def tellings(context: Context, story_id: str) -> list[Telling]:
    """The tellings of one story that lists show, oldest first: who was first, and what each added.

    Empty where there is no such story.
    """
    found = context.index.stories.tellings(story_id)
    rows = {row.key: row for row in context.index.rows.rows([each.key for each in found])}
    names = names_of_tellers(context, found)
    added = added_words(context, [rows[each.key] for each in found if each.key in rows])
    first = found[0].at_ms if found else 0
    return [
        Telling(
            rows[each.key],
            names[teller_of(each)],
            round((each.at_ms - first) / 3_600_000, 1),
            each.copy_of,
            added.get(each.key, ()),
        )
        for each in found
        if each.key in rows
    ]


def told_with(context: Context, keys: Sequence[int]) -> list[int]:
    """The keys of all articles that tell the stories of these, themselves too; what tells none is left out."""
    numbers = set(context.index.stories.of(keys).values())
    return [key for members in context.index.stories.members(numbers).values() for key in members]


def copies(context: Context, article_id: str) -> list[str]:
    """The ids of the articles that have the same agency's text as this one, itself too, oldest first."""
    row = context.index.rows.row(article_id)
    if row is None or row.story is None:
        return [article_id]
    found = context.index.stories.tellings(row.story)
    ids = {each.key: each.id for each in context.index.rows.rows(each.key for each in found)}
    texts = {ids[each.key]: each.copy_of or ids[each.key] for each in found if each.key in ids}
    own = texts.get(article_id, article_id)
    return [each for each, text in texts.items() if text == own or each == article_id]


def hot(context: Context, *, hours: float = 24, limit: int = 20) -> list[HotStory]:
    """The stories that most tell now, hottest first; those of one teller are none.

    Args:
        context: the library.
        hours: how long ago a telling may be to count.
        limit: most stories.
    """
    since = context.clock() - timedelta(hours=hours)
    told: dict[str, dict[tuple[object, ...], bool]] = defaultdict(dict)
    newest: dict[str, tuple[int, int]] = {}
    counts: dict[str, int] = defaultdict(int)
    found = sorted(
        context.index.stories.told_since(int(since.timestamp() * 1000)), key=lambda one: (one.at_ms, one.key)
    )
    for each in found:
        teller = teller_of(each)
        told[each.story][teller] = told[each.story].get(teller, False) or each.copy_of is None
        newest[each.story] = each.at_ms, each.key
        counts[each.story] += 1
    names = names_of_tellers(context, found)
    ranked = heat(told)[:limit]
    rows = {row.key: row for row in context.index.rows.rows(newest[story][1] for story, _ in ranked)}
    return [
        HotStory(
            story,
            rows[newest[story][1]],
            len(told[story]),
            counts[story],
            round(score, 4),
            tuple(names[teller] for teller in told[story]),
        )
        for story, score in ranked
        if newest[story][1] in rows
    ]


def not_this_story(context: Context, article_id: str) -> Step | None:
    """Say that an article does not belong to the story that it is in; remembered for all its tellings of now.

    Returns:
        The step that undo takes back; None where it is in no story.

    Raises:
        UnknownArticleError: there is no such article.
        StoreError: it could not be saved.
    """

    def plan() -> list[StoryChange]:
        own, others = _own_and_others(context, article_id)
        return _changes(context, product([own], others), same=False)

    return commit(context, "take an article out of its story", plan)


def same_story(context: Context, article_ids: Sequence[str]) -> Step | None:
    """Say that articles tell one story: those that they are in become one.

    Returns:
        The step that undo takes back; None where that is said already.

    Raises:
        UnknownArticleError: there is no such article.
        StoreError: it could not be saved.
    """

    def plan() -> list[StoryChange]:
        first, *others = dict.fromkeys(article_ids)
        wholes = {each: {each, *_own_and_others(context, each)[1]} for each in (first, *others)}
        said = _changes(context, [(first, other) for other in others], same=True)
        marks = read_story_marks(context.layout)
        pairs = {
            pair
            for other in others
            for pair in map(_pair, *zip(*product(wholes[first], wholes[other]), strict=True))
        }
        # What was said against it gives way, or the two would stay apart.
        against = [pair for pair in pairs if pair in marks and marks[pair].same is False]
        withdrawn = [pair for pair in against if pair not in {change.after.pair for change in said}]
        return [*said, *(StoryChange(marks[pair], StoryMark(*pair, None)) for pair in sorted(withdrawn))]

    return commit(context, f"make one story of {len(article_ids)} articles", plan)


def _own_and_others(context: Context, article_id: str) -> tuple[str, list[str]]:
    """The id, and those of the other articles of its story."""
    rows = context.index.rows
    key = rows.keys_of([article_id]).get(article_id)
    if key is None:
        raise unknown(article_id)
    number = context.index.stories.of([key]).get(key)
    members = context.index.stories.members([number]).get(number, []) if number is not None else []
    return article_id, [row.id for row in rows.rows(members) if row.key != key]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _changes(context: Context, pairs: Iterable[tuple[str, str]], *, same: bool) -> list[StoryChange]:
    marks: Mapping[tuple[str, str], StoryMark] = read_story_marks(context.layout)
    wanted = {_pair(*pair) for pair in pairs}
    return [
        StoryChange(marks.get(pair), StoryMark(*pair, same))
        for pair in sorted(wanted)
        if pair not in marks or marks[pair].same is not same
    ]
