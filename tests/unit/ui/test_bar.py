"""Where the bar of a pane stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.ui.widgets.line_pane import thumb


@pytest.mark.parametrize(
    ("height", "lines", "first", "bar"),
    [
        (10, 0, 0, (0, 0)),
        (10, 10, 0, (0, 0)),
        (10, 20, 0, (0, 5)),
        (10, 20, 10, (5, 10)),
        (10, 20, 5, (3, 8)),
        (10, 100_000, 0, (0, 1)),
        (10, 100_000, 1, (1, 2)),
        (10, 100_000, 99_990, (9, 10)),
    ],
)
def test_the_bar(height, lines, first, bar):
    assert thumb(height, lines, first) == bar


@given(st.integers(1, 200), st.integers(1, 500_000), st.data())
def test_the_bar_is_in_the_pane_and_at_its_ends_only_where_the_text_is(height, more, data):
    lines = height + more
    first = data.draw(st.integers(0, more))
    begin, after = thumb(height, lines, first)
    assert 0 <= begin < after <= height
    assert (begin == 0) == (first == 0 or after == begin + height)
    if first == more:
        assert after == height
