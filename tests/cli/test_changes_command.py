"""open --changes: what changed in an article."""

import json

import pytest

from support.feeds import feed

TEXT = "Owners of the northern ferries offered {} night shifts.\n\nPilots will vote."


@pytest.fixture
def edited(cli, tmp_path):
    """The id of an article that was edited."""
    path = tmp_path / "own.json"
    path.write_text(feed([("1", "Ferry pilots meet again", TEXT.format("fewer"))]))
    cli("add", str(path))
    path.write_text(feed([("1", "Ferry pilots meet again", TEXT.format("no"))]))
    assert cli("refresh", str(path), "--force").code == 0
    return cli("list", "--json").items[0]["id"]


def test_changes_are_printed_between_signs(cli, edited):
    done = cli("open", edited, "--changes")
    assert done.code == 0
    head, _, at, *text = done.out.splitlines()
    assert head == "Ferry pilots meet again"
    assert at.startswith("changed ")
    assert text == [
        "Owners of the northern ferries offered [-fewer-] {+no+} night shifts.",
        "",
        "Pilots will vote.",
    ]


def test_changes_as_json(cli, edited):
    told = json.loads(cli("open", edited, "--changes", "--json").out)
    assert (told["id"], len(told["changes"])) == (edited, 1)
    assert told["changes"][0]["text"][0].endswith("offered [-fewer-] {+no+} night shifts.")
    assert told["changes"][0]["at"].endswith("Z")


def test_no_change_is_said(cli, ids):
    assert cli("open", ids["hd-1"], "--changes").out.endswith("\nno change is known\n")
    assert json.loads(cli("open", ids["hd-1"], "--changes", "--json").out)["changes"] == []
