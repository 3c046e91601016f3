"""What people said about stories by hand: stories.json."""

from __future__ import annotations

from collections.abc import Iterable

from newsreader.model.codec_stories import story_mark_from_json, story_mark_to_json
from newsreader.model.story import StoryMark
from newsreader.store.layout import Layout
from newsreader.store.tables import damaged, documents

__all__ = ["later", "put_story_marks", "read_story_marks"]


def read_story_marks(layout: Layout) -> dict[tuple[str, str], StoryMark]:
    """Everything said of two articles, by their ids; of two documents about the same two the later counts.

    Raises:
        DamagedFileError: the file is not what this program writes.
        StoreError: it could not be read.
    """
    found: dict[tuple[str, str], StoryMark] = {}
    try:
        for document in documents(layout.stories, "marks"):
            mark = story_mark_from_json(document)
            known = found.get(mark.pair)
            found[mark.pair] = later(known, mark) if known else mark
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(layout.stories, "a mark in it is not one") from error
    return found


def later(one: StoryMark, other: StoryMark) -> StoryMark:
    """What was said last of the same two; of two with one time, what says more, so that the order does not matter."""
    return max(one, other, key=lambda mark: (mark.at, _weight(mark)))


def _weight(mark: StoryMark) -> int:
    return {None: 0, True: 1, False: 2}[mark.same]


def put_story_marks(layout: Layout, marks: Iterable[StoryMark]) -> None:
    """Put these into stories.json, each in place of the one about the same two articles. Hold the lock.

    Raises:
        DamagedFileError: the file is there and is not what this program writes.
        StoreError: it could not be written; the old marks are there.
    """
    from newsreader.store.storage import change, put

    with change(layout.stories, "marks") as database:
        put(database.table("marks"), [story_mark_to_json(mark) for mark in marks])
