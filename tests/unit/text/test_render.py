"""Text set in lines."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.text.blocks import Block, Span
from newsreader.text.render import render


def measure(text):
    """As many columns as a terminal takes for these letters."""
    return sum({"\u0301": 0, "\u3042": 2}.get(letter, 1) for letter in text)


@given(st.text(alphabet="ab cde\u3042\u0301-", max_size=120), st.integers(2, 20))
def test_text_of_one_style_is_set_as_text_of_several_is(text, width):
    link = Span(text, frozenset({"link"}), "https://coast.example/")
    whole = render([Block("paragraph", (link,))], width, measure)
    assert whole == render([Block("paragraph", (link, Span("")))], width, measure)
    assert all(measure(line.text) <= width for line in whole)


def test_words_are_parted_by_one_blank():
    lines = render([Block("paragraph", (Span("  one  two three "),))], 8, measure)
    assert [line.text for line in lines] == ["one two", "three"]
