"""One article as text for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from newsreader.cli.columns import width_of
from newsreader.cli.output import Output, Painted
from newsreader.model.bookmark import Bookmark
from newsreader.model.entry import Entry
from newsreader.text.ages import moment
from newsreader.text.around import after_text, before_text
from newsreader.text.blocks import Block, Span, blocks_of_html, blocks_of_text
from newsreader.text.media import media_facts
from newsreader.text.render import Line, render

if TYPE_CHECKING:
    from newsreader.library.revisions import TextChange

__all__ = ["UNWRAPPED", "Page", "print_changes", "print_page", "reading_width"]

UNWRAPPED = 1_000_000
"""A width that no paragraph reaches: each is one line, for programs that look for words."""

_COMFORTABLE = 80
_CHANGED = {"removed": "bad", "added": "accent"}
# What fills the whole width: a rule, and the columns of a table.
_FILLING = ("table", "rule")


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed of an article.

    Attributes:
        entry: the article's newest text.
        source_title: its source's title, or "".
        bookmark: its bookmark, or None.
    """

    entry: Entry
    source_title: str = ""
    bookmark: Bookmark | None = None


def reading_width(out: Output) -> int:
    """How wide text is set: as wide as is read with ease on a terminal, not wrapped elsewhere."""
    return UNWRAPPED if out.width is None else max(20, min(out.width, _COMFORTABLE))


def print_page(out: Output, page: Page, width: int) -> None:
    """Print one article, its lines at most *width* columns wide."""
    entry = page.entry
    for line in _set(blocks_of_text(entry.title), width):
        out.line(*(Painted(span.text, "bold") for span in line.spans))
    for fact in (_facts(page), entry.url or ""):
        if fact:
            out.line(Painted(fact, "dim"))
    out.line()
    blocks = blocks_of_html(entry.html) if entry.html else blocks_of_text(entry.text or entry.summary)
    _print(out, _set([*before_text(entry), *blocks], width))
    if after := after_text(entry):
        out.line()
        _print(out, _set(after, width))
    _print_after(out, page)


def _print(out: Output, lines: Iterable[Line]) -> None:
    for line in lines:
        out.line(" " * line.indent, *(Painted(span.text, _style(line, span)) for span in line.spans))


def print_changes(out: Output, title: str, changes: Sequence[TextChange], width: int) -> None:
    """Print what changed in an article, newest first: removed words in `[-...-]`, added ones in `{+...+}`."""
    for line in _set(blocks_of_text(title), width):
        out.line(*(Painted(span.text, "bold") for span in line.spans))
    if not changes:
        out.line(Painted("no change is known", "dim"))
    for change in changes:
        out.line()
        out.line(Painted(f"changed {moment(change.at)}", "dim"))
        _print(out, _set(change.blocks, width))


def _set(blocks: Sequence[Block], width: int) -> Iterator[Line]:
    """Lines of *blocks*. What fills the width stays narrow, else a table of unwrapped cells could take gigabytes."""
    is_first = True
    for fills, group in groupby(blocks, key=lambda block: block.kind in _FILLING):
        if not is_first:
            yield Line()
        is_first = False
        yield from render(list(group), min(width, _COMFORTABLE) if fills else width, width_of)


def _style(line: Line, span: Span) -> str:
    if span.style & _CHANGED.keys():
        return _CHANGED[next(iter(span.style & _CHANGED.keys()))]
    if line.kind == "heading" or "strong" in span.style:
        return "bold"
    return "accent" if span.href else ""


def _facts(page: Page) -> str:
    entry = page.entry
    authors = ", ".join(author.name for author in entry.authors)
    where = f"{entry.place} ({entry.agency})" if entry.place and entry.agency else entry.place or entry.agency
    at = entry.published or entry.updated
    facts = (
        page.source_title,
        entry.site if entry.site != page.source_title else "",
        authors,
        where,
        moment(at) if at else "",
    )
    return " · ".join(fact for fact in facts if fact)


def _print_after(out: Output, page: Page) -> None:
    if page.entry.see_also:
        out.line()
        out.line(Painted("See also", "bold"))
        for headline in page.entry.see_also:
            out.line("  ", headline)
    if page.entry.enclosures:
        out.line()
        for enclosure in page.entry.enclosures:
            out.line("Attached: ", Painted(enclosure.href, "accent"), f"  {media_facts(enclosure)}")
    if page.bookmark and (page.bookmark.note or page.bookmark.tags):
        out.line()
        for number, part in enumerate(page.bookmark.note.splitlines()):
            out.line(Painted("      " if number else "Note: ", "bold"), part)
        if page.bookmark.tags:
            out.line(Painted("Tags: ", "bold"), ", ".join(page.bookmark.tags))
