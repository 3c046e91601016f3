"""Likeness in numbers: weights, neighbours, time."""

import pytest

from newsreader.related.features import features
from newsreader.related.similar import Vector, cosine, expanded, heaviest, nearness, shared, weighed
from support.rarities import rarity_of

RARITY = rarity_of([0, 1, 2, 10, 100], 100)


def test_a_rarer_term_weighs_more_and_one_of_all_articles_nothing():
    assert RARITY[1] > RARITY[2] > RARITY[3] > RARITY[4] >= 0
    assert RARITY[4] < 0.1
    assert RARITY[99] == RARITY[1]  # never seen


def test_a_vector_is_of_length_one():
    vector = weighed([1, 2, 3], [1, 2, 255], RARITY)
    assert cosine(vector.as_dict(), vector) == pytest.approx(1)
    assert weighed([], [], RARITY) == Vector([], [])


def test_the_heaviest_come_first():
    assert list(heaviest([4, 3, 1], [9, 1, 1], RARITY)) == [1, 3, 4]
    assert len(heaviest(range(1, 500), [1] * 499, RARITY)) < 499


def test_an_article_moves_towards_its_neighbours_and_further_to_mutual_ones():
    own, other = Vector([1, 2], [0.6, 0.8]), Vector([2, 3], [0.6, 0.8])
    alone, near, mutual = (expanded(own, given) for given in ([], [(other, False)], [(other, True)]))
    assert alone == own.as_dict()
    assert 0 == alone.get(3, 0) < near[3] < mutual[3]
    assert cosine(mutual, other) > cosine(near, other) > cosine(alone, other)
    assert cosine(mutual, Vector(list(mutual), list(mutual.values()))) == pytest.approx(1)


def test_what_two_share_adds_up_to_their_cosine():
    one, two = {1: 0.6, 2: 0.8}, {2: 0.8, 3: 0.6, 1: 0.0}
    parts = shared(one, two)
    assert list(parts) == [2, 1]
    assert sum(parts.values()) == pytest.approx(0.64)


def test_nearness_halves_in_a_week_but_something_lasts():
    assert nearness(0) == 1
    assert nearness(168, lasting=0) == nearness(-168, lasting=0) == 0.5
    assert nearness(1e6) == pytest.approx(0.25)


def test_names_count_twice():
    text = "The mayor of Osten, Ida Brekke, said that the tower is safe."
    counts = features("", text).counts
    assert counts["brekk"] == counts["osten"] == 2 * counts["tower"]
    assert counts["the"] == 2  # at the start of a sentence, and without a capital elsewhere
    for shouted in (text.upper(), text.title()):
        assert features("", shouted).counts["brekk"] == features("", shouted).counts["tower"]
