"""Web addresses: what needs no cleaning is told at a look, and a query that is empty stays."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.text.urls import clean_url, is_settled

PARTS = "http https :// : / // . .. ? # % & = + ~ ; @ a é 7 80 99999 a.example %zz".split()


@given(
    st.lists(st.sampled_from(PARTS), max_size=6).map(lambda parts: "http://a.example" + "".join(parts)),
    st.sampled_from([None, "http://b.example/c/d?e#f", "https://b.example", "mailto:x"]),
)
def test_what_is_settled_is_what_cleaning_gives(text, base):
    if is_settled(text):
        with patch("newsreader.text.urls.is_settled", lambda _: False):
            assert clean_url(text, base) == text


def test_most_addresses_are_settled():
    assert is_settled("https://a.example:8080/2026/11/20/dock-strike.html?id=7&page=2")
    assert not any(map(is_settled, ("https://a.example", "http://a.example:99999/", "https://a.example/x#y")))


@pytest.mark.parametrize(
    ("text", "base", "whole"),
    [
        ("https://a.example/x?", None, "https://a.example/x?"),
        ("/x?", "https://a.example/b?c", "https://a.example/x?"),
        ("https://ä.example/x?", None, "https://xn--4ca.example/x?"),
        ("https://a.example/?#", None, "https://a.example/?"),
        ("?", "https://a.example/b?c", "https://a.example/b?c"),
        ("https://a.example/#x?", None, "https://a.example/#x?"),
    ],
)
def test_a_question_mark_that_asks_nothing_stays(text, base, whole):
    assert clean_url(text, base) == whole
