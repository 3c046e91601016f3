"""Lines that count pages and items, and lines of news with figures in them."""

import pytest

from newsreader.parse.plain.pagers import is_pager


@pytest.mark.parametrize(
    "text",
    ["Page 1 of 3", "list 2 of 5", "Seite 2 von 7", "3 / 12", "Start Prev 1 2 3 4 5 Next End", "1 2 3 Next"],
)
def test_a_line_counts_pages(text: str):
    assert is_pager(text)


@pytest.mark.parametrize(
    "text",
    [
        "Three of 5 boats sink",
        "Harbour wins 2 of 3 matches in the last hour of the season",
        "1",
        "2 dead, 3 hurt, 4 missing",
    ],
)
def test_a_line_of_news_has_figures_too(text: str):
    assert not is_pager(text)
