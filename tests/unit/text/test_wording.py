"""What counts as another text, and what pages write by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.text.wording import is_counter, wording

TEXT = "The ferry sails at noon.\n\nIt carries sheep."


@pytest.mark.parametrize(
    "other",
    [
        "The  ferry sails\nat noon.\n\n\n\nIt carries sheep. ",
        TEXT + "\n\n12 comments",
        TEXT + "\n\n1,204 views | 3 shares",
        TEXT + "\n\nComments (12)",
        TEXT + "\n\n# Comments: 45",
        TEXT + "\n\n3 Kommentare",
        TEXT + "\n\n5 min read",
        TEXT + "\n\nLesezeit: 4 Minuten",
        TEXT + "\n\nTemps de lecture : 2 min",
        TEXT + "\n\n7 votes · viewed 12k times",
        TEXT + "\n\nコメント数 12",
        TEXT + "\n\nUpdated: 4 March 2026, 10:20",
        TEXT + "\n\nLast updated 2 hours ago",
        TEXT + "\n\nStand: 12.30 Uhr",
        TEXT + "\n\nMis à jour le 3 mars 2026 à 10h20",
        TEXT + "\n\nОбновлено 12:30",
        TEXT + "\n\n更新 10:20",
    ],
)
def test_what_a_page_writes_by_itself_is_no_change(other):
    assert wording(other) == wording(TEXT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 comments", "13 comments"),
        ("Read on | 12 comments", "Read on | 13 comments"),
        ("He said “no” – twice…", 'He said "no" - twice...'),
        ("Plan: https://a.example/p?utm_source=x", "Plan: https://a.example/p?utm_source=y&utm_medium=z"),
        ("soft\u00adware", "software"),
    ],
)
def test_two_that_say_the_same(one, other):
    assert wording(one) == wording(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry sails at noon.", "The ferry sails at one."),
        ("Doors open 18:00", "Doors open 19:00"),
        ("Final score: 3-1", "Final score: 3-2"),
        ("He sold 12 shares of the mill.", "He sold 13 shares of the mill."),
        ("Update: 12 dead", "Update: 14 dead"),
        ("She won by 12 points in Karsk.", "She won by 13 points in Karsk."),
        ("Plan: https://a.example/p?id=1", "Plan: https://a.example/p?id=2"),
        ("No ferry.", "No, ferry."),
        ("Zwölf Boote", "Zehn Boote"),
        ("湖面结冰", "湖面融冰"),
        ("a b", "b a"),
    ],
)
def test_what_somebody_wrote_is_a_change(one, other):
    assert wording(one) != wording(other)


@given(st.text(max_size=200))
def test_any_text_has_a_wording(text):
    assert all(word.strip() for word in wording(text))


def test_blanks_are_passed_over_once():
    assert wording("12 comments |" + " \t" * 500_000 + "Ice holds") == ("Ice", "holds")


@pytest.mark.parametrize(
    "line",
    ["5 min read", "1,204 views", "12 comments | 3 shares", "312 Aufrufe", "Lesedauer: 7 Min.", "Viewed 12k times",
     "Like (34)", "4.6 (212 reviews)", "コメント数 12"],
)  # fmt: skip
def test_what_a_page_counts_is_told(line):
    assert is_counter(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "12",
        "Read on",
        "Lecture 5",
        "5 minutes",
        "12 comments that changed the vote",
        "3 boats",
        "Chapter 5 · 12 views",
    ],
)
def test_what_somebody_wrote_is_no_counter(line):
    assert not is_counter(line)
