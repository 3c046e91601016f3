"""fetch, and set --full-text: texts from the pages of articles."""

import json

import pytest

from support.server import Reply, serving

HTML = {"Content-Type": "text/html"}
PAGE = "<article><p>The ferry sails at noon.</p><p>{}</p></article>".format("Sheep and cheese go first. " * 5)


@pytest.fixture
def site(cli):
    """A server with a feed of one article, subscribed to."""
    with serving() as server:
        items = [
            {
                "id": "1",
                "title": "Ferry",
                "url": f"{server.base}/1",
                "content_text": "The ferry sails at noon.",
            }
        ]
        body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Coast", "items": items})
        cli(
            "add",
            server.on("/feed", Reply(body=body.encode(), headers={"Content-Type": "application/feed+json"})),
        )
        server.on("/1", Reply(body=PAGE.encode(), headers=HTML))
        yield server


def article(cli):
    return cli("list", "--json").items[0]


def test_fetch_keeps_the_text_of_the_page(cli, site):
    name = article(cli)["id"]
    done = cli("fetch", name)
    assert (done.code, done.out, done.err) == (0, "full text of Ferry\n", "")
    assert "Sheep and cheese" in cli("open", name).out
    found = article(cli)
    assert "Sheep and cheese" in found["content_html"]
    assert "Sheep and cheese" in found["content_text"]


def test_no_more_text_is_said_and_changes_nothing(cli, site):
    site.on("/1", Reply(body=b"<p>The ferry sails at noon.", headers=HTML))
    name = article(cli)["id"]
    done = cli("fetch", name, "--json")
    assert (done.code, done.lines[0]["id"]) == (1, name)
    assert done.lines[0]["problem"].startswith("no more text there")
    assert done.errors == [f"newsreader: {name}: {done.lines[0]['problem']}"]
    assert article(cli)["content_text"] == "The ferry sails at noon."


def test_one_that_cannot_be_had_does_not_stop_the_others(cli, site):
    done = cli("fetch", "0" * 16, article(cli)["id"])
    assert (done.code, done.out, len(done.errors)) == (1, "full text of Ferry\n", 1)


def test_a_source_says_that_its_articles_are_fetched(cli, site):
    assert cli("set", "Coast", "--full-text", "on").code == 0
    assert (
        cli("refresh", "--force").out == "Coast  0 new articles, 1 full text\n1 source read, 0 new articles\n"
    )
    assert "Sheep and cheese" in article(cli)["content_text"]
    assert cli("refresh", "--force", "--json").lines[0]["full"] == 0
    assert cli("undo").code == 0


@pytest.mark.parametrize("words", [["--full-text", "maybe"], ["--full-text"]])
def test_full_text_is_on_or_off(cli, site, words):
    assert cli("set", "Coast", *words).code == 2


def test_full_text_is_of_sources(cli, site):
    assert cli("set", "--all", "--full-text", "on").code == 2
