"""Finds the column at which a page's lines were broken, if they were.

A greedy typesetter breaks a line when its next word would pass the margin. So each pair of lines that follow one
another directly names the margins that would explain the break: from the end of the first to where the next line's
first word would have ended. The margin that explains most pairs is the page's, if it explains enough of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from newsreader.parse.plain.lines import Line, ends_sentence, is_spaceless, width
from newsreader.parse.plain.markers import marker_of

__all__ = ["is_forced", "margin_of"]

_NARROWEST, _WIDEST = 24, 140
_LONGEST_WORD = 16
# Lists of headlines are as ragged as a narrow column by chance: that takes more breaks to show.
_WIDE, _NARROW_BREAKS = 56, 4
# Above these shares a page is hard-wrapped. Tables, verse and lists stay far below: their lines end anywhere.
_EXPLAINED = 0.4
_RUNNING_ON, _WIDE_RUNNING_ON = 0.65, 0.5
_SMALL_LETTERS = 0.25


def margin_of(runs: Sequence[Sequence[Line]], least: int = 1) -> int | None:
    """The margin of *runs* (lines without an empty one between them), in columns.

    None if they were not broken at one, or fewer than *least* breaks show it.
    """
    # Between two items of a list no margin was passed.
    pairs = [
        (first, second)
        for run in runs
        for first, second in pairwise(run)
        if not (marker_of(second.text) and marker_of(first.text))
    ]
    if not pairs:
        return None
    margin, explained = _best(pairs)
    if explained < max(least if margin >= _WIDE else max(least, _NARROW_BREAKS), _EXPLAINED * len(pairs)):
        return None
    if sum(line.edge > margin for run in runs for line in run) > explained:
        return None
    least_cut = _RUNNING_ON if margin < _WIDE else _WIDE_RUNNING_ON
    return margin if _reads_on([pair for pair in pairs if is_forced(*pair, margin)], least_cut) else None


def is_forced(first: Line, second: Line, margin: int) -> bool:
    """Whether *first* was broken because the first word of *second* would have passed *margin*."""
    return first.edge <= margin < first.edge + _reach(second) + 1


def _reach(line: Line) -> int:
    """Columns that *line*'s first word would have needed, without the blank before it."""
    if is_spaceless(line.text[0]):
        return 4  # a full-width character, and one that may not begin a line
    word = line.text[: _LONGEST_WORD * 2].split(" ", 1)[0]
    return min(width(word), _LONGEST_WORD)


def _best(pairs: Sequence[tuple[Line, Line]]) -> tuple[int, int]:
    """The margin that explains most pairs, less the lines that pass it; and how many it explains."""
    changes = [0] * (_WIDEST + 2)
    longer = [0] * (_WIDEST + 2)
    for first, second in pairs:
        longer[min(first.edge, _WIDEST + 1)] += 1
        low, high = max(first.edge, _NARROWEST), min(first.edge + _reach(second), _WIDEST)
        if low <= high:
            changes[low] += 1
            changes[high + 1] -= 1
    explained = list(accumulate(changes))
    within = list(accumulate(longer))
    margin = max(
        range(_NARROWEST, _WIDEST + 1), key=lambda column: explained[column] - (len(pairs) - within[column])
    )
    return margin, explained[margin]


def _reads_on(pairs: Sequence[tuple[Line, Line]], least: float) -> bool:
    """Whether the text of most *pairs*, of a share of *least*, runs on as it does not in lists, logs and verse."""
    cut = sum(not ends_sentence(first.text) for first, _ in pairs)
    if cut < least * len(pairs):
        return False
    cased = [
        second.text[0]
        for _, second in pairs
        # What is written in capitals throughout tells as little as a script without them.
        if second.text[0].isalpha()
        and second.text[0].lower() != second.text[0].upper()
        and not second.text.isupper()
    ]
    others = sum(not second.text[0].isalpha() for _, second in pairs)
    if len(cased) + others < len(pairs) / 2:
        return others <= len(pairs) / 3  # a script without capitals
    return sum(character.islower() for character in cased) >= _SMALL_LETTERS * len(pairs)
