"""Blocks as the text of an article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from newsreader.parse.plain.blocks import Block

__all__ = ["paragraphs"]


def paragraphs(blocks: Iterable[Block]) -> str:
    """The text of *blocks*: an empty line between paragraphs, one end of line between lines of a list or verse."""
    kept = [block for block in blocks if block.text]
    if not kept:
        return ""
    parts = [kept[0].text]
    for _, block in pairwise(kept):
        parts += ["\n" if block.tied else "\n\n", block.text]
    return "".join(parts)
