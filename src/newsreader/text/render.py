"""Blocks of text as lines of a given width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsreader.text.blocks import Block, Span

__all__ = ["Line", "render"]

Measure = Callable[[str], int]

_QUOTE = "│ "
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        spans: its text, without what `indent` stands for.
        kind: the kind of its block; "" for a blank line.
        indent: columns to leave free before it.
        level: the level of its block.
    """

    spans: tuple[Span, ...] = ()
    kind: str = ""
    indent: int = 0
    level: int = 0

    @property
    def text(self) -> str:
        """The line as plain text, its indent included."""
        return " " * self.indent + "".join(span.text for span in self.spans)


def render(blocks: Sequence[Block], width: int, measure: Measure) -> tuple[Line, ...]:
    """Set *blocks* in lines of at most *width* columns.

    Args:
        blocks: the text.
        width: columns, at least 2.
        measure: how many columns a text takes.
    """
    lines: list[Line] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not (block.kind == before.kind == "item" and block.marker):
            lines.append(Line())
        lines.extend(_lines(block, max(2, width), measure))
        before = block
    return tuple(lines)


def _lines(block: Block, width: int, measure: Measure) -> Iterator[Line]:
    if block.kind == "table":
        return _table(block, width, measure)
    if block.kind == "rule":
        return iter([Line((Span("─" * width),), "rule")])
    if block.kind == "code":
        return _code(block, width, measure)
    if block.kind == "item":
        return _item(block, width, measure)
    lead = _QUOTE * min(block.level, 4) if block.kind == "quote" else ""
    return _led(block, width, measure, lead)


def _led(block: Block, width: int, measure: Measure, lead: str) -> Iterator[Line]:
    if width - measure(lead) < 8:
        lead = ""
    before = (Span(lead),) if lead else ()
    for spans in _wrapped(block.spans, width - measure(lead), measure):
        yield Line((*before, *spans), block.kind, level=block.level)


def _item(block: Block, width: int, measure: Measure) -> Iterator[Line]:
    indent = min(2 * (block.level - 1), width // 3)
    marker = f"{block.marker} " if block.marker else "  "
    hanging = measure(marker)
    if width - indent - hanging < 4:
        indent, hanging, marker = 0, 0, ""
    for number, spans in enumerate(_wrapped(block.spans, width - indent - hanging, measure)):
        first = number == 0 and marker.strip()
        before = (Span(marker),) if first else ()
        yield Line((*before, *spans), "item", indent if first else indent + hanging, block.level)


def _code(block: Block, width: int, measure: Measure) -> Iterator[Line]:
    for line in block.text.expandtabs(4).split("\n"):
        for piece in _broken(line, width, measure) or [""]:
            yield Line((Span(piece, frozenset({"code"})),), "code")


def _wrapped(spans: Sequence[Span], width: int, measure: Measure) -> Iterator[tuple[Span, ...]]:
    """Lines of whole words; a word wider than the line is broken."""
    # Most paragraphs are of one style; word by word in spans, they take ten times as long.
    if len(spans) == 1 and (filled := _filled(spans[0].text, width, measure)) is not None:
        return ((Span(line, spans[0].style, spans[0].href),) for line in filled)
    return _wrapped_spans(spans, width, measure)


def _filled(text: str, width: int, measure: Measure) -> list[str] | None:
    """*text* in lines; None where a word is wider than one."""
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for word in filter(None, text.split(" ")):
        size = measure(word)
        if size > width:
            return None
        if line and used + 1 + size > width:
            lines.append(" ".join(line))
            line, used = [word], size
        else:
            used += size + (1 if line else 0)
            line.append(word)
    return [*lines, " ".join(line)] if line else lines


def _wrapped_spans(spans: Iterable[Span], width: int, measure: Measure) -> Iterator[tuple[Span, ...]]:
    line: list[Span] = []
    used = 0
    gap = 0
    for word, has_blank in _words(spans):
        size = sum(measure(span.text) for span in word)
        gap = 1 if has_blank and line else 0
        if line and used + gap + size > width and (has_blank or size > width):
            yield _merged(line)
            line, used, gap = [], 0, 0
        if gap:
            line.append(
                Span(
                    " ",
                    word[0].style & line[-1].style,
                    word[0].href if word[0].href == line[-1].href else None,
                )
            )
            used += gap
        for span in word:
            for piece in _broken(span.text, width, measure, width - used):
                piece_size = measure(piece)
                if line and used + piece_size > width:
                    yield _merged(line)
                    line, used = [], 0
                line.append(Span(piece, span.style, span.href))
                used += piece_size
    if line:
        yield _merged(line)


def _words(spans: Iterable[Span]) -> Iterator[tuple[list[Span], bool]]:
    """Words, each of one or more spans, and whether a blank stands before it."""
    word: list[Span] = []
    blank = word_blank = False
    for span in spans:
        for number, part in enumerate(span.text.split(" ")):
            if number:
                if word:
                    yield word, word_blank
                    word = []
                blank = True
            if part:
                if not word:
                    word_blank, blank = blank, False
                word.append(Span(part, span.style, span.href))
    if word:
        yield word, word_blank


def _broken(text: str, width: int, measure: Measure, first: int | None = None) -> list[str]:
    """*text* in pieces of at most *width* columns, the first of at most *first*."""
    if measure(text) <= (width if first is None else first):
        return [text] if text else []
    pieces: list[str] = []
    room = width if first is None or first <= 0 else first
    start = used = 0
    for place, character in enumerate(text):
        size = measure(character)
        if used + size > room and place > start:
            pieces.append(text[start:place])
            start, used, room = place, 0, width
        used += size
    pieces.append(text[start:])
    return pieces


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and merged[-1].style == span.style and merged[-1].href == span.href:
            merged[-1] = Span(merged[-1].text + span.text, span.style, span.href)
        else:
            merged.append(span)
    return tuple(merged)


def _table(block: Block, width: int, measure: Measure) -> Iterator[Line]:
    columns = max(map(len, block.rows))
    rows = [(*row, *[""] * (columns - len(row))) for row in block.rows]
    sizes = [max(measure(row[column]) for row in rows) for column in range(columns)]
    if sum(sizes) + len(_GAP) * (columns - 1) > width:
        yield from _stacked(rows, block.head, width, measure)
        return
    for number, row in enumerate(rows):
        cells = (cell + " " * (size - measure(cell)) for cell, size in zip(row, sizes, strict=True))
        style = frozenset({"strong"}) if block.head and number == 0 else frozenset[str]()
        yield Line((Span(_GAP.join(cells).rstrip(), style),), "table")


def _stacked(rows: Sequence[Sequence[str]], head: bool, width: int, measure: Measure) -> Iterator[Line]:
    """Too wide for columns: each cell on lines of its own, after its column's name."""
    names = rows[0] if head and len(rows) > 1 else [""] * len(rows[0])
    for number, row in enumerate(rows[1:] if any(names) else rows):
        if number:
            yield Line()
        for name, cell in zip(names, row, strict=True):
            if not cell:
                continue
            label = (Span(f"{name}: ", frozenset({"strong"})),) if name else ()
            for spans in _wrapped((*label, Span(cell)), width, measure):
                yield Line(spans, "table")
