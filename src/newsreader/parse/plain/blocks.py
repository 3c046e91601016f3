"""Blocks: what stands together on a page, lines that were broken at a margin put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from newsreader.parse.plain.bylines import byline_of
from newsreader.parse.plain.cues import BY
from newsreader.parse.plain.dateline import STRONG
from newsreader.parse.plain.furniture import stamp_of
from newsreader.parse.plain.hyphens import glued
from newsreader.parse.plain.lines import Line, ends_sentence
from newsreader.parse.plain.margin import is_forced, margin_of
from newsreader.parse.plain.markers import marker_of
from newsreader.text.words import fold

__all__ = ["Block", "Joint", "blocks_of"]

# Amid a sentence only more than `STRONG` is a dateline: two names and a bracket may stand there by chance.
_BEYOND_DOUBT = STRONG + 1
_LONG = 140
_SENTENCE = 20
_SHORTEST_RULE = 2
_RAGGED = 50
_LEAST_TEXT = 56
_WORDY = 80
_OWN_BREAKS = 4
_SURE_LINED, _LONG_LINED, _SECOND_LINED, _LINED = 100, 80, 60, 40
_DASHES = ("-", "–", "—", "―")
_SPACED, _SPACED_SHARE, _CLOSE_SHARE = 2, 0.4, 0.2


class Joint(Enum):
    """How a line goes on from the one above it."""

    RUN_ON = auto()
    """In the same sentence: the break between them was the margin's."""
    TIE = auto()
    """As a line of its own in the same paragraph: an item of a list, a verse, a row."""
    PART = auto()
    """As a new paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, headline, item, or other piece of a page.

    Attributes:
        text: on one line.
        gap: empty lines above it.
        tied: whether it is a line of the same paragraph as the block above it.
        marker: bullet or number that it begins with, or "".
        columns: pieces that runs of blanks part its first line into.
        lines: how many lines it was.
    """

    text: str
    gap: int
    tied: bool = False
    marker: str = ""
    columns: int = 1
    lines: int = 1

    @property
    def content(self) -> str:
        """The text without its bullet or number."""
        return self.text[len(self.marker) :].strip()


def blocks_of(lines: Iterable[Line], weigh: Callable[[str], int]) -> list[Block]:
    """Put *lines* together to blocks; a line that *weigh* finds a dateline in starts one. Linear."""
    runs = list(_runs(_tightened(list(lines))))
    margin = margin_of(runs)
    edge = _left_edge(runs, margin)
    words = _Words(runs)
    return [block for run in runs for block in _blocks_of_run(run, margin, edge, weigh, words)]


def _left_edge(runs: Sequence[Sequence[Line]], margin: int | None) -> int | None:
    """Where most lines begin that go on from the line above: what stands further in begins a paragraph."""
    if margin is None:
        return None
    indents = Counter(
        line.indent for run in runs for above, line in pairwise(run) if is_forced(above, line, margin)
    )
    return indents.most_common(1)[0][0] if indents else None


def _tightened(lines: list[Line]) -> list[Line]:
    """*lines* without the empty one above each, where a typist set every line of a text apart from the next."""
    spaced = [(above, line) for above, line in pairwise(lines) if line.gap == 1]
    close = sum(line.gap == 0 for line in lines[1:])
    running = sum(line.text[0].islower() and not ends_sentence(above.text) for above, line in spaced)
    if running < _SPACED or running < len(spaced) * _SPACED_SHARE or close > len(spaced) * _CLOSE_SHARE:
        return lines
    return [replace(line, gap=max(0, line.gap - 1)) for line in lines]


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if line.gap and run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


class _Words:
    """The words of a page, found when a hyphen asks for them."""

    def __init__(self, runs: Sequence[Sequence[Line]]) -> None:
        self._runs = runs
        self._found: frozenset[str] | None = None

    def __call__(self) -> frozenset[str]:
        if self._found is None:
            texts = (line.text for run in self._runs for line in run)
            self._found = frozenset(
                word
                for text in texts
                for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-?\Z)", text.lower())
            )
        return self._found


def _blocks_of_run(
    run: Sequence[Line],
    margin: int | None,
    edge: int | None,
    weigh: Callable[[str], int],
    words: Callable[[], frozenset[str]],
) -> Iterator[Block]:
    margin = _own_margin(run, margin)
    base = min(line.indent for line in run)
    base = base if edge is None else min(base, edge)
    lined = margin is None and _is_lined(run)
    parts, first, tied = [run[0].text], run[0], False
    for above, line in pairwise(run):
        if weigh(line.text) >= (
            _BEYOND_DOUBT if len(parts) > 1 and _runs_on(above, line, margin) else STRONG
        ):
            how = Joint.PART
        elif _is_text(line) and above.width < _RAGGED and weigh(above.text) >= STRONG:
            how = Joint.RUN_ON  # a dateline on a line of its own
        elif _is_speech(above, line) or (lined and _is_paragraph(above, line)):
            how = Joint.PART
        else:
            item, wrapped = bool(marker_of(first.text)), len(parts) > 1
            how = _joint(above, line, margin=margin, base=base, item=item, wrapped=wrapped)
        if how is Joint.RUN_ON:
            parts.append(line.text)
            continue
        yield _block(parts, first, tied, words)
        parts, first, tied = [line.text], line, how is Joint.TIE
    yield _block(parts, first, tied, words)


