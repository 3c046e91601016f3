"""Terms of articles: counted alone, and with the words that they came from."""

import pytest

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
