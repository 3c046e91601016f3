"""RELATED: what belongs beside the article under the cursor, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from newsreader.model.article import RelatedArticle
from newsreader.text.dates import age
from newsreader.ui.paint import fit, lines_of
from newsreader.ui.widgets.row_list import Part, RowList

__all__ = ["RelatedList"]


class RelatedList(RowList):
    """Related articles, best first."""

    def __init__(self, clock: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.row_height = 5
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
        """Headline; source and age; the reason, in two lines so that its words are whole."""
        found = self._found[index]
        row = found.row
        mark = "★ " if row.bookmarked else ""
        when = age(row.at, self._clock())
        source = fit(row.source_title, width - 5 - len(when))
        title = fit(row.title, width - 2 - len(mark))
        return [
            [(" ", ""), (mark, "accent"), (title, "dim" if row.read else "strong")],
            [(" ", ""), (source, "source"), (f" · {when}", "dim")],
            *_reason_lines(found, width - 2),
        ]


def _reason_lines(found: RelatedArticle, width: int) -> list[list[Part]]:
    story = "same story · " if found.same_story else ""
    first, *rest = lines_of(story + _reason(found), width, 2)
    head: list[Part] = [(" ", ""), (story.rstrip(), "accent"), (first[len(story.rstrip()) :], "reason")]
    return [head, *([(" ", ""), (line, "reason")] for line in rest)]


def _reason(found: RelatedArticle) -> str:
    if found.see_also:
        return "named by this page"
    return ", ".join(found.why)
