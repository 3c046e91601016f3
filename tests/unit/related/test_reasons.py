"""The words that are shown as reasons."""

from newsreader.related.features import features
from newsreader.related.reasons import why
from support.rarities import rarity_of

TITLE, TEXT = (
    "Quay of Arlen",
    "In Arlen the quay was closed; the UN says so of 12 quays in 1999 of an old port.",
)


def reasons(*terms):
    found = features(TITLE, TEXT)
    numbers = dict(enumerate(terms, 1))
    shared = {n: 1 / n for n in numbers}
    return why(shared, numbers, found, rarity_of([0, *[2] * len(terms)], 1000))


def test_reasons_are_words_as_they_are_written_heaviest_first():
    assert reasons("quay", "arlen", "close") == ("quay", "Arlen", "closed")


def test_numbers_and_little_words_are_no_reasons_but_initials_are():
    assert reasons("1999", "12", "so", "un", "port") == ("UN", "port")


def test_words_of_a_tenth_of_all_articles_are_no_reasons():
    found = features(TITLE, TEXT)
    assert why({1: 0.9, 2: 0.1}, {1: "quay", 2: "arlen"}, found, rarity_of([0, 200, 2], 1000)) == ("Arlen",)
