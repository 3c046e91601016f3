import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from newsreader.cli.columns import cut, padded, width_of

LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")), max_size=60)


@given(LINES)
def test_the_quick_way_agrees_with_wcwidth(text):
    assert width_of(text) == max(0, wcswidth(text))


@pytest.mark.parametrize(
    ("text", "width", "cut_to"),
    [
        ("Dock workers", 12, "Dock workers"),
        ("Dock workers", 11, "Dock worke…"),
        ("Dock workers", 6, "Dock…"),
        ("港口罢工结束", 12, "港口罢工结束"),
        ("港口罢工结束", 11, "港口罢工结…"),
        ("港口罢工结束", 10, "港口罢工…"),
        ("cafe\u0301 noir", 5, "cafe\u0301…"),
        ("👩‍👩‍👧 at home", 3, "👩‍👩‍👧…"),
        ("👩‍👩‍👧 at home", 2, "…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("", 0, ""),
    ],
)
def test_what_is_too_wide_is_cut_between_characters(text, width, cut_to):
    assert cut(text, width) == cut_to


@given(LINES, st.integers(0, 30))
def test_nothing_cut_is_too_wide(text, width):
    assert width_of(cut(text, width)) <= width


@given(LINES, st.integers(1, 30), st.booleans())
def test_columns_are_exactly_as_wide_as_asked(text, width, right):
    assert width_of(padded(text, width, right=right)) == width


def test_what_joins_to_the_character_before_goes_with_it():
    for count in range(1, 8):
        shown = cut("a\u0301" * 8, count).removesuffix("…")
        assert all(wcwidth(character) == 1 for character in shown[::2])
        assert len(shown) % 2 == 0
