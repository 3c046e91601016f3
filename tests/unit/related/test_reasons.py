"""The words that are shown as reasons."""

from newsreader.related.features import features
from newsreader.related.reasons import common_from, small_words
from newsreader.related.reasons import why as why_of

TITLE, TEXT = (
    "Quay of Arlen",
    "In Arlen the quay was closed; the UN says so of 12 quays in 1999 of an old port.",
)


def why(shared, asked):
    return why_of(shared, asked, small_words(asked))


def reasons(*terms):
    return why({term: 1 / place for place, term in enumerate(terms, 1)}, features(TITLE, TEXT))


def test_reasons_are_words_as_they_are_written_heaviest_first():
    assert reasons("quay", "arlen", "close") == ("quay", "Arlen", "closed")


def test_numbers_and_little_words_are_no_reasons_but_initials_are():
    assert reasons("1999", "12", "so", "un", "port") == ("UN", "port")


def test_terms_that_the_text_does_not_have_are_no_reasons():
    assert reasons("harbo", "quay") == ("quay",)


def test_a_tenth_of_all_articles_makes_a_word_common_but_not_in_a_small_library():
    assert (common_from(1000), common_from(20)) == (100, 10)


def test_of_forms_as_common_the_shortest_is_a_reason():
    found = why({"argen": 1.0}, features("", "Argentinian coaches were glad: Argentina won."))
    assert found == ("Argentina",)


def test_a_long_stretch_without_spaces_says_that_it_goes_on():
    asked = features("", "在烏克蘭總統訪問美國兩個月後")
    assert why(dict.fromkeys(asked.counts, 1.0), asked) == ("在烏克蘭總統訪問美…",)


def test_small_words_of_the_language_of_the_text_are_no_reasons_but_initials_are():
    text = "There were nurses that had been on the ferry, and what the WHO said of care was clear."
    shared = {"there": 0.9, "been": 0.8, "who": 0.7, "care": 0.5, "nurse": 0.4}
    assert why(shared, features("Care at sea", text)) == ("WHO", "care", "nurses")
