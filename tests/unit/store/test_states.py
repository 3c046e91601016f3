"""Marks merge by time, in any order, and applying one twice is applying it once."""

from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.article import ArticleState
from newsreader.store.states import marked, newer

STATES = st.builds(
    ArticleState,
    read=st.booleans(),
    read_at=st.integers(0, 5),
    hidden=st.booleans(),
    hidden_at=st.integers(0, 5),
)


@given(STATES, STATES)
def test_merging_does_not_depend_on_the_order(one, other):
    assert newer(one, other) == newer(other, one)


@given(STATES, STATES, STATES)
def test_merging_does_not_depend_on_the_grouping(one, two, three):
    assert newer(newer(one, two), three) == newer(one, newer(two, three))


@given(STATES)
def test_merging_with_itself_changes_nothing(state):
    assert newer(state, state) == state


@given(STATES, st.sampled_from(["read", "hidden"]), st.booleans(), st.integers(0, 9))
def test_a_mark_takes_and_its_time_never_goes_back(state, field, value, at):
    new = marked(state, field, value, at)
    assert getattr(new, field) is value
    assert getattr(new, f"{field}_at") >= max(at, getattr(state, f"{field}_at"))
    assert marked(new, field, value, at) == new


@given(STATES, st.booleans(), st.integers(0, 9))
def test_a_mark_wins_over_what_it_marked(state, value, at):
    assert newer(state, marked(state, "read", value, at)).read is value
