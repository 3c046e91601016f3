"""A block of a page, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from newsreader.parse.plain.blocks import Block
from newsreader.parse.plain.bylines import Byline
from newsreader.parse.plain.calendar import Day
from newsreader.parse.plain.dateline import Dateline

__all__ = ["RUNNING", "Kind", "Piece"]


class Kind(Enum):
    """What a block is by itself."""

    PROSE = auto()
    """A paragraph beyond doubt: several sentences, or a long one."""
    SENTENCE = auto()
    """One short sentence."""
    HEADING = auto()
    """A short line that is no sentence."""
    ITEM = auto()
    """A line with a bullet or a number."""
    LABEL = auto()
    """A label over, or before, headlines of other articles."""
    BYLINE = auto()
    STAMP = auto()
    """Little more than a day and a time."""
    CAPTION = auto()
    SLUG = auto()
    NOTICE = auto()
    FURNITURE = auto()
    """Buttons, advertisements, addresses."""
    RIGHTS = auto()
    TAGS = auto()
    """What the article above is filed under."""
    MENU = auto()
    DIVIDER = auto()


RUNNING = (Kind.PROSE, Kind.SENTENCE)
"""What texts are made of."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block and what it is.

    Attributes:
        block: the block.
        kind: what it is by itself.
        dateline: that it may begin with, however light.
        byline: for `BYLINE`.
        day: for `STAMP`.
        rest: for `LABEL`, what follows on its line.
    """

    block: Block
    kind: Kind
    dateline: Dateline | None = None
    byline: Byline | None = None
    day: Day | None = None
    rest: str = ""

    @property
    def text(self) -> str:
        """The block's text."""
        return self.block.text
