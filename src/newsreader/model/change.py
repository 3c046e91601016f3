"""What was done to the library, in a form that can be finished, undone and redone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from newsreader.model.bookmark import Bookmark
from newsreader.model.source import Source
from newsreader.model.story import StoryMark

__all__ = [
    "BookmarkChange",
    "Change",
    "Deletion",
    "Mark",
    "Operation",
    "SettingChange",
    "SourceChange",
    "Step",
    "StoryChange",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """Sets one field of the state of many articles; all of them had the other value before.

    Attributes:
        field: `read` or `hidden`.
        value: what it becomes.
        ids: article ids, by source id and number of the chunk that holds them.
    """

    field: Literal["read", "hidden"]
    value: bool
    ids: dict[str, dict[int, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class BookmarkChange:
    """One bookmark before and after; None where there was none."""

    before: Bookmark | None
    after: Bookmark | None


@dataclass(frozen=True, slots=True)
class SourceChange:
    """One source before and after; None where there was none.

    Without an after its articles go to the trash, with how it fares.
    """

    before: Source | None
    after: Source | None


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One choice for the whole library before and after, plain JSON; None where there was none.

    Attributes:
        id: the setting's name.
    """

    id: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Deletion:
    """Moves articles to the trash, and remembers that they are not to come back as new.

    Attributes:
        ids: article ids, by source id and number of the chunk that held them.
    """

    ids: dict[str, dict[int, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class StoryChange:
    """What a person said of two articles, before and after; None where nobody had said anything."""

    before: StoryMark | None
    after: StoryMark


Operation = Mark | BookmarkChange | SourceChange | SettingChange | Deletion | StoryChange


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a person did.

    Attributes:
        title: in words for the status line and the history, such as `mark 3 articles read`.
        operations: in the order in which they are applied.
    """

    title: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A change in the history.

    Attributes:
        number: milliseconds since 1970, greater than every earlier step's: both its name and its time.
        change: what was done.
        undone: whether it was taken back.
        open: whether the library's files may not all show it yet.
        touched: number of the last do, undo or redo of it: the time that its marks carry.
        was: the number that it had on the machine where it was made; 0 where it is still the same.
    """

    number: int
    change: Change
    undone: bool = False
    open: bool = False
    touched: int = 0
    was: int = 0
