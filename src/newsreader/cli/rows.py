"""Articles as lines of a list: id, marks, age, source, headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newsreader.cli.columns import cut, padded, width_of
from newsreader.cli.output import Output, Painted, one_line
from newsreader.model.article import ArticleRow
from newsreader.text.dates import age

__all__ = ["Columns", "print_rows"]

_ID_WIDTH = 16
_WIDEST_SOURCE = 24
_NARROWEST_TITLE = 20
# Blanks and marks between the columns.
_BETWEEN = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns of one list are.

    Attributes:
        age: columns of the age.
        source: columns of the source's title.
        title: columns of the headline; None where it is not cut.
    """

    age: int
    source: int
    title: int | None

    @classmethod
    def of(cls, rows: Sequence[ArticleRow], ages: Sequence[str], width: int | None) -> Columns:
        """The columns in which *rows* stand best, *width* columns in all, None for any number."""
        age_width = max(map(len, ages), default=0)
        source = min(max((width_of(row.source_title) for row in rows), default=0), _WIDEST_SOURCE)
        if width is None:
            return cls(age_width, source, None)
        room = max(width - _ID_WIDTH - _BETWEEN - age_width, _NARROWEST_TITLE)
        source = min(source, room // 3)
        return cls(age_width, source, room - source)


def print_rows(out: Output, rows: Sequence[ArticleRow], now: datetime | None = None) -> None:
    """Print a line for each row; *now* is the time that ages are counted from."""
    now = now or datetime.now(UTC)
    ages = [age(row.at, now) for row in rows]
    columns = Columns.of(rows, ages, out.width)
    for row, old in zip(rows, ages, strict=True):
        _print_row(out, row, old, columns)


def _print_row(out: Output, row: ArticleRow, old: str, columns: Columns) -> None:
    title = one_line(row.title)
    marks = ("b" if row.bookmarked else " ") + ("*" if not row.read else " ")
    out.line(
        Painted(row.id, "dim"),
        f" {marks} ",
        Painted(padded(old, columns.age, right=True), "dim"),
        f"  {padded(one_line(row.source_title), columns.source)}  ",
        Painted(title if columns.title is None else cut(title, columns.title), "" if row.read else "bold"),
    )
