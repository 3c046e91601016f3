"""Texts that are no pages of news, and what holds of any text."""

import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.parse.plain import parse_plain

WORDS = st.sampled_from(
    "the lake froze over Oske and Mira went home - NOTE: By 1. (so) — * | ??? 3 May 湖 Read more: END".split(
        " "
    )
)
LINES = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=30).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), LINES))
def test_any_text_is_read(text: str):
    entries = parse_plain(text).entries
    assert len({entry.key for entry in entries}) == len(entries)
    assert all(entry.text or entry.title for entry in entries)
    assert parse_plain(text).entries == entries


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("abc é,.;?!'\"()*#|-\n", min_size=1), max_size=8).map("\n".join))
def test_no_word_of_a_text_without_datelines_is_lost(text: str):
    entries = parse_plain(text).entries
    words = re.findall(r"[abcé]+", text)
    if not words:
        assert entries == ()
        return
    (entry,) = entries
    kept = re.findall(r"[abcé]+", f"{entry.title}\n{entry.text}")
    missing = sorted(set("".join(words)) - set("".join(kept)))
    assert not missing
    assert sum(map(len, kept)) >= sum(map(len, words))


PLAY = """ALICE: I heard that the lake has frozen, all the way from the mill to the far side of the old harbour wall.

BOB: It has.

ALICE: Then we can walk across, and nobody needs to pay the ferryman any more, as they have since the war.

BOB: Nobody but you has ever paid him.
"""
LETTER = """Dear Mira,

By the time you read this I shall be in Karsk - or so I hope (the train is late again).

Read more books. Sign nothing.

Yours, Oske
"""
STEPS = """NOTE: unplug it first.

WARNING: the plate is hot.

1. Open the lid - gently.
2. Pour 3 cups.

Copyright 2024 Mira Oske
"""


@pytest.mark.parametrize(
    "text", [PLAY, LETTER, STEPS, "word", "Two words", "One sentence here.", "3 March 2024", "OSKE (AA)"]
)
def test_a_text_that_is_no_news_is_one_article_with_all_that_it_says(text: str):
    (entry,) = parse_plain(text).entries
    whole = " ".join(f"{entry.title} {entry.text}".split())
    for sentence in (" ".join(line.split()) for line in text.splitlines() if line.strip()):
        assert sentence in whole


@pytest.mark.parametrize("text", ["", "\n\n", " \t\u00a0\u200b", "***\n\n---"])
def test_a_text_without_a_word_is_no_article(text: str):
    assert parse_plain(text).entries == ()


def page(*articles: str) -> str:
    return "\n\n".join(articles)


def article(title: str, text: str, place: str = "NORHAVEN") -> str:
    return f"{title}\n\n{place}, March 3 (NNA) - {text}"


LONG = "The council of the river met for the first time since the flood, and sat until the lamps went out."


def test_an_article_is_the_same_wherever_it_stands():
    one, two = article("Lamps go out", LONG), article("Bread is cheaper", LONG, "KARSK")
    keys = {entry.title: entry.key for entry in parse_plain(page(one, two)).entries}
    assert {entry.title: entry.key for entry in parse_plain(page(two, one)).entries} == keys
    assert parse_plain(one).entries[0].key == keys["Lamps go out"]


def test_an_article_that_is_there_twice_is_one():
    one = article("Lamps go out", LONG)
    assert len(parse_plain(page(one, article("Bread is cheaper", LONG, "KARSK"), one)).entries) == 2


def test_two_articles_of_one_headline_and_dateline_are_two():
    first, second = article("Briefs", LONG), article("Briefs", "Nothing else happened. " + LONG)
    assert len({entry.key for entry in parse_plain(page(first, second)).entries}) == 2


def test_what_stands_word_for_word_under_several_articles_is_no_part_of_them():
    motto = "The Norhaven Courier answers to nobody but its readers."
    pages = page(
        article("Lamps go out", f"{LONG}\n\nIt was dark.\n\n{motto}"),
        article("Bread is cheaper", f"{LONG}\n\nIt was warm.\n\n{motto}", "KARSK"),
    )
    assert all(
        motto not in entry.text and len(entry.text.split("\n\n")) == 2 for entry in parse_plain(pages).entries
    )


PLACES = ("NORHAVEN", "KARSK", "PORT SALDA", "Alvik", "St. Marlow")
DATELINES = (
    "{} (NNA) - ",
    "{}, March 3 (NNA) -- ",
    "{} /NNA/ - ",
    "(NNA) - {}, 3 MAR - ",
    "{}, 3 March (Norpress) — ",
)
BETWEEN = (
    "Advertisement",
    "Photo: Ole Brandt / NNA",
    "Share this: Facebook Twitter Email",
    "Read more: Owl seen again at the mint",
    "Related stories\n- Owl seen again at the mint\n- Bread is cheaper in Karsk",
    "* * *",
    "What comes next",
    "[Video]",
    "3 March 2024, 10:15",
    "- the first point of the plan\n- and the second one",
    "Write to desk@norhaven.example",
    "Read 3 comments",
)


@settings(max_examples=300, deadline=None)
@given(
    dateline=st.sampled_from(DATELINES),
    articles=st.lists(st.lists(st.sampled_from(BETWEEN), max_size=4), min_size=1, max_size=4),
    wrapped=st.booleans(),
    short=st.booleans(),
)
def test_no_sentence_of_an_article_is_lost_whatever_stands_between(
    dateline: str, articles: list[list[str]], wrapped: bool, short: bool
):
    lines, told = [], []
    # One short sentence after a rule is a remark of the desk as often as not.
    articles = [[each for each in between if not (short and each == "* * *")] for between in articles]
    for at, between in enumerate(articles):
        told_of = "Paragraph {}.{} of the story tells at some length how it sailed."
        more = "" if short else " It was late by some hours, and nobody knew why."
        sentences = [told_of.format(at, n) + more for n in range(len(between) + 1)]
        told += sentences
        first, *others = sentences
        lines += [f"Ferry number {at} sails after the storm", "", dateline.format(PLACES[at]) + first, ""]
        for each, sentence in zip(between, others, strict=True):
            lines += [each, "", sentence, ""]
    text = "\n".join(textwrap.fill(line, 66) if wrapped else line for line in "\n".join(lines).split("\n"))
    entries = parse_plain(text).entries
    assert [entry.place for entry in entries] == list(PLACES[: len(articles)])
    whole = " ".join(" ".join(entry.text.split()) for entry in entries)
    assert [sentence for sentence in told if sentence not in whole] == []
