"""What changed in an article since it was first seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from newsreader.model.article import Article, FullText
from newsreader.model.entry import Entry
from newsreader.text.blocks import Block, Span, blocks_of_html, blocks_of_text
from newsreader.text.word_diff import diff_blocks

__all__ = ["TextChange", "text_changes"]

_Version = tuple[Entry, FullText | None]


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
    versions = [
        *((revision.entry, revision.full) for revision in article.revisions),
        (article.entry, article.full),
    ]
    found = (TextChange(at, _between(*pair)) for at, pair in zip(times, pairwise(versions), strict=True))
    return tuple(change for change in found if change.blocks)[::-1]


def _between(old: _Version, new: _Version) -> tuple[Block, ...]:
    """The texts of the page are compared where both have one: what the source gave is then its beginning."""
    (before, old_full), (after, new_full) = old, new
    headlines = diff_blocks(_headline(before), _headline(after))
    if old_full is not None and new_full is not None and old_full.html and new_full.html:
        return (*headlines, *diff_blocks(blocks_of_html(old_full.html), blocks_of_html(new_full.html)))
    return (*headlines, *diff_blocks(_text(before), _text(after)))


def _headline(entry: Entry) -> list[Block]:
    return [Block("title", (Span(entry.title),))]


def _text(entry: Entry) -> tuple[Block, ...]:
    return blocks_of_html(entry.html) if entry.html else blocks_of_text(entry.text or entry.summary)
