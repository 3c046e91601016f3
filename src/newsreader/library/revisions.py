"""What changed in an article since it was first seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from newsreader.model.article import Article
from newsreader.model.entry import Entry
from newsreader.text.blocks import Block, Span, blocks_of_html, blocks_of_text
from newsreader.text.word_diff import diff_blocks

__all__ = ["TextChange", "text_changes"]


@dataclass(frozen=True, slots=True)
class TextChange:
    """One change of an article's headline or text.

    Attributes:
        at: when it was seen; aware, UTC.
        blocks: the changed parts with what stands around them; see `text.word_diff`.
    """

    at: datetime
    blocks: tuple[Block, ...]


def text_changes(article: Article) -> tuple[TextChange, ...]:
    """The changes of *article* that are known, newest first."""
    times = [revision.until for revision in article.revisions]
    versions = [*(revision.entry for revision in article.revisions), article.entry]
    found = (TextChange(at, _between(*pair)) for at, pair in zip(times, pairwise(versions), strict=True))
    return tuple(change for change in found if change.blocks)[::-1]


def _between(old: Entry, new: Entry) -> tuple[Block, ...]:
    return (*diff_blocks(_headline(old), _headline(new)), *diff_blocks(_text(old), _text(new)))


def _headline(entry: Entry) -> list[Block]:
    return [Block("title", (Span(entry.title),))]


def _text(entry: Entry) -> tuple[Block, ...]:
    return blocks_of_html(entry.html) if entry.html else blocks_of_text(entry.text or entry.summary)
