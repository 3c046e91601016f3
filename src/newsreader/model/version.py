"""Which state a library is in, part by part, so that who shows it reads again only what changed."""

from __future__ import annotations

from dataclasses import dataclass, fields

__all__ = ["ALL", "Version"]


@dataclass(frozen=True, slots=True)
class Version:
    """Numbers, each of which differs after that part of the library changed; nothing else can be read from them.

    Attributes:
        articles: which articles there are, and what they say.
        marks: which of them are read.
        bookmarks: what is kept, with note and tags.
        sources: what is subscribed to, and how it fares.
        stories: which articles tell the same.
        nearness: which articles are near one another.
    """

    articles: int
    marks: int
    bookmarks: int
    sources: int
    stories: int
    nearness: int

    def since(self, before: Version | None) -> frozenset[str]:
        """The names of the parts that changed since *before*; all where that is None."""
        if before is None:
            return ALL
        return frozenset(part for part in ALL if getattr(self, part) != getattr(before, part))


ALL = frozenset(each.name for each in fields(Version))
"""The names of all parts."""
