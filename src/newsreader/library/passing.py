"""Stories reckoned for one answer, of which the index keeps nothing."""

from __future__ import annotations

from newsreader.library.context import Context
from newsreader.library.grouping import Grouping
from newsreader.library.neighbourhood import Neighbourhood
from newsreader.model.query import ListQuery
from newsreader.model.story import Story
from newsreader.related.stories import linked

__all__ = ["stories_at_any_time"]


def stories_at_any_time(context: Context) -> list[Story]:
    """The stories that there would be if nearness in time counted for nothing, the one told last first.

    They are reckoned anew, a millisecond or two an article, and the same whatever the order in which articles came.
    """
    hood = Neighbourhood(context, for_stories=True)
    grouping = Grouping(context, hood, any_time=True)
    keys = list(context.index.rows.keys(ListQuery()))
    newest = {key: place for place, key in enumerate(keys)}
    alike: dict[tuple[int, int], float] = {}
    for key in keys:
        for other in grouping.near(key):
            pair = min(key, other), max(key, other)
            if other in newest and pair not in alike:
                alike[pair] = grouping.likeness(key, other)
        hood.tidy()
    marked = context.index.stories.marked
    groups = linked(alike, grouping.likeness, same=marked(keys, same=True), apart=marked(keys, same=False))
    for group in groups:
        group.sort(key=newest.__getitem__, reverse=True)
    groups.sort(key=lambda group: newest[group[-1]])
    ids = {row.key: row.id for row in context.index.rows.rows(group[0] for group in groups)}
    return [Story(ids[group[0]], group) for group in groups if group[0] in ids]
