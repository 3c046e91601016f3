from hypothesis import given
from hypothesis import strategies as st

from newsreader.text.natural import natural


def test_numbers_count_and_capitals_do_not():
    names = ["Feed 10", "feed 2", "Feed 1b", "Feed 1", "feed", "Feet", "2 dogs", "10 dogs", "Ärger", "Zebra"]
    assert sorted(names, key=natural) == [
        "2 dogs", "10 dogs", "feed", "Feed 1", "Feed 1b", "feed 2", "Feed 10", "Feet", "Zebra", "Ärger",
    ]  # fmt: skip


@given(st.lists(st.text()))
def test_any_names_can_be_sorted(names):
    sorted(names, key=natural)


def test_a_number_of_any_length_is_one():
    assert natural("9" * 5000) < natural("9" * 5001)
