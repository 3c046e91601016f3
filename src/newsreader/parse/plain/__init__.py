"""Plain-text pages: what a person gets who saves or copies the page of a news site.

From lines to blocks (`lines`, `margin`, `hyphens`, `blocks`), from blocks to what each is (`kinds`, with the grammars
of `dateline` and `bylines`), to where articles begin (`starts`) and what belongs to each
(`sections`). How it decides, and by what evidence: docs/plain-text-pages.md.
"""

from __future__ import annotations

from newsreader.parse.plain.page import parse_plain

__all__ = ["parse_plain"]
