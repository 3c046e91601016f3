"""What an entry says beside its text, as blocks: before it, and after it."""

from __future__ import annotations

from newsreader.model.entry import Entry
from newsreader.text.blocks import Block, Span

__all__ = ["after_text", "before_text"]

_LEAD = 500
_TAGS = 12


def before_text(entry: Entry) -> tuple[Block, ...]:
    """The lead, where a short summary came beside the text."""
    if not entry.summary or len(entry.summary) > _LEAD or not (entry.html or entry.text):
        return ()
    return (Block("paragraph", (Span(entry.summary, frozenset({"emphasis"})),)),)


def after_text(entry: Entry) -> tuple[Block, ...]:
    """What it is about elsewhere, where it is talked of, and what its source files it under."""
    links = (("About", entry.external_url), ("Comments", entry.comments_url))
    blocks = [
        Block("item", (Span(f"{name}: "), Span(href, frozenset({"link"}), href)), level=1, marker="→")
        for name, href in links
        if href and href != entry.url
    ]
    if entry.tags:
        more = " …" if len(entry.tags) > _TAGS else ""
        blocks.append(Block("meta", (Span(f"Filed under {', '.join(entry.tags[:_TAGS])}{more}"),)))
    return tuple(blocks)
