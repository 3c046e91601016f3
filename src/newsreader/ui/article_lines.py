"""An article as lines of a certain width."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from newsreader.model.bookmark import Bookmark
from newsreader.text.ages import moment
from newsreader.text.around import after_text, before_text
from newsreader.text.blocks import Block, Span, blocks_of_html, blocks_of_text
from newsreader.text.media import media_line
from newsreader.text.render import Line, render
from newsreader.ui.paint import width_of

if TYPE_CHECKING:
    from newsreader.library.revisions import TextChange
    from newsreader.ui.reading import Reading

__all__ = ["article_lines"]

_NARROWEST = 4
_LATER = timedelta(minutes=10)
"""What is touched sooner after it came out was not updated but published."""


def article_lines(reading: Reading, width: int) -> tuple[Line, ...]:
    """What is to be read, each line at most *width* columns wide; none where that is too narrow for words."""
    if width < _NARROWEST:
        return ()
    return (*_head(reading, width), *_body(reading, width))


def _head(reading: Reading, width: int) -> tuple[Line, ...]:
    """Headline; source, place, author and date; note and tags."""
    entry, row = reading.article.entry, reading.row
    title = render([Block("title", (Span(row.title),))], width, width_of)
    site = entry.site if entry.site != row.source_title else ""
    facts = [
        row.source_title,
        site,
        ", ".join(author.name for author in entry.authors),
        entry.place,
        entry.agency,
    ]
    facts.append(moment(entry.published or entry.updated or row.at))
    if entry.published and entry.updated and entry.updated - entry.published >= _LATER:
        facts.append(f"updated {moment(entry.updated)}")
    if row.changed:
        facts.append("changed")
    if reading.article.shown is not entry:
        facts.append("full text")
    if reading.place is not None:
        facts.append("{} of {} tellings".format(*reading.place))
    meta = render([Block("meta", (Span(" · ".join(filter(None, facts))),))], width, width_of)
    return (*title, *meta, *_note(reading.bookmark, width), Line())


def _note(bookmark: Bookmark | None, width: int) -> tuple[Line, ...]:
    if bookmark is None:
        return ()
    words = " ".join(filter(None, ("★", " ".join(f"#{tag}" for tag in bookmark.tags), bookmark.note)))
    return render([Block("note", (Span(" ".join(words.split())),))], width, width_of)


def _body(reading: Reading, width: int) -> tuple[Line, ...]:
    if reading.changes is not None:
        return _changes(reading.changes, width)
    entry = reading.article.shown
    blocks = list(before_text(entry))
    blocks += blocks_of_html(entry.html) if entry.html else blocks_of_text(entry.text or entry.summary)
    blocks += after_text(entry)
    if entry.see_also:
        blocks.append(Block("heading", (Span("See also"),)))
        blocks += [Block("item", (Span(headline),), level=1, marker="→") for headline in entry.see_also]
    for enclosure in entry.enclosures:
        link = Span(media_line(enclosure), href=enclosure.href)
        blocks.append(Block("item", (link,), 1, "♪"))
    if not blocks:
        blocks.append(Block("meta", (Span("No text came with this article."),)))
    return render(blocks, width, width_of)


def _changes(changes: Sequence[TextChange], width: int) -> tuple[Line, ...]:
    """Every change under the time when it was seen."""
    blocks: list[Block] = []
    for change in changes:
        blocks += [Block("heading", (Span(f"Changed {moment(change.at)}"),)), *change.blocks]
    if not blocks:
        blocks.append(Block("meta", (Span("Only what pages write by themselves changed."),)))
    return render(blocks, width, width_of)
