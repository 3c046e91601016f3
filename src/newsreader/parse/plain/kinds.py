"""What each block of a page is, as far as it tells by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from newsreader.parse.plain.blocks import Block
from newsreader.parse.plain.bylines import Byline, byline_of, signed_stamp
from newsreader.parse.plain.calendar import Day
from newsreader.parse.plain.dateline import Dateline
from newsreader.parse.plain.furniture import (
    is_caption,
    is_divider,
    is_furniture,
    is_menu,
    is_notice,
    is_rights,
    is_slug,
    is_tags,
    label_of,
    stamp_of,
)
from newsreader.parse.plain.lines import ends_sentence, width
from newsreader.parse.plain.names import is_person

__all__ = ["Kind", "Piece", "pieces_of"]

# Nothing but a paragraph is longer.
_LONGEST_OTHER = 420
_PROSE = 110
_TWO_SENTENCES = 80
_FEW = 5
_BRACKETED = re.compile(r"[(\[（【][^()]{2,120}[)\]）】]\.?")
_SENTENCES = re.compile(r"[.!?…][\"'”’»)]*\s+[\"'“‘«(]*[^\W\d_a-zà-öø-ÿ]|[。！？।؟](?=.)")
_LONG_WITHOUT_END = 160
_SIGNED = re.compile(r"\s*[(（][^()（）]{1,20}[)）]\.?\Z")
# A point after these ends no sentence.
_SHORTENED = re.compile(r"\b(?:[^\W\d_]{1,3}\.)+\s")


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


def pieces_of(blocks: Iterable[Block], datelines: Callable[[str], Dateline | None]) -> list[Piece]:
    """Say of each block what it is. What stands word for word under several texts is furniture, whatever it says."""
    pieces = [_piece(block, datelines) for block in blocks]
    seen: dict[str, set[str]] = {}
    for before, piece in pairwise(pieces):
        if piece.kind in (Kind.PROSE, Kind.SENTENCE) and piece.dateline is None:
            seen.setdefault(piece.text, set()).add(before.text)
    repeated = {text for text, before in seen.items() if len(before) > 1}
    pieces = [
        replace(piece, kind=Kind.FURNITURE) if piece.text in repeated and piece.dateline is None else piece
        for piece in pieces
    ]
    for at, piece in enumerate(pieces):
        above = pieces[at - 1] if at else None
        below = pieces[at + 1] if at + 1 < len(pieces) else None
        pieces[at] = _beside(piece, above, below)
    return pieces


def _beside(piece: Piece, before: Piece | None, after: Piece | None) -> Piece:
    """What a short line is by the lines right above and below it."""
    above = before if before is not None and piece.block.tied else None
    below = after if after is not None and after.block.tied else None
    rows = (Kind.HEADING, Kind.ITEM)
    if (
        piece.kind is Kind.MENU
        and piece.block.columns > 1
        and any(each and each.kind in rows for each in (above, below))
    ):
        return replace(piece, kind=Kind.HEADING)  # the head of a table, or one of its rows
    if piece.kind is not Kind.HEADING:
        return piece
    headed = before is not None and before.kind in (Kind.HEADING, Kind.SENTENCE)
    if headed and after is not None and after.kind is Kind.STAMP and (names := signed_stamp(piece.text)):
        return replace(piece, kind=Kind.BYLINE, byline=Byline(names))
    words = piece.text.split()
    if words[0][0].isdigit() and 1 < len(words) < _FEW and not piece.block.marker:
        return replace(piece, kind=Kind.FURNITURE)  # "3 min to read", "27 comments", "4 hours ago"
    if above is not None and above.kind is Kind.BYLINE and len(words) <= _FEW:
        return replace(piece, kind=Kind.SLUG)
    furnished = above is not None and above.kind in (Kind.FURNITURE, Kind.TAGS)
    if above is not None and furnished and not above.text[0].isdigit() and len(words) <= 2 * _FEW:
        return replace(piece, kind=above.kind)
    return piece


def _piece(block: Block, datelines: Callable[[str], Dateline | None]) -> Piece:
    dateline = datelines(block.text)
    # Stamps and menus have the same signs between their parts.
    if (
        dateline
        and dateline.body
        and (is_menu(block.text, block.columns) or stamp_of(block.text) or is_slug(block.text))
    ):
        dateline = None
    if len(block.text) > _LONGEST_OTHER:
        return Piece(block, Kind.PROSE, dateline)
    if is_divider(block.text):
        return Piece(block, Kind.DIVIDER)
    return _told_by_words(block, dateline) or Piece(block, _told_by_shape(block), dateline)


def _told_by_words(block: Block, dateline: Dateline | None) -> Piece | None:
    """What a line says of itself."""
    text = block.text
    if label := label_of(text):
        return Piece(block, Kind.LABEL, dateline, rest=label[1])
    if byline := byline_of(text):
        return Piece(block, Kind.BYLINE, dateline, byline=byline)
    if day := stamp_of(text):
        return Piece(block, Kind.STAMP, dateline, day=day)
    if "@" in text and len(text.split()) <= _FEW and (names := signed_stamp(text)):
        return Piece(block, Kind.BYLINE, None, byline=Byline(names))
    name, stroke, rest = text.partition("|")
    if stroke and is_person(name.strip()) and (day := stamp_of(rest)):
        return Piece(block, Kind.BYLINE, None, byline=Byline((name.strip(),)), day=day)
    return None


def _told_by_shape(block: Block) -> Kind:
    text = block.text
    tests = (
        (Kind.TAGS, is_tags(text)),
        (Kind.RIGHTS, is_rights(text)),
        (Kind.FURNITURE, is_furniture(text)),
        (Kind.ITEM, _is_item(block)),
        (Kind.MENU, is_menu(text, block.columns)),
        (
            Kind.SLUG,
            is_slug(text) or (_BRACKETED.fullmatch(text) is not None and not ends_sentence(text[:-1])),
        ),
        (Kind.NOTICE, is_notice(text)),
        (Kind.CAPTION, is_caption(text)),
    )
    return next((kind for kind, is_so in tests if is_so), _running(text))


def _is_item(block: Block) -> bool:
    """Whether a line is an item of a list; a sentence after a dash is somebody speaking."""
    dash = block.marker.strip() in ("-", "–", "—", "―")
    return bool(block.marker and block.content) and not (dash and ends_sentence(block.text))


def _running(text: str) -> Kind:
    """Prose, a sentence or a heading."""
    if not (ends_sentence(text) or ends_sentence(_SIGNED.sub("", text))):
        if width(text) > _LONG_WITHOUT_END:
            return Kind.PROSE
        if not _has_sentences(text):
            return Kind.HEADING
        return Kind.PROSE if width(text) > _TWO_SENTENCES else Kind.SENTENCE
    return Kind.PROSE if width(text) >= _PROSE or _has_sentences(text) else Kind.SENTENCE


def _has_sentences(text: str) -> bool:
    return _SENTENCES.search(_SHORTENED.sub(" ", text)) is not None
