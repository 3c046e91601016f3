"""The rows of BOOKMARKS: newest kept first, with note and tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsreader.ui.paint import fit, width_of
from newsreader.ui.widgets.row_list import Part, RowList

if TYPE_CHECKING:
    from newsreader.model.bookmark import Bookmark

__all__ = ["BookmarkList"]


class BookmarkList(RowList):
    """Bookmarks, filtered by words of their title, source, note or tags."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.row_height = 2
        self._all: Sequence[Bookmark] = ()
        self._shown: Sequence[Bookmark] = ()
        self._words: list[str] = []
        self._related: Sequence[str] = ()

    def show(self, bookmarks: Sequence[Bookmark]) -> None:
        """Show these instead; the filter stays."""
        self._all = bookmarks
        self.filter(" ".join(self._words))

    def relate(self, article_ids: Sequence[str]) -> None:
        """Show these first, for they are related to what is read; not while the list has the focus: they would move."""
        if not self.has_focus and article_ids != self._related:
            self._related = article_ids
            self.filter(" ".join(self._words))
            self.move_to(0)

    @property
    def related(self) -> int:
        """How many of those shown are related to what is read."""
        return sum(kept.article.id in self._related for kept in self._shown)

    def filter(self, text: str) -> None:
        """Show only those that have all these words."""
        self._words = text.casefold().split()
        shown = [kept for kept in self._all if all(word in _words(kept) for word in self._words)]
        self._shown = sorted(shown, key=self._rank)
        self.rows_changed()

    def _rank(self, kept: Bookmark) -> int:
        ids = self._related
        return ids.index(kept.article.id) if kept.article.id in ids else len(ids)

    @property
    def is_filtered(self) -> bool:
        """Whether not all are shown."""
        return bool(self._words)

    @property
    def current(self) -> Bookmark | None:
        """What the cursor is on."""
        return self._shown[self.cursor] if self._shown else None

    @property
    def shows_cursor(self) -> bool:
        """Only while it has the focus."""
        return self.has_focus

    def count(self) -> int:
        """How many are shown."""
        return len(self._shown)

    def empty_lines(self) -> Sequence[str]:
        """What an empty pane says."""
        if self._words:
            return ("No bookmark has", "these words.")
        return ("Press b on an article", "to keep it here.")

    def parts(self, index: int, width: int) -> list[list[Part]]:
        """Headline; then tags and note, or the source."""
        kept = self._shown[index]
        from newsreader.library.records import text_of, title_of  # behind the first headlines

        title = title_of(kept.article, text_of(kept.article))
        tags = fit(" ".join(f"#{tag}" for tag in kept.tags), width - 3)
        note = fit(" ".join(kept.note.split()) or kept.source_title, width - 4 - width_of(tags))
        second: list[Part] = [("   ", ""), (tags, "source"), (" " if tags else "", ""), (note, "dim")]
        mark = " ≈ " if kept.article.id in self._related else " ★ "
        return [[(mark, "accent"), (fit(title, width - 4), "")], second]


def _words(kept: Bookmark) -> str:
    entry = kept.article.entry
    return " ".join((entry.title, kept.source_title, kept.note, *kept.tags)).casefold()
