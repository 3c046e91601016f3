"""Terms of articles: counted alone, and with the words that they came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.related.features import features, term_counts

TEXTS = [
    ("Dockers strike", "The dockers of Marsend went on strike, and Marsend waits."),
    ("東京の港", "東京の港で、ニュースが x_y and ภาษาไทย"),
    ("", ""),
]


@pytest.mark.parametrize(("title", "text"), TEXTS)
def test_terms_are_the_same_with_their_words_and_without(title, text):
    found = features(title, text)
    assert found.counts == term_counts(title, text)
    assert found.words.keys() <= found.counts.keys()
    assert {term for run in found.runs for term in run} <= found.counts.keys()


def test_a_word_of_the_title_counts_twice_and_so_does_a_name():
    counts = term_counts("Strike", "the strike of dockers in Marsend")
    assert counts == {"the": 1, "strik": 3, "of": 1, "docke": 1, "in": 1, "marse": 2}


def test_an_underline_parts_words():
    assert term_counts("", "one_two") == {"one": 1, "two": 1}


def test_how_marks_are_written_changes_no_word():
    curly = "\u201cMarsend\u2019s dockers\u201d \u2013 all\xa0of them\u2026 \u2014 wait"
    plain = '"Marsend\'s dockers" - all of them... - wait'
    assert list(term_counts("", curly).items()) == list(term_counts("", plain).items())


@given(st.text())
def test_words_are_the_same_beside_a_letter_that_is_not_plain(text):
    alone, beside = term_counts("", text), term_counts("", f"{text} \u00e9t\u00e9")
    assert alone.keys() <= beside.keys() <= alone.keys() | {"ete"}
