"""Likeness in numbers: weights, neighbours, time."""

from itertools import combinations
from math import hypot

import pytest

from newsreader.related.features import features
from newsreader.related.similar import (
    RANKING,
    STORIES,
    Rarity,
    Vector,
    cosine,
    dot,
    length,
    nearness,
    neighbours,
    pulls,
    spread,
    weighed,
)
from support.rarities import rarity_of

RARITY = rarity_of([0, 1, 2, 10, 100], 100)


def test_a_rarer_term_weighs_more_and_one_of_all_articles_nothing():
    assert RARITY[1] > RARITY[2] > RARITY[3] > RARITY[4] == 0
    assert RARITY[99] == RARITY[1]  # never seen
    assert RARITY.of([2, 99]) == [RARITY[2], RARITY[1]]


def test_a_vector_is_of_length_one():
    vector = weighed([1, 2, 3], [1, 2, 255], RARITY)
    assert cosine(vector, vector) == pytest.approx(1)
    assert dot(spread([(vector, 1.0)]), vector) == pytest.approx(1)
    assert weighed([], [], RARITY) == Vector([], [], 1.0)


def test_the_heaviest_come_first():
    assert weighed([4, 3, 1], [9, 1, 1], RARITY).terms == [1, 3, 4]
    assert len(weighed(range(1, 500), [1] * 499, RARITY).weights) < 499


def test_a_term_weighs_what_it_does_in_the_language_of_the_article():
    rarity = Rarity(bytes([0, 16, 160]), 16, 100, {7: bytes([0, 160, 16])})
    assert weighed([1, 2], [1, 1], rarity, 7).terms == [1, 2]
    assert weighed([1, 2], [1, 1], rarity, 8).terms == [2, 1]
    assert rarity.of([1, 50], 7) == [rarity[2], rarity[50]]


def test_a_headline_is_moved_towards_more():
    assert neighbours(Vector(range(23), [1] * 23, 1.0)) > neighbours(Vector(range(24), [1] * 24, 1.0))


def test_an_article_is_pulled_further_by_its_like_and_by_who_has_it_near_too():
    one_sided, mutual, unlike = pulls([0.5, 0.5, -0.1], [False, True, True], RANKING, among=1000)
    assert mutual > one_sided > unlike == 0
    even, same = pulls([0.5, 0.5], [False, True], STORIES, among=1000)
    assert mutual > even == same


def test_who_is_nearest_of_a_handful_says_little():
    (of_four,), (of_many,) = (pulls([0.5], [True], STORIES, among=among) for among in (4, 4000))
    assert of_four < of_many / 2


def test_the_length_of_what_was_moved_comes_of_cosines():
    own, *near = (
        Vector([1, 2], [200, 100], 1 / hypot(200, 100)),
        Vector([2, 3], [90, 120], 1 / 150),
        Vector([1, 3], [30, 40], 1 / 50),
    )
    likeness = [cosine(own, each) for each in near]
    moved = pulls(likeness, [True, False], RANKING, among=100)
    written = spread([(own, 1.0), *zip(near, moved, strict=True)])
    between = [cosine(*pair) for pair in combinations(near, 2)]
    assert length(moved, likeness, between) == pytest.approx(hypot(*written.values()))


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
