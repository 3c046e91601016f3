"""Articles as lines of a list: id, marks, age, source, headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsreader.cli.columns import cut, padded, width_of
from newsreader.cli.output import Output, Painted, one_line
from newsreader.model.query import ListQuery
from newsreader.model.row import ArticleRow
from newsreader.text.ages import age

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["Columns", "pages_of_view", "print_rows"]

_ID_WIDTH = 16
_WIDEST_SOURCE = 24
_NARROWEST_TITLE = 8
_ROOM_FOR_SOURCE = 24
# Blanks and marks between the columns.
_BETWEEN = 8

# A page of rows; a page of whole articles of 3 KB takes some 25 MB. Articles of one page that share a file are read at
# once, so that smaller pages read the library's files more often.
_PAGE = 5_000


def pages_of_view(library: Library, query: ListQuery, limit: int) -> Iterator[Sequence[ArticleRow]]:
    """The first *limit* rows that *query* wants, newest first, some at a time."""
    if limit <= _PAGE:
        yield library.window(query, limit)  # to know 100,000 others takes 0.1 s
        return
    keys = library.view(query)[:limit]
    for start in range(0, len(keys), _PAGE):
        yield library.rows(keys[start : start + _PAGE])


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
        source = min(max((width_of(one_line(row.source_title)) for row in rows), default=0), _WIDEST_SOURCE)
        if width is None:
            return cls(age_width, source, None)
        room = max(width - _ID_WIDTH - _BETWEEN - age_width, _NARROWEST_TITLE)
        source = min(source, room // 3) if room >= _ROOM_FOR_SOURCE else 0
        return cls(age_width, source, room - source)


def print_rows(out: Output, pages: Iterable[Sequence[ArticleRow]], now: datetime | None = None) -> None:
    """Print a line for each row; *now* is the time that ages are counted from.

    The columns are those of the first page: a list of a whole library is printed while it is read.
    """
    now = now or datetime.now(UTC)
    columns: Columns | None = None
    for rows in pages:
        ages = [age(row.at, now) for row in rows]
        columns = columns or Columns.of(rows, ages, out.width)
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
