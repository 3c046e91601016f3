"""Average linkage, heat and copies, on numbers and words of our own."""

from newsreader.related.copies import is_copy
from newsreader.related.hot import heat
from newsreader.related.stories import CAP, joined, misfit


def likeness(pairs):
    return lambda one, other: pairs.get((min(one, other), max(one, other)), 0.0)


def test_an_article_joins_the_likest_group():
    found = joined([[9], [1, 2], [3]], likeness({(1, 9): 1.1, (2, 9): 1.1, (3, 9): 1.5}))
    assert found == [0, 2]  # and 3, which joined, is nothing like 1 and 2


def test_one_like_member_is_not_enough():
    assert joined([[9], [1, 2, 3]], likeness({(1, 9): 2.0})) == [0]


def test_an_article_bridges_groups_that_are_like_each_other():
    pairs = {(1, 9): 1.4, (2, 9): 1.3, (1, 2): 1.0}
    assert joined([[9], [1], [2]], likeness(pairs)) == [0, 1, 2]


def test_what_was_said_counts_more_than_likeness():
    pairs = {(1, 9): 1.5}
    assert joined([[9], [1]], likeness(pairs), apart={(1, 9), (9, 1)}) == [0]
    assert joined([[9], [1], [2]], likeness(pairs), same={(2, 9), (9, 2)}) == [0, 2]


def test_a_story_does_not_grow_for_ever():
    group = list(range(CAP))
    assert joined([[99], group], lambda one, other: 2.0) == [0]
    assert joined([[99], group[1:]], lambda one, other: 2.0) == [0, 1]


def test_the_misfit_is_who_was_set_apart_from_most():
    apart = {(1, 2), (2, 1), (1, 3), (3, 1)}
    assert misfit([1, 2, 3], apart) == 1
    assert misfit([2, 3], apart) is None
    assert misfit([], apart) is None


def test_a_story_that_many_tell_is_hotter():
    told = {"a": {("x",): True, ("y",): True}, "b": {("x",): True, ("y",): True, ("z",): True}}
    assert [story for story, _ in heat(told)] == ["b", "a"]


def test_who_tells_everything_and_who_copies_count_little():
    everything = {("all",): True}
    told = {
        "a": {**everything, ("w",): True},
        "b": {**everything, ("x",): True, ("y",): True},
        "c": {**everything, ("v",): False},
        "alone": {("z",): True},
    }
    ranked = heat(told)
    assert [story for story, _ in ranked] == ["b", "a", "c"]
    scores = dict(ranked)
    assert scores["b"] - scores["a"] == 1
    assert scores["a"] - scores["c"] == 0.5


def test_a_copy_has_runs_of_the_same_words():
    text = " ".join(f"word{n}" for n in range(60))
    assert is_copy(text, "Agency. " + text.upper() + " Ends")
    assert is_copy(text, " ".join(text.split()[:40]))
    assert not is_copy(text, " ".join(reversed(text.split())))
    assert not is_copy("strike ends in Arlen after nine days", "strike ends in Arlen after nine days")