def _is_text(line: Line) -> bool:
    return (line.width >= _LEAST_TEXT or ends_sentence(line.text)) and not marker_of(line.text)


def _is_speech(above: Line, line: Line) -> bool:
    """Whether somebody speaks after a dash, under a sentence that is none of a list."""
    begins = line.text.startswith(("– ", "— ")) and ends_sentence(line.text)
    return begins and ends_sentence(above.text) and not marker_of(above.text) and above.width >= _SENTENCE


def _is_lined(run: Sequence[Line]) -> bool:
    """Whether paragraphs stand on a line each: some are longer than any margin would have left them."""
    widths = [line.width for line in run]
    return max(widths) > _SURE_LINED or (
        max(widths) > _LONG_LINED and sum(each > _SECOND_LINED for each in widths) > 1
    )


def _is_paragraph(above: Line, line: Line) -> bool:
    """Whether *line* is a paragraph of a text that has every paragraph on a line of its own, and no line between."""
    if not ends_sentence(line.text) or line.width < _SENTENCE or _is_rule(above.text):
        return False
    if line.text[0].islower() and not ends_sentence(above.text):
        return False
    marker = marker_of(line.text).strip()
    return (not marker or marker in _DASHES) and (
        ends_sentence(above.text) or max(above.width, line.width) >= _LINED
    )


def _own_margin(run: Sequence[Line], margin: int | None) -> int | None:
    """The page's margin, or the run's own where the page's does not explain it."""
    if len(run) < 4:
        return margin
    if margin is not None:
        forced = sum(is_forced(first, second, margin) for first, second in pairwise(run))
        if forced * 2 >= len(run) - 1:
            return margin
    return margin_of([run], _OWN_BREAKS) or margin


def _block(parts: Sequence[str], first: Line, tied: bool, words: Callable[[], frozenset[str]]) -> Block:
    text = parts[0] if len(parts) == 1 else glued(parts, words)
    return Block(text, first.gap, tied, marker_of(text), first.columns, len(parts))


def _is_rule(text: str) -> bool:
    return len(text) > _SHORTEST_RULE and text[0] in "=-_*~—–#" and not text.strip(text[0])


def _is_byline(line: Line) -> bool:
    """Whether a short line begins with a preposition before a name, which may stand in small letters."""
    if line.width > _RAGGED or ends_sentence(line.text) or fold(line.text.split(" ", 1)[0]) not in BY:
        return False
    byline = byline_of(line.text)
    return byline is not None and len(byline.authors) > 0


def _is_stamp(line: Line) -> bool:
    """Whether a short line says nothing but a day with its year, which may begin with a small letter."""
    if line.width > _RAGGED or not line.text[0].islower():
        return False
    day = stamp_of(line.text)
    return day is not None and day.year is not None


def _runs_on(above: Line, line: Line, margin: int | None) -> bool:
    """Whether a sentence was broken at the margin between two lines."""
    return margin is not None and is_forced(above, line, margin) and not ends_sentence(above.text)


def _joint(above: Line, line: Line, *, margin: int | None, base: int, item: bool, wrapped: bool) -> Joint:
    signs = _is_rule(line.text) or _is_rule(above.text)
    if signs or (not wrapped and (_is_byline(line) or _is_stamp(line))):
        return Joint.TIE
    forced = margin is not None and is_forced(above, line, margin)
    ended = ends_sentence(above.text)
    runs_on = forced and not ended
    if marker_of(line.text) and not runs_on:
        return Joint.TIE
    small = line.text[0].islower()
    if item:
        return Joint.RUN_ON if runs_on or small or line.indent > above.indent else Joint.PART
    if line.indent >= base + 2 and (ended or (line.indent > above.indent and not forced)):
        return Joint.PART
    if forced or (small and not ended and (margin is not None or above.edge >= _RAGGED)):
        return Joint.RUN_ON
    return _unforced(above, line, ended=ended, wrapped=wrapped)


def _unforced(above: Line, line: Line, *, ended: bool, wrapped: bool) -> Joint:
    """How *line* goes on from a line that ended before any margin."""
    if above.width > _LONG or (ended and (wrapped or above.width >= _SENTENCE)):
        return Joint.PART
    if line.width >= max(_WORDY, 2 * above.width) and not ended:
        return Joint.PART  # a heading right above its text
    return Joint.TIE
