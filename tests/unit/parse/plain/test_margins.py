"""Lines broken at a margin are put together again, others are left alone."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.parse.plain.blocks import Block, blocks_of
from newsreader.parse.plain.lines import lines_of
from newsreader.parse.plain.margin import margin_of

PROSE = (
    "The council of the river met for the first time since the flood, and sat until the lamps went out in the hall"
    " below. Nobody had expected that a vote would be taken before spring, least of all the keeper of the locks, who"
    " had gone home early to look after his bees and had to be fetched by boat. He came in his slippers."
)


def blocks(text: str) -> list[Block]:
    return blocks_of(lines_of(text), lambda line: 0)


@given(st.integers(40, 100), st.integers(2, 5))
def test_wrapped_paragraphs_are_whole_again(margin: int, count: int):
    text = "\n\n".join(fill(PROSE, margin) for _ in range(count))
    assert [block.text for block in blocks(text)] == [PROSE] * count


@given(st.integers(50, 90))
def test_an_indent_begins_a_paragraph(margin: int):
    text = "\n".join(fill(PROSE, margin, initial_indent="   ") for _ in range(3))
    assert [block.text for block in blocks(text)] == [PROSE] * 3


@pytest.mark.parametrize(
    "text",
    [
        "One rope, one lamp,\na bell that nobody has rung,\ntwo oars,\na song in someone else's tongue.",
        "Bread\nButter\nTwo eggs\nA lemon",
        "08:00:01 INFO gate-1 opened\n08:00:02 WARN gate-2 stuck\n08:00:05 INFO gate-2 opened",
    ],
)
def test_lists_verse_and_logs_keep_their_lines(text: str):
    found = blocks(text)
    assert [block.text for block in found] == text.split("\n")
    assert all(block.tied for block in found[1:])


def test_a_hyphen_at_the_margin_goes_and_a_words_own_stays():
    text = """The council voted late to keep the last tram line of seven, over-
turning a plan of the well-
known mayor, who went home."""
    (block,) = blocks(text)
    assert "overturning a plan of the well-known mayor" in block.text


def test_one_line_has_no_margin():
    assert margin_of([list(lines_of(PROSE))]) is None
