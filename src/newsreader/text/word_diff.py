"""What changed between two versions of a text, word by word. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from newsreader.text.blocks import Block, Span
from newsreader.text.wording import wording
from newsreader.text.words import spaced, units

__all__ = ["ADDED", "REMOVED", "diff_blocks"]

REMOVED = ("[-", "-]")
"""What removed words stand between, so that they are told without colour."""

ADDED = ("{+", "+}")
"""What added words stand between."""

_NEAR = 1
_ALIKE = 0.4
_MOST = 4000
_CELLS = " | "


def diff_blocks(old: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
    """*new*, with the words of *old* that are gone and those that came, as spans of style `removed` and `added`.

    Blocks without a change are left out but for one on each side of a change; a rule stands for the others. Empty where
    nothing that was written changed.
    """
    before, after = _plain(old), _plain(new)
    marked: list[tuple[bool, Block]] = []
    matcher = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            marked += [(False, block) for block in after[new_start:new_end]]
        else:
            changed = _changed(before[old_start:old_end], after[new_start:new_end])
            marked += [(True, block) for block in changed]
    return tuple(_near_changes(marked))


def _plain(blocks: Sequence[Block]) -> list[Block]:
    """Blocks that have words; tables row by row, since words are compared."""
    found: list[Block] = []
    for block in blocks:
        if block.kind == "table":
            found += [Block("paragraph", (Span(_CELLS.join(row)),)) for row in block.rows]
        elif wording(block.text):
            found.append(block)
    return found


def _keys(blocks: Sequence[Block]) -> list[tuple[str, ...]]:
    return [wording(block.text) for block in blocks]


def _changed(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """Blocks of which each has a change: those that tell the same are set against each other, in order."""
    pairs = _pairs(old, new)
    left = 0
    for place, block in enumerate(new):
        until = next((pairs[later] for later in range(place, len(new)) if later in pairs), len(old))
        yield from (_whole(gone, "removed") for gone in old[left:until])
        left = until
        if place in pairs:
            yield _word_by_word(old[until], block)
            left += 1
        else:
            yield _whole(block, "added")
    yield from (_whole(gone, "removed") for gone in old[left:])


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """Which of *new* is a newer version of which of *old*, by their places; both rise."""
    found: dict[int, int] = {}
    left = 0
    counted = [_counted(block) for block in old]
    for place, block in enumerate(new):
        words = _counted(block)
        match = next((n for n in range(left, len(old)) if _are_alike(counted[n], words)), None)
        if match is not None:
            found[place] = match
            left = match + 1
    return found


def _counted(block: Block) -> Counter[str]:
    return Counter(spaced(" ".join(wording(block.text))).split())


def _are_alike(one: Counter[str], other: Counter[str]) -> bool:
    most = max(one.total(), other.total())
    return most <= _MOST and (one & other).total() >= _ALIKE * most


def _word_by_word(old: Block, new: Block) -> Block:
    before, after = units(old.text), units(new.text)
    matcher = SequenceMatcher(None, _words(before), _words(after), autojunk=False)
    spans: list[Span] = []
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        gone, come = "".join(before[old_start:old_end]), "".join(after[new_start:new_end])
        if kind == "equal":
            # A word that stood inside may stand at the end now, or the other way round.
            spans.append(Span(come if come[-1:].isspace() else come + gone[len(gone.rstrip()) :]))
            continue
        spans += _marked(gone, "removed")
        if gone.strip() and come.strip() and not gone[-1].isspace() and spaced(gone) == gone:
            spans.append(Span(" "))
        spans += _marked(come, "added")
    return replace(new, spans=tuple(spans))


def _words(found: Sequence[str]) -> list[str]:
    return [" ".join(wording(unit)) for unit in found]


def _whole(block: Block, style: str) -> Block:
    return replace(block, spans=tuple(_marked(block.text, style)))


def _marked(text: str, style: str) -> Iterator[Span]:
    """The words between their signs; the blank behind them stays outside."""
    words = text.strip()
    if not words:
        if text:
            yield Span(" ")
        return
    start, end = REMOVED if style == "removed" else ADDED
    yield Span(f"{start}{words}{end}", frozenset({style}))
    if text[-1].isspace():
        yield Span(" ")


def _near_changes(marked: Sequence[tuple[bool, Block]]) -> Iterator[Block]:
    near = {
        place + step
        for place, (is_changed, _) in enumerate(marked)
        if is_changed
        for step in range(-_NEAR, _NEAR + 1)
    }
    if not near:
        return
    is_open = True
    for place, (_, block) in enumerate(marked):
        if place in near:
            yield block
        elif is_open:
            yield Block("rule")
        is_open = place in near
