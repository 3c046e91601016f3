"""list, open, sources: what they print and what they refuse."""

import json

import pytest


def test_list_prints_an_article_a_line_newest_first(cli, ids):
    done = cli("list")
    assert done.code == 0
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines] == [ids["vp-1"], ids["hd-2"], ids["hd-1"]]
    assert lines[0].endswith("Valley Post    Ferry pilots and owners meet again")
    assert lines[1].endswith("Harbour Daily  Lighthouse museum opens a third floor")


def test_list_marks_what_is_unread_and_bookmarked(cli, ids):
    cli("read", ids["vp-1"])
    cli("bookmark", ids["vp-1"], ids["hd-1"])
    marks = [line[16:20] for line in cli("list").out.splitlines()]
    assert marks == [" b  ", "  * ", " b* "]


@pytest.mark.parametrize(
    ("words", "guids"),
    [
        ((), ["vp-1", "hd-2", "hd-1"]),
        (("--limit", "2"), ["vp-1", "hd-2"]),
        (("--source", "Harbour Daily"), ["hd-2", "hd-1"]),
        (("--unread",), ["vp-1", "hd-1"]),
        (("--bookmarked",), ["hd-1"]),
        (("--unread", "--source=Valley Post", "--limit=9"), ["vp-1"]),
    ],
)
def test_list_takes_conditions(cli, ids, words, guids):
    cli("read", ids["hd-2"])
    cli("bookmark", ids["hd-1"])
    assert [item["_newsreader"]["guid"] for item in cli("list", *words, "--json").items] == guids


def test_an_empty_library_lists_nothing(cli):
    assert (cli("list").out, cli("list").code) == ("", 0)
    document = json.loads(cli("list", "--json").out)
    assert document == {"version": "https://jsonfeed.org/version/1.1", "title": "newsreader", "items": []}
    assert cli("sources", "--json").out == ""


def test_an_item_has_what_the_source_said_and_what_its_reader_did(cli, ids):
    cli("read", ids["hd-1"])
    cli("bookmark", ids["hd-1"], "--note", "for Ada", "--tag", "ports", "--tag", "ferries")
    (item,) = cli("open", ids["hd-1"], "--json").items
    own = item.pop("_newsreader")
    text = "Pilots of the northern ferries walked out on Monday.\n\nThey object to night shifts."
    html = item.pop("content_html")
    assert "<b>northern</b>" in html
    assert item == {
        "id": ids["hd-1"],
        "url": "https://harbour-daily.example/1",
        "title": "Ferry pilots walk out over night shifts",
        "content_text": text,
        "date_published": "2026-03-02T06:30:00Z",
        "authors": [{"name": "Ines Holm"}],
        "tags": ["port"],
        "language": "en",
        "attachments": [
            {"url": "https://harbour-daily.example/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12345}
        ],
    }
    assert own.pop("first_seen").endswith("Z")
    assert own.pop("kept_at").endswith("Z")
    assert own.pop("source") == cli("sources", "--json").lines[0]["id"]
    (other,) = cli("open", ids["vp-1"], "--json").items
    assert own.pop("story") == other["_newsreader"]["story"]
    assert own == {
        "guid": "hd-1",
        "changed": False,
        "place": None,
        "agency": None,
        "site": None,
        "see_also": [],
        "comments_url": None,
        "read": True,
        "bookmarked": True,
        "note": "for Ada",
        "tags": ["ferries", "ports"],
        "source_title": "Harbour Daily",
    }


def test_a_source_without_html_gives_no_html(cli, ids):
    (item,) = cli("open", ids["vp-1"], "--json").items
    assert "content_html" not in item
    assert item["content_text"].split("\n\n")[1] == "Pilots will vote."


def test_open_sets_the_text_for_reading(cli, ids):
    cli("bookmark", ids["hd-1"], "--note", "for Ada\nand Lin", "--tag", "ports")
    text = cli("open", ids["hd-1"], "--width", "40").out
    assert text.startswith("Ferry pilots walk out over night shifts\nHarbour Daily · Ines Holm · ")
    assert "\nPilots of the northern ferries walked\nout on Monday.\n\nThey object" in text
    assert text.endswith("Note: for Ada\n      and Lin\nTags: ports\n")


def test_open_does_not_wrap_in_a_pipe(cli, ids):
    assert "\nPilots of the northern ferries walked out on Monday.\n" in cli("open", ids["hd-1"]).out


def test_open_leaves_the_article_unread(cli, ids):
    cli("open", ids["hd-1"])
    assert not cli("open", ids["hd-1"], "--json").items[0]["_newsreader"]["read"]


def test_sources_tell_how_they_fare(cli, library, feeds):
    harbour, valley = cli("sources", "--json").lines
    assert harbour["url"] == str((feeds / "harbour.xml").resolve())
    assert (harbour["title"], harbour["kind"], harbour["folder"]) == ("Harbour Daily", "feed", None)
    assert (harbour["articles"], harbour["unread"], valley["articles"]) == (2, 2, 1)
    assert (harbour["status"], harbour["error"], harbour["http_status"]) == ("ok", None, None)
    assert set(harbour) == {
        *("id", "url", "kind", "title", "folder", "articles", "unread", "status", "error", "http_status"),
        *("last_success", "last_attempt", "next_due", "etag", "last_modified"),
    }
    for line, source in zip(cli("sources").out.splitlines(), (harbour, valley), strict=True):
        assert line.split()[0] == source["id"]
        assert source["title"] in line
        assert line.endswith(source["url"])


@pytest.mark.parametrize(
    "words",
    [("open", "f00"), ("open", "f00", "--json"), ("list", "--source", "f00")],
)
def test_what_is_unknown_is_one_line(cli, library, words):
    done = cli(*words)
    assert (done.code, done.out) == (1, "")
    assert done.errors[0].startswith("newsreader: f00: ")
