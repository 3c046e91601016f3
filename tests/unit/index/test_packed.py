"""Numbers with counts, there and back."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.index.packed import pack_counts, unpack_counts

LARGEST_CHARACTER = 0x10FFFF


def back(counts):
    return {
        number: count for number, count in zip(*unpack_counts(*pack_counts(counts)), strict=True) if count
    }


@given(st.dictionaries(st.integers(1, 9_000_000), st.integers(1, 400)))
def test_numbers_come_back_with_their_counts_up_to_255(counts):
    assert back(counts) == {number: min(255, count) for number, count in counts.items()}


def test_numbers_may_be_further_apart_than_any_character_says():
    far = {1: 2, 3 * LARGEST_CHARACTER: 4, 3 * LARGEST_CHARACTER + 1: 1}
    assert back(far) == far
