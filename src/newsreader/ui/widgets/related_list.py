"""RELATED: what belongs beside the article under the cursor, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from newsreader.model.article import RelatedArticle
from newsreader.text.dates import age
from newsreader.ui.paint import fit
from newsreader.ui.widgets.row_list import Part, RowList

__all__ = ["RelatedList"]


class RelatedList(RowList):
    """Related articles, best first."""

    def __init__(self, clock: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.row_height = 4
        self._clock = clock
        self._found: Sequence[RelatedArticle] = ()
        self._of = ""

    def show(self, found: Sequence[RelatedArticle], *, of: str) -> None:
        """Show what is related to the article *of*; asked anew for the same one, the cursor stays."""
        current = self.current
        kept = [n for n, each in enumerate(found) if current is not None and each.row.id == current.row.id]
        is_same, self._of = of == self._of, of
        self._found = found
        self.rows_changed(cursor=kept[0] if kept and is_same else 0)

    @property
    def current(self) -> RelatedArticle | None:
        """What the cursor is on."""
        return self._found[self.cursor] if self._found else None

    @property
    def shows_cursor(self) -> bool:
        """Only while it has the focus: the cursor that matters is that of ARTICLES."""
        return self.has_focus

    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    def empty_lines(self) -> Sequence[str]:
        """What an empty pane says."""
        return ("Nothing related yet.",)

    def parts(self, index: int, width: int) -> list[list[Part]]:
        """Headline; source and age; the reason."""
        found = self._found[index]
        row = found.row
        mark = "★ " if row.bookmarked else ""
        story = "same story · " if found.same_story else ""
        when = age(row.at, self._clock())
        return [
            [
                (" ", ""),
                (mark, "accent"),
                (fit(row.title, width - 2 - len(mark)), "dim" if row.read else "strong"),
            ],
            [(" ", ""), (fit(f"{row.source_title} · {when}", width - 2), "source")],
            [(" ", ""), (story, "accent"), (fit(_reason(found), width - 2 - len(story)), "reason")],
        ]


def _reason(found: RelatedArticle) -> str:
    if found.see_also:
        return "named by this page"
    return ", ".join(found.why)
