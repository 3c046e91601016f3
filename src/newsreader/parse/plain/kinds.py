"""What each block of a page is, as far as it tells by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

from newsreader.parse.plain.authors import without_portraits
from newsreader.parse.plain.beside import in_place
from newsreader.parse.plain.blocks import Block
from newsreader.parse.plain.bylines import Byline, byline_of, dated_byline, signed_stamp
from newsreader.parse.plain.calendar import Day, find_day, without_time
from newsreader.parse.plain.dateline import STRONG, Dateline
from newsreader.parse.plain.furniture import (
    is_caption,
    is_divider,
    is_furniture,
    is_menu,
    is_rights,
    is_slug,
    is_source,
    stamp_of,
)
from newsreader.parse.plain.labels import is_tags, label_of
from newsreader.parse.plain.lines import ends_sentence, width
from newsreader.parse.plain.notices import is_notice
from newsreader.parse.plain.pagers import is_pager, without_frames
from newsreader.parse.plain.piece import RUNNING, Kind, Piece
from newsreader.parse.plain.signoffs import is_signoff, without_signoff
from newsreader.parse.plain.threads import is_about_comments, without_threads

__all__ = ["RUNNING", "Kind", "Piece", "pieces_of"]

# Nothing but a paragraph is longer.
_LONGEST_OTHER = 420
_PROSE = 110
_LONGEST_DATED = 110
_TWO_SENTENCES = 80
_FEW = 5
_BRACKETED = re.compile(r"[(\[（【][^()]{2,120}[)\]）】]\.?")
_SENTENCES = re.compile(r"[.!?…][\"'”’»)]*\s+[\"'“‘«(]*[^\W\d_a-zà-öø-ÿ]|[。！？।؟](?=.)")
_LONG_WITHOUT_END = 160
_SIGNED = re.compile(r"\s*[(（][^()（）]{1,20}[)）]\.?\Z")
_INITIAL = re.compile(r"[^\W\d_a-z][^\W\d_]+\s+(?:[^\W\d_a-z]\.\s?){1,2}")
# A point after these ends no sentence.
_SHORTENED = re.compile(r"\b(?:[^\W\d_]{1,3}\.)+\s")


def pieces_of(blocks: Iterable[Block], datelines: Callable[[str], Dateline | None]) -> list[Piece]:
    """Say of each block what it is. What stands word for word under several texts is furniture, whatever it says."""
    pieces = [_piece(block, datelines) for block in blocks]
    seen: dict[str, set[str]] = {}
    for before, piece in pairwise(pieces):
        if piece.kind in RUNNING and piece.dateline is None:
            seen.setdefault(piece.text, set()).add(before.text)
    repeated = {text for text, before in seen.items() if len(before) > 1}
    pieces = [
        replace(piece, kind=Kind.FURNITURE) if piece.text in repeated and piece.dateline is None else piece
        for piece in pieces
    ]
    return without_portraits(without_threads(in_place(without_frames(pieces))))


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
    if dateline and not (dateline.body or dateline.day) and without_time(block.text) != block.text:
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
        return Piece(block, Kind.BYLINE, sure, byline=byline, day=_day_beside(text))
    if len(text) <= _LONGEST_DATED and (day := find_day(text)) and day.day:
        signed = dated_byline(text, text[: day.start], without_time(text[day.end :]))
        if signed and (dateline is None or not dateline.body):
            return Piece(block, Kind.BYLINE, None, byline=signed, day=day)
    if day := stamp_of(text):
        return Piece(block, Kind.STAMP, dateline, day=day)
    if "@" in text and len(text.split()) <= _FEW and (names := signed_stamp(text)):
        return Piece(block, Kind.BYLINE, None, byline=Byline(names))
    return None


def _day_beside(text: str) -> Day | None:
    """The day that a byline names too."""
    return find_day(text) if len(text) <= _LONGEST_DATED and any(map(str.isdigit, text)) else None


def _told_by_shape(block: Block) -> Kind:
    text = block.text
    if is_tags(text):
        return Kind.TAGS
    if is_rights(text):
        return Kind.RIGHTS
    if is_furniture(text) or is_about_comments(text) or is_pager(text):
        return Kind.FURNITURE
    if _is_item(block):
        return Kind.ITEM
    if is_menu(text, block.columns):
        return Kind.MENU
    if is_slug(text) or is_source(text) or _is_remark(text):
        return Kind.SLUG
    if is_notice(text):
        return Kind.NOTICE
    return Kind.CAPTION if is_caption(text) else _running(text)


def _is_remark(text: str) -> bool:
    return _BRACKETED.fullmatch(text) is not None and not ends_sentence(text[:-1])


def _is_item(block: Block) -> bool:
    """Whether a line is an item of a list; a sentence after a dash is somebody speaking."""
    dash = block.marker.strip() in ("-", "–", "—", "―")
    return bool(block.marker and block.content) and not (dash and ends_sentence(block.text))


def _running(text: str) -> Kind:
    """Prose, a sentence or a heading."""
    text = without_signoff(text)
    if _INITIAL.fullmatch(text):
        return Kind.HEADING  # a name, shortened
    if not (ends_sentence(text) or ends_sentence(_SIGNED.sub("", text))):
        if width(text) > _LONG_WITHOUT_END:
            return Kind.PROSE
        if not _has_sentences(text):
            return Kind.HEADING
        return Kind.PROSE if width(text) > _TWO_SENTENCES else Kind.SENTENCE
    return Kind.PROSE if width(text) >= _PROSE or _has_sentences(text) else Kind.SENTENCE


def _has_sentences(text: str) -> bool:
    return _SENTENCES.search(_SHORTENED.sub(" ", text)) is not None
