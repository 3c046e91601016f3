"""Articles as lines of a list."""

import io
from array import array
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsreader.cli import rows as module
from newsreader.cli.columns import width_of
from newsreader.cli.output import Output
from newsreader.cli.rows import Columns, pages_of_view, print_rows
from newsreader.model.query import ListQuery
from newsreader.model.row import ArticleRow

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ROW = ArticleRow(
    1, "9f86d081884c7d65", "s1", "Harbour Daily", "Ferry sails again", "", "", NOW - timedelta(hours=2)
)
LONG = "The night ferry to the northern islands sails again after a year of repairs and one of quarrels"


class Terminal(io.TextIOWrapper):
    def __init__(self):
        super().__init__(io.BytesIO())

    def isatty(self):
        return True

    def lines(self):
        self.flush()
        return self.buffer.getvalue().decode().splitlines()


def printed(monkeypatch, pages, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = Terminal()
    print_rows(Output(stream, None, {"NO_COLOR": "1"}), pages, NOW)
    return stream.lines()


@pytest.mark.parametrize("columns", [50, 80, 120, 200])
def test_lines_fit_and_columns_stand_under_each_other(monkeypatch, columns):
    rows = [
        ROW,
        replace(ROW, title=LONG, read=True, bookmarked=True, at=NOW - timedelta(days=500)),
        replace(ROW, title="港の灯台が開く" * 20, source_title="港日報"),
        replace(ROW, source_title="A newspaper with a name that is far too long for its column"),
    ]
    lines = printed(monkeypatch, [rows], columns)
    assert all(width_of(line) <= columns for line in lines)
    starts = {width_of(line[: line.index(row.title[:3])]) for line, row in zip(lines, rows, strict=True)}
    assert len(starts) == 1
    assert all(line.startswith("9f86d081884c7d65 ") for line in lines)


def test_a_narrow_terminal_still_shows_the_headline(monkeypatch):
    (line,) = printed(monkeypatch, [[ROW]], 30)
    assert "Ferry" in line


def test_control_characters_of_a_title_are_not_printed(monkeypatch):
    (line,) = printed(monkeypatch, [[replace(ROW, title="a\x1b[31m\nb", source_title="c\td")]], 80)
    assert line.endswith("c d  a\ufffd[31m b")


def test_a_pipe_gets_whole_headlines():
    columns = Columns.of([replace(ROW, title=LONG)], ["2 h"], None)
    assert columns == Columns(3, len("Harbour Daily"), None)


class Fake:
    """A library of *count* articles that says how many rows it was asked for at once."""

    def __init__(self, count):
        self.keys = array("q", range(count))
        self.asked = []

    def view(self, query):
        self.asked.append("all")
        return self.keys

    def window(self, query, limit):
        return self.rows(self.keys[:limit])

    def rows(self, keys):
        self.asked.append(len(keys))
        return [replace(ROW, key=key) for key in keys]


@pytest.mark.parametrize(
    ("count", "limit", "pages"),
    [(0, 50, ["all"]), (3, 50, ["all", 3]), (3, 2, [2]), (10, 50, ["all", 4, 4, 2]), (10, 8, ["all", 4, 4])],
)
def test_a_long_list_is_read_in_pages(monkeypatch, count, limit, pages):
    monkeypatch.setattr(module, "_PAGE", 4)
    library = Fake(count)
    found = [row.key for page in pages_of_view(library, ListQuery(), limit) for row in page]
    assert found == list(range(min(count, limit)))
    assert library.asked == pages
