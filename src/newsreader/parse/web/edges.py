"""Lines around a text that are none of it: who wrote it and when, known already; buttons to share it; whose it is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice

from newsreader.parse.plain.blocks import Block
from newsreader.parse.plain.calendar import find_day
from newsreader.parse.plain.dateline import dateline_of
from newsreader.parse.plain.kinds import RUNNING, Kind, pieces_of
from newsreader.parse.plain.labels import label_of
from newsreader.parse.plain.lines import ends_sentence
from newsreader.parse.plain.piece import Piece
from newsreader.parse.web.buttons import are_buttons
from newsreader.parse.web.changes import tells_change
from newsreader.parse.web.tree import Element, Part, drop, parts_of_lines, text_of, words_in
from newsreader.text.wording import is_counter

__all__ = ["clear_counters", "clear_edges", "clear_links"]

_ABOUT = frozenset({Kind.BYLINE, Kind.STAMP, Kind.FURNITURE})
_UNDER = frozenset({Kind.RIGHTS, Kind.FURNITURE, Kind.TAGS, Kind.DIVIDER})
_Line = tuple[str, list[Part]]
_KEPT = frozenset("figure table pre blockquote ul ol dl h1 h2 h3 h4 h5 h6".split())
_LINES = 15
_DECKS = 2
_STROKE = re.compile(r"\s*[|·•]\s*")
_FEWEST_PLACES = 3
_FEW_PARTS = 3
_LONGEST_LABEL = 60
_WORDS = 3


def clear_edges(text: Element, title: str) -> None:
    """Take such lines out of *text*, which begins below its headline, *title*. Plain lines as on any page in text."""
    lines = list(_lines(text))
    _clear(lines[-_LINES:][::-1], "", _UNDER, stop=1)
    _clear(lines[:_LINES], title, _ABOUT, stop=_DECKS)


def clear_counters(text: Element) -> None:
    """Take out what a page counts by itself (readers, votes, comments) and its buttons, wherever a line is no more."""
    for line, parts in list(_lines(text)):
        if (
            len(line) <= _LONGEST_LABEL
            and not ends_sentence(line)
            and (is_counter(line) or are_buttons(line))
        ):
            _empty(parts)


def _empty(parts: Sequence[Part]) -> None:
    for element, name in parts:
        setattr(element, name, None)


def clear_links(text: Element) -> None:
    """Take boxes out of *text* that hold links to other articles, a label such as `Read also`, and nothing else."""
    for label in list(text.iter("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b")):
        box = label.getparent()
        if box is None or box is text or not _is_label(label):
            continue
        has_links = next(box.iter("a"), None) is not None
        if has_links and words_in(box, linked=False) <= words_in(label):
            drop(box)


def _is_label(element: Element) -> bool:
    if next(islice(element.iterdescendants(), _FEW_PARTS, None), None) is not None:
        return False
    words = text_of(element)
    return 0 < len(words) < _LONGEST_LABEL and label_of(words) == (words.strip(" :"), "")


def _clear(lines: Sequence[_Line], title: str, kinds: Container[Kind], *, stop: int) -> None:
    """Empty those *lines* that are of these *kinds*, up to where *stop* of them tell something."""
    # Each once: a lead that stands above its own text is no furniture, as what is said again and again would be.
    blocks = [Block(each, gap=1) for each in dict.fromkeys((title, *(line for line, _ in lines))) if each]
    pieces = dict(zip((block.text for block in blocks), pieces_of(blocks, dateline_of), strict=True))
    told = 0
    for line, parts in lines:
        piece = pieces[line]
        if piece.kind in kinds or _is_menu(piece.text) or _is_change(piece):
            _empty(parts)
        told += piece.kind in RUNNING
        if told >= stop:
            return


def _is_change(piece: Piece) -> bool:
    """Whether it says when the page was changed; a day alone under a letter is a part of it."""
    day = find_day(piece.text) if piece.kind in (Kind.STAMP, Kind.HEADING) else None
    return day is not None and tells_change(piece.text[: day.start])


def _is_menu(line: str) -> bool:
    """Whether it names places on the site, parted by strokes."""
    places = _STROKE.split(line)
    return len(places) >= _FEWEST_PLACES and all(0 < len(place.split()) <= _WORDS for place in places)


def _lines(text: Element) -> Iterator[_Line]:
    """The lines that may be about the text: none of a list, a table or a picture, no heading."""
    for line, parts in parts_of_lines(text):
        inside = next(element for element, name in parts if (getattr(element, name) or "").strip())
        if not any(each.tag in _KEPT for each in (inside, *inside.iterancestors())):
            yield line, parts
