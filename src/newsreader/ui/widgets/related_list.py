"""RELATED: what belongs beside the article under the cursor, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.model.row import ArticleRow
from newsreader.text.ages import age
from newsreader.ui.paint import fit, lines_of
from newsreader.ui.widgets.row_list import Part, RowList

if TYPE_CHECKING:
    from newsreader.model.related import RelatedArticle

__all__ = ["RelatedList", "reason_of"]


class RelatedList(RowList):
    """Related articles: what the page names, other tellings of the story, and background, each best first."""

    def __init__(self, clock: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.row_height = 5
        self.above = 1
        self._clock = clock
        self._found: Sequence[RelatedArticle] = ()
        self._of = ""

    def show(self, found: Sequence[RelatedArticle], *, of: str) -> None:
        """Show what is related to the article *of*; asked anew for the same one, the cursor stays."""
        found = sorted(found, key=lambda each: _GROUPS.index(_group(each)))
        current = self.current
        kept = [n for n, each in enumerate(found) if current is not None and each.row.id == current.row.id]
        is_same, self._of = of == self._of, of
        self._found = found
        self.rows_changed(cursor=kept[0] if kept and is_same else 0)

    def renew(self, rows: Sequence[ArticleRow]) -> None:
        """Show these rows in place of those of the same articles."""
        new = {row.id: row for row in rows}
        found = [replace(each, row=new.get(each.row.id, each.row)) for each in self._found]
        if found != self._found:
            self._found = found
            self.refresh()

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

    @property
    def found(self) -> Sequence[RelatedArticle]:
        """What is shown, in order."""
        return self._found

    def parts(self, index: int, width: int) -> list[list[Part]]:
        """The heading of a group; headline; source and age; the reason. One of headline and reason has two lines."""
        found = self._found[index]
        row, group = found.row, _group(found)
        begins = index == 0 or _group(self._found[index - 1]) != group
        mark = "★ " if row.bookmarked else ""
        when = age(row.at, self._clock())
        source = fit(row.source_title, width - 5 - len(when))
        reason = lines_of(reason_of(found), width - 2, 2)
        first, *rest = lines_of(row.title, width - 2 - len(mark), 3 - len(reason)) or [""]
        style = "dim" if row.read else "strong"
        return [
            [(f" {group}" if begins else "", "head")],
            [(" ", ""), (mark, "accent"), (first, style)],
            *([(" " * (1 + len(mark)), ""), (line, style)] for line in rest),
            [(" ", ""), (source, "source"), (f" · {when}", "dim")],
            *([(" ", ""), (line, "reason")] for line in reason),
        ]


_GROUPS = ("SEE ALSO", "SAME STORY", "BACKGROUND")


def _group(found: RelatedArticle) -> str:
    if found.see_also:
        return _GROUPS[0]
    return _GROUPS[1] if found.same_story else _GROUPS[2]


def reason_of(found: RelatedArticle) -> str:
    """Why an article stands there: the words that both have, how far apart in time, how many tell it."""
    words = "named by this page" if found.see_also else ", ".join(found.why)
    told = f"told by {found.tellers}" if found.tellers > 1 and not found.same_story else ""
    return " · ".join(filter(None, (words, _apart(found.hours), told)))


def _apart(hours: float) -> str:
    if hours < 1:
        return f"{round(hours * 60)} min apart"
    return f"{round(hours)} h apart" if hours < 48 else f"{round(hours / 24):,} d apart"
