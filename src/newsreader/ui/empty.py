"""What ARTICLES says where it has nothing to show."""

from __future__ import annotations

__all__ = ["EMPTY_LIBRARY", "EMPTY_LIST", "NOTHING_FOUND"]


EMPTY_LIBRARY = (
    "Welcome. There is nothing to read yet.",
    "",
    "a   add a feed file, a page saved as text, or a directory",
    "s   open the samples: eighty articles to try the reader on",
    "?   all keys",
    "q   leave",
)
EMPTY_LIST = ("No articles here.",)
NOTHING_FOUND = ("No article has these words.", "escape leaves the search")
