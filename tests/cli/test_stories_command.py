"""stories: groups of articles that tell the same, for people and for scripts."""

import pytest

from support.stories import QUAKE, QUAKE_AGAIN, STRIKE, STRIKE_AGAIN, others, write


@pytest.fixture
def told(cli, tmp_path):
    paths = write(tmp_path, coast=[*others(), STRIKE, QUAKE], dune=[STRIKE_AGAIN, QUAKE_AGAIN])
    assert cli("add", *map(str, paths.values())).code == 0


def test_stories_are_groups(cli, told):
    lines = cli("stories", "--json").lines
    assert {frozenset(article["guid"] for article in line["articles"]) for line in lines} == {
        frozenset({"coast-12", "dune-0"}),
        frozenset({"coast-13", "dune-1"}),
    }
    assert all(set(line) == {"story", "title", "articles"} for line in lines)
    items = cli("list", "--json").items
    for line in lines:
        told = [item for item in items if item["_newsreader"]["story"] == line["story"]]
        assert {item["id"] for item in told} == {article["id"] for article in line["articles"]}
        assert line["title"] in {item["title"] for item in told}
    anew = cli("stories", "--json", "--any-time").lines
    assert sorted(sorted(a["id"] for a in line["articles"]) for line in anew) == sorted(
        sorted(a["id"] for a in line["articles"]) for line in lines
    )


def test_stories_for_people(cli, told):
    text = cli("stories").out
    assert "2 tellings" in text
    assert all(title in text for title, _ in (STRIKE, STRIKE_AGAIN, QUAKE, QUAKE_AGAIN))


def test_no_stories(cli, tmp_path):
    assert cli("add", str(write(tmp_path, coast=others())["coast"])).code == 0
    assert cli("stories").out == "no stories\n"
    assert cli("stories", "--json").out == ""


def test_a_refresh_with_nothing_due_finishes_what_is_left(cli, data, told):
    for path in (data / "cache").glob("index.sqlite*"):
        path.unlink()
    done = cli("refresh", "--json")
    assert (done.code, done.lines[-1]["total"]["sources"]) == (0, 0)
    assert all("story" in item["_newsreader"] for item in cli("list", "story:2", "--json").items)
    assert len(cli("list", "is:story", "--json").items) == 4


def test_a_wrong_count_is_told(cli, told):
    done = cli("list", "story:many")
    assert done.code == 2
    assert "how many tell it" in done.errors[0]
