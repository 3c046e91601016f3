"""Average linkage, heat and copies, on numbers and words of our own."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.related.copies import is_copy
from newsreader.related.hot import heat
from newsreader.related.stories import CAP, joined, linked, misfit


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


def linked_groups(pairs, **said):
    return sorted(map(sorted, linked(pairs, likeness(pairs), **said)))


def test_the_likest_join_first_and_keep_out_what_is_like_one_of_them():
    pairs = {(1, 2): 1.2, (2, 3): 1.5, (1, 3): 0.4, (4, 5): 1.0, (5, 6): 0.9}
    assert linked_groups(pairs) == [[2, 3], [4, 5]]


def test_groups_join_that_are_alike_on_average():
    pairs = {(1, 2): 2.0, (3, 4): 2.0, (1, 3): 1.6, (2, 4): 1.6, (1, 4): 0.5, (2, 3): 0.5}
    assert linked_groups(pairs) == [[1, 2, 3, 4]]
    assert linked_groups(pairs | {(2, 3): 0.2}) == [[1, 2], [3, 4]]


def test_what_is_no_candidate_is_asked_for_when_groups_meet():
    asked = []

    def elsewhere(one, other):
        asked.append((one, other))
        return 0.8

    assert sorted(map(sorted, linked({(1, 2): 1.5, (2, 3): 1.3}, elsewhere))) == [[1, 2, 3]]
    assert asked == [(1, 3)]


@given(st.dictionaries(st.tuples(st.integers(1, 9), st.integers(10, 19)), st.floats(0, 3)), st.randoms())
def test_the_order_of_what_is_alike_changes_nothing(pairs, rng):
    pairs = {pair: like + place / 1e6 for place, (pair, like) in enumerate(pairs.items())}
    turned = list(pairs.items())
    rng.shuffle(turned)
    assert linked_groups(dict(turned)) == linked_groups(pairs)


def test_what_was_said_makes_groups_and_keeps_them_apart():
    pairs = {(1, 2): 1.5, (2, 3): 0.1}
    assert linked_groups(pairs, apart={(1, 2), (2, 1)}) == []
    assert linked_groups(pairs, same={(2, 3), (3, 2)}) == [[2, 3]]
    assert linked_groups({}, same={(7, 8), (8, 7)}) == [[7, 8]]
    assert linked_groups({}, same={(7, 8), (8, 7)}, apart={(7, 8), (8, 7)}) == []


def test_a_group_that_was_linked_does_not_grow_for_ever():
    alike = {(one, other): 2.0 for other in range(CAP + 5) for one in range(other)}
    assert max(map(len, linked(alike, likeness(alike)))) == CAP


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
