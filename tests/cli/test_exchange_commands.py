"""Sources and bookmarks to and from other programs."""

import json
import socket
import xml.etree.ElementTree as ET

import pytest

OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>mine</title></head><body>
 <outline text="News">
  <outline text="Local"><outline type="rss" text="Harbour &amp; Coast" xmlUrl="https://harbour.example/feed?a=1&amp;b=2"
    htmlUrl="https://harbour.example/" category="/port" custom="kept"/></outline>
  <outline type="rss" text="" title="" xmlUrl="https://valley.example/atom"/>
 </outline>
 <outline type="rss" text="Again" xmlUrl="https://valley.example/atom"/>
 <outline type="rss" text="Bad" xmlUrl="javascript:alert(1)"/>
 <outline type="rss" text="Secret" xmlUrl="https://anna:pa55@guarded.example/feed"/>
</body></opml>
"""
URLS = """# my feeds
https://harbour.example/feed news "~Harbour" !
"exec:~/bin/steal" news
filter:~/bin/clean:https://valley.example/atom
https://valley.example/atom

query:unread:x=1
"""


@pytest.fixture
def written(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def sources(cli):
    return {line["url"]: line for line in cli("sources", "--json").lines}


def test_opml_is_subscribed_to_in_its_folders(cli, written):
    done = cli("import", written("o.opml", OPML))
    assert (done.code, done.out.split(";")[0]) == (1, "3 sources added")
    assert len(done.errors) == 1
    assert "javascript:alert(1)" in done.errors[0]
    found = sources(cli)
    assert found["https://harbour.example/feed?a=1&b=2"]["folder"] == "News/Local"
    assert found["https://harbour.example/feed?a=1&b=2"]["title"] == "Harbour & Coast"
    assert found["https://valley.example/atom"]["title"] == "https://valley.example/atom"
    assert {line["status"] for line in found.values()} == {"never"}


def test_an_import_is_one_step(cli, written):
    cli("import", written("o.opml", OPML))
    assert cli("undo").code == 0
    assert sources(cli) == {}
    cli("redo")
    assert len(sources(cli)) == 3


def test_a_second_import_adds_nothing(cli, written):
    path = written("o.opml", OPML)
    cli("import", path)
    assert cli("import", path).out.startswith("0 sources added, 3 known already")
    assert len(sources(cli)) == 3


def test_what_is_exported_is_what_was_imported_without_passwords(cli, written):
    cli("import", written("o.opml", OPML))
    out = cli("export", "opml").out
    assert "pa55" not in out
    assert "anna" not in out
    body = ET.fromstring(out).find("body")
    local = body.find("outline[@text='News']/outline[@text='Local']/outline")
    assert local.attrib == {
        "category": "/port",
        "custom": "kept",
        "text": "Harbour & Coast",
        "title": "Harbour & Coast",
        "type": "rss",
        "xmlUrl": "https://harbour.example/feed?a=1&b=2",
        "htmlUrl": "https://harbour.example/",
    }
    again = cli("import", written("again.opml", out))
    assert again.out.startswith("0 sources added, 3 known")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_list_in_wide_characters_is_read(cli, tmp_path, codec):
    path = tmp_path / "wide.opml"
    path.write_bytes(OPML.replace("UTF-8", "UTF-16").encode(codec))
    cli("import", str(path))
    assert len(sources(cli)) == 3


def test_newsboats_urls_are_read_and_nothing_in_them_is_run(cli, written):
    done = cli("import", written("urls", URLS))
    assert done.code == 1
    assert len(done.errors) == 3
    found = sources(cli)
    assert set(found) == {"https://harbour.example/feed", "https://valley.example/atom"}
    assert (
        found["https://harbour.example/feed"]["title"],
        found["https://harbour.example/feed"]["folder"],
    ) == ("Harbour", "news")


def test_newsboats_queries_are_saved_searches_and_the_rest_is_told_of(cli, written):
    lines = [
        "https://harbour.example/feed news",
        r'"query:Ports:unread = \"yes\" and title =~ \"port\""',
        r'"query:News:tags # \"news\""',
        r'"query:Elsewhere:tags # \"other\""',
        "exec:~/bin/steal",
    ]
    done = cli("import", written("urls", "\n".join(lines)))
    assert done.out.startswith("1 source added, 2 saved searches;")
    assert [line.rpartition("left out, ")[2].partition(";")[0] for line in done.errors] == [
        "it asks for more than a search can",
        "it runs a program",
    ]
    found = ET.fromstring(cli("export", "opml").out).iterfind("body/outline[@query]")
    assert [(each.get("text"), each.get("query"), each.get("folder")) for each in found] == [
        ("News", "", "news"),
        ("Ports", "is:unread title:port*", None),
    ]


def test_newsboats_further_tags_are_saved_searches_of_the_sources_that_have_them(cli, written):
    lines = [
        "https://harbour.example/feed news ports ports",
        "https://valley.example/atom ports",
        "https://lakes.example/feed",
        r'"query:New:unread = \"yes\" and tags # \"ports\""',
        r'"query:Elsewhere:tags # \"other\""',
    ]
    done = cli("import", written("urls", "\n".join(lines)))
    assert done.out.startswith("3 sources added, 2 saved searches;")
    found = sources(cli)
    harbour, valley, lakes = (found[line.split()[0]] for line in lines[:3])
    assert (harbour["folder"], valley["folder"], lakes["folder"]) == ("news", "ports", None)
    both = f"source:{harbour['id']} or source:{valley['id']}"
    searches = ET.fromstring(cli("export", "opml").out).iterfind("body/outline[@query]")
    assert [(each.get("text"), each.get("query"), each.get("folder")) for each in searches] == [
        ("New", f"{both} is:unread", None),
        ("ports", both, None),
    ]
    cli("undo")
    assert sources(cli) == {}
    assert "query=" not in cli("export", "opml").out


@pytest.mark.parametrize("content", ["", "just words", "<rss><channel/></rss>", "{}"])
def test_what_is_no_list_is_told_in_a_line(cli, written, content):
    done = cli("import", written("x", content))
    assert (done.code, len(done.errors)) == (1, 1)
    assert sources(cli) == {}


def test_a_list_that_is_cut_gives_what_stands_before(cli, written):
    done = cli("import", written("o.opml", OPML[: OPML.index(' <outline type="rss" text="Again"')]))
    assert done.code == 1
    assert len(sources(cli)) == 2


def test_entities_of_its_own_are_not_read(cli, written):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + OPML.split("?>", 1)[1].replace(
        "Harbour", "&b;"
    )
    assert cli("import", written("o.opml", bomb)).code == 1
    assert sources(cli) == {}


def test_bookmarks_go_out_and_come_back(cli, ids, tmp_path):
    cli("bookmark", ids["hd-1"], "--note", "for Ada\nand Bo", "--tag", "ports")
    cli("bookmark", ids["vp-1"])
    before = {item["id"]: item for item in cli("list", "--bookmarked", "--json").items}
    path = tmp_path / "kept.json"
    path.write_text(cli("export", "bookmarks", "--format", "json").out, encoding="utf-8")
    cli("unbookmark", *before)
    assert cli("import", "bookmarks", str(path)).out == "2 bookmarks added, 0 known already\n"
    after = {item["id"]: item for item in cli("list", "--bookmarked", "--json").items}
    assert after == before


def test_bookmarks_of_another_machine_are_kept_without_their_sources(cli, ids, tmp_path):
    cli("bookmark", ids["hd-1"], "--note", "for Ada", "--tag", "ports")
    path = tmp_path / "kept.json"
    path.write_text(cli("export", "bookmarks", "--format", "json").out, encoding="utf-8")
    other = ("--data-dir", str(tmp_path / "other"))
    assert cli("import", "bookmarks", str(path), *other).code == 0
    (item,) = cli("list", "--bookmarked", "--json", *other).items
    (mine,) = cli("list", "--bookmarked", "--json").items
    # Whether it was read, and what tells the same here, is this library's own.
    for each in (item, mine):
        each["_newsreader"] |= {"read": True, "story": None}
    assert item == mine
    assert cli("import", "bookmarks", str(path), *other).out == "0 bookmarks added, 1 known already\n"


def test_bookmarks_as_markdown(cli, ids):
    cli("bookmark", ids["hd-1"], "--note", "for Ada", "--tag", "two words")
    out = cli("export", "bookmarks").out
    assert out.startswith("# Bookmarks\n\n## [")
    assert "#two-words" in out
    assert "> for Ada" in out


def test_set_changes_name_folder_and_address(cli, ids):
    (before,) = [line for line in cli("sources", "--json").lines if line["title"] == "Valley Post"]
    done = cli(
        "set", "Valley Post", "--title", "Valley", "--folder", "Hills", "--url", "https://valley.example/feed"
    )
    assert (done.code, done.out) == (0, "changed Valley\n")
    (after,) = [line for line in cli("sources", "--json").lines if line["id"] == before["id"]]
    assert (after["title"], after["folder"], after["url"]) == (
        "Valley",
        "Hills",
        "https://valley.example/feed",
    )
    assert (after["articles"], after["unread"]) == (before["articles"], before["unread"])
    cli("undo")
    assert before in cli("sources", "--json").lines


@pytest.mark.parametrize(
    "words",
    [["set"], ["set", "Valley Post"], ["import"], ["import", "a", "b"], ["export"], ["export", "all"]],
)
def test_wrong_words_are_told(cli, ids, words):
    assert cli(*words).code == 2


def test_an_address_that_another_source_has_is_refused(cli, ids, written):
    cli("import", written("o.opml", OPML))
    done = cli("set", "Valley Post", "--url", "https://valley.example/atom")
    assert (done.code, len(done.errors)) == (1, 1)


def test_export_of_bookmarks_is_a_json_feed(cli, ids):
    cli("bookmark", ids["hd-1"])
    document = json.loads(cli("export", "bookmarks", "--format", "json").out)
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["items"][0]["_newsreader"]["bookmarked"] is True


@pytest.mark.parametrize("name", ["list.opml", "urls"])
def test_a_list_that_is_added_is_imported(cli, written, name):
    done = cli("add", written(name, OPML if name.endswith("opml") else URLS))
    assert "added" in done.out
    assert "https://harbour.example/feed" in " ".join(sources(cli))
    assert cli("undo").code == 0
    assert sources(cli) == {}


def test_a_feed_that_speaks_of_opml_is_a_feed(cli, written):
    text = (
        '<rss version="2.0"><channel><title>On formats</title><item><guid>1</guid><title>Lists</title>'
        "<description><![CDATA[<opml version='2.0'><body/></opml>]]></description></item></channel></rss>"
    )
    assert cli("add", written("feed.xml", text)).code == 0
    assert [line["title"] for line in sources(cli).values()] == ["On formats"]


def test_without_a_connection_one_line_says_so(cli, written, monkeypatch):
    def find(*_, **__):
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", find)
    cli("import", written("urls", "".join(f"http://h{n}.example/feed\n" for n in range(30))))
    done = cli("refresh", "--json")
    assert done.code == 1
    assert done.errors == ["newsreader: there is no connection to the network; 30 sources not read"]
    assert [line["offline"] for line in done.lines[:-1]] == [True] * 30
    assert done.lines[-1]["total"]["errors"] == 30
