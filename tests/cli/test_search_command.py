"""search, and the query of list."""

import pytest


@pytest.mark.parametrize(
    ("words", "guids"),
    [
        (("ferry",), ["vp-1", "hd-1"]),
        (("ferry", "night"), ["vp-1", "hd-1"]),
        (("walked", "--unread"), ["hd-1"]),
        (("nowhere",), []),
        (("--", "ferry", "-walked"), ["vp-1"]),
        (("ferry -walked",), ["vp-1"]),
    ],
)
def test_list_takes_a_query(cli, ids, words, guids):
    assert [item["_newsreader"]["guid"] for item in cli("list", "--json", *words).items] == guids


def test_search_ranks_titles_above_texts(cli, ids):
    done = cli("search", "ferry", "--json")
    assert {item["id"] for item in done.items} == {ids["vp-1"], ids["hd-1"]}
    scores = [item["_newsreader"]["score"] for item in done.items]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0
    assert [line.split()[0] for line in cli("search", "ferry").out.splitlines()] == [
        item["id"] for item in done.items
    ]


@pytest.mark.parametrize("command", ["list", "search"])
def test_a_wrong_query_is_a_wrong_command_line(cli, library, command):
    done = cli(command, '"never closed')
    assert (done.code, done.out) == (2, "")
    assert len(done.errors) == 1
