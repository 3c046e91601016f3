"""What each block of a page is, as far as it tells by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from newsreader.parse.plain.blocks import Block
from newsreader.parse.plain.bylines import Byline, byline_of, dated_byline, signature_of, signed_stamp
from newsreader.parse.plain.calendar import Day, find_day, without_time
from newsreader.parse.plain.dateline import STRONG, Dateline
from newsreader.parse.plain.furniture import (
    is_caption,
    is_divider,
    is_furniture,
    is_menu,
    is_notice,
    is_rights,
    is_slug,
    stamp_of,
)
from newsreader.parse.plain.labels import is_tags, label_of
from newsreader.parse.plain.lines import ends_sentence, width
from newsreader.parse.plain.signoffs import is_signoff, without_signoff

__all__ = ["Kind", "Piece", "pieces_of"]

# Nothing but a paragraph is longer.
_LONGEST_OTHER = 420
_PROSE = 110
_LONGEST_DATED = 110
_TWO_SENTENCES = 80
_FEW, _NARROW = 5, 20
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


_TITLES = (Kind.HEADING, Kind.SENTENCE)
_NAME_ROLE_STAMP = (Kind.HEADING, Kind.HEADING, Kind.STAMP)


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
    headed = False
    for at, piece in enumerate(pieces):
        above = pieces[at - 1] if at else None
        below = pieces[at + 1] if at + 1 < len(pieces) else None
        pieces[at] = _beside(piece, above, below, headed=headed)
        if headed and above and above.kind in _TITLES and _names_and_role(pieces[at : at + 3]):
            pieces[at] = replace(piece, kind=Kind.BYLINE, byline=Byline(signature_of(piece.text)))
        headed = piece.kind in (Kind.HEADING, Kind.SENTENCE) or (headed and piece.kind is not Kind.PROSE)
    return pieces


def _beside(piece: Piece, before: Piece | None, after: Piece | None, *, headed: bool) -> Piece:
    """What a short line is by the lines right above and below it; *headed* when one above may be its headline."""
    above = before if before is not None and piece.block.tied else None
    below = after if after is not None and after.block.tied else None
    rows = (Kind.HEADING, Kind.ITEM)
    if (
        piece.kind is Kind.MENU
        and piece.block.columns > 1
        and any(each and each.kind in rows for each in (above, below))
    ):
        return replace(piece, kind=Kind.HEADING)  # the head of a table, or one of its rows
    dated = piece.kind is Kind.SENTENCE and len(piece.text) <= _LONGEST_DATED
    if (
        dated
        and above is not None
        and above.kind is Kind.BYLINE
        and (day := find_day(piece.text))
        and day.year
    ):
        return replace(piece, kind=Kind.STAMP, day=day)
    if piece.kind is not Kind.HEADING:
        return piece
    if headed and _is_between(before, above, after) and (names := signed_stamp(piece.text)):
        return replace(piece, kind=Kind.BYLINE, byline=Byline(names))
    words = piece.text.split()
    if above is not None and above.kind is Kind.BYLINE and (day := find_day(piece.text)) and day.year:
        return replace(piece, kind=Kind.STAMP, day=day)
    narrow = len(words) <= _FEW and width(piece.text) <= _NARROW
    if headed and narrow and above is not None and above.kind in (Kind.STAMP, Kind.SLUG):
        return replace(piece, kind=Kind.SLUG)
    if headed and above is not None and above.kind is Kind.STAMP and len(words) <= _FEW and not below:
        return replace(piece, kind=Kind.SLUG)
    if words[0][0].isdigit() and 1 < len(words) < _FEW and not piece.block.marker:
        return replace(piece, kind=Kind.SLUG)  # "3 min to read", "27 comments", "4 hours ago"
    if above is not None and above.kind is Kind.BYLINE and len(words) <= _FEW:
        return replace(piece, kind=Kind.SLUG)
    furnished = above is not None and above.kind in (Kind.FURNITURE, Kind.TAGS)
    if above is not None and furnished and not above.text[0].isdigit() and len(words) <= 2 * _FEW:
        return replace(piece, kind=above.kind)
    return piece


def _names_and_role(pieces: Sequence[Piece]) -> bool:
    """Whether a name, what its bearer is, and a stamp stand one under another."""
    if len(pieces) < len(_NAME_ROLE_STAMP) or tuple(piece.kind for piece in pieces) != _NAME_ROLE_STAMP:
        return False
    close = pieces[1].block.tied and len(pieces[1].text.split()) < _FEW
    return close and bool(signature_of(pieces[0].text))


def _is_between(before: Piece | None, above: Piece | None, after: Piece | None) -> bool:
    """Whether a line stands where names do: under a headline and over a stamp or employer, or right under a stamp."""
    if above is not None and above.kind is Kind.STAMP:
        return True
    running = after is not None and after.kind in (Kind.PROSE, Kind.SENTENCE)
    dated = after is not None and after.dateline is not None
    if running and not dated and before is not None and before.kind is Kind.STAMP:
        return True
    under = before is not None and before.kind in (Kind.HEADING, Kind.SENTENCE)
    if not under or after is None:
        return False
    employed = after.block.tied and _BRACKETED.fullmatch(after.text) is not None
    return after.kind is Kind.STAMP or employed or _counts(after.text)


def _counts(text: str) -> bool:
    """Whether a line counts something: minutes to read, comments."""
    return text[0].isdigit() and 1 < len(text.split()) < _FEW


def _piece(block: Block, datelines: Callable[[str], Dateline | None]) -> Piece:
    dateline = datelines(block.text)
    # Stamps and menus have the same signs between their parts.
    if (
        dateline
        and (dateline.body or is_slug(block.text))
        and (is_menu(block.text, block.columns) or stamp_of(block.text) or is_slug(block.text))
    ):
        dateline = None
    if dateline and is_signoff(block.text, dateline.agency):
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
        return Piece(block, Kind.LABEL, rest=label[1])
    byline = byline_of(text)
    if byline and not byline.authors and is_caption(text):
        return Piece(block, Kind.CAPTION)
    if byline:
        sure = dateline if dateline and dateline.weight >= STRONG else None
        return Piece(block, Kind.BYLINE, sure, byline=byline)
    if len(text) <= _LONGEST_DATED and (day := find_day(text)) and day.day:
        signed = dated_byline(text, text[: day.start], without_time(text[day.end :]))
        if signed and (dateline is None or not dateline.body):
            return Piece(block, Kind.BYLINE, None, byline=signed, day=day)
    if day := stamp_of(text):
        return Piece(block, Kind.STAMP, dateline, day=day)
    if "@" in text and len(text.split()) <= _FEW and (names := signed_stamp(text)):
        return Piece(block, Kind.BYLINE, None, byline=Byline(names))
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
    text = without_signoff(text)
    if not (ends_sentence(text) or ends_sentence(_SIGNED.sub("", text))):
        if width(text) > _LONG_WITHOUT_END:
            return Kind.PROSE
        if not _has_sentences(text):
            return Kind.HEADING
        return Kind.PROSE if width(text) > _TWO_SENTENCES else Kind.SENTENCE
    return Kind.PROSE if width(text) >= _PROSE or _has_sentences(text) else Kind.SENTENCE


def _has_sentences(text: str) -> bool:
    return _SENTENCES.search(_SHORTENED.sub(" ", text)) is not None
