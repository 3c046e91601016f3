"""related: for ids from everywhere, and for any text."""

import pytest


def test_related_says_why(cli, ids):
    (line,) = cli("related", ids["vp-1"], "--min-score", "0", "--json").lines
    assert (line["id"], line["guid"]) == (ids["vp-1"], "vp-1")
    best = line["related"][0]
    assert (best["id"], best["guid"]) == (ids["hd-1"], "hd-1")
    assert best["title"] == "Ferry pilots walk out over night shifts"
    assert 0 < best["score"] <= 1
    assert best["why"]
    assert isinstance(best["same_story"], bool)
    text = cli("related", ids["vp-1"], "--min-score", "0").out
    assert text.startswith("Ferry pilots and owners meet again\n" + ids["hd-1"])
    assert best["why"][0] in text.splitlines()[2]


def test_related_takes_ids_from_everywhere(cli, ids, tmp_path):
    every = cli("related", "--all", "--json").lines
    assert [line["guid"] for line in every] == ["vp-1", "hd-2", "hd-1"]
    (tmp_path / "ids").write_text(f"{ids['hd-1']}\n{ids['vp-1']}\n")
    some = cli("related", "--ids-from", str(tmp_path / "ids"), "--json").lines
    assert some == [every[2], every[0]]
    assert cli("related", ids["hd-1"], ids["vp-1"], "--json").lines == some


def test_related_takes_any_text(cli, ids, tmp_path):
    (tmp_path / "text").write_text("Pilots walked out on Monday and object to night shifts")
    (line,) = cli("related", "--text", str(tmp_path / "text"), "--min-score", "0", "--json").lines
    assert (line["id"], line["guid"]) == (None, None)
    assert line["related"][0]["guid"] == "hd-1"


@pytest.mark.parametrize("words", [(), ("--all", "x"), ("--all", "--ids-from", "f")])
def test_related_must_know_to_what(cli, library, words):
    done = cli("related", *words)
    assert (done.code, done.out, len(done.errors)) == (2, "", 1)


def test_related_tells_a_file_that_is_not_there(cli, library):
    done = cli("related", "--ids-from", "nothing-here")
    assert done.code == 1
    assert done.errors[0].startswith("newsreader: nothing-here: No such file")


def test_related_to_an_unknown_article(cli, library):
    done = cli("related", "f00", "--json")
    assert (done.code, done.out) == (1, "")
    assert done.errors[0].startswith("newsreader: f00: ")


def test_related_does_what_can_be_done(cli, ids):
    done = cli("related", "f00", ids["hd-1"], "--json")
    assert done.code == 1
    assert [line["id"] for line in done.lines] == [ids["hd-1"]]
    assert len(done.errors) == 1
