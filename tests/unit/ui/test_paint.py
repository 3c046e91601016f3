"""Text in columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.ui.paint import lines_of, width_of


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("", 10, 2, [""]),
        ("mayor, Dyer", 20, 2, ["mayor, Dyer"]),
        ("mayor, Merrick, Dyer, votes", 15, 2, ["mayor, Merrick,", "Dyer, votes"]),
        ("mayor, Merrick, Dyer, votes, recount", 15, 2, ["mayor, Merrick,", "Dyer, votes, r…"]),
        ("one two three", 5, 1, ["one…"]),
        ("extraordinarily long", 8, 2, ["extraor…", "long"]),
        ("桟橋 連絡船", 6, 2, ["桟橋", "連絡船"]),
    ],
)
def test_words_are_laid_in_lines(text, width, most, lines):
    assert lines_of(text, width, most) == lines


@given(st.text(max_size=60), st.integers(1, 30), st.integers(1, 4))
def test_no_line_is_too_wide_and_there_are_not_too_many(text, width, most):
    lines = lines_of(text, width, most)
    assert len(lines) <= most
    assert all(width_of(line) <= width for line in lines)
