"""show, add, remove, refresh, doctor, and opening the reader with sources."""

import errno
import io
import json
import os
import subprocess
import sys

import pytest

from newsreader.cli.main import run


def guids(done):
    return [item["_newsreader"]["guid"] for item in done.items]


def test_show_prints_and_stores_nothing(cli, feeds, data):
    done = cli("show", str(feeds / "harbour.xml"))
    assert done.code == 0
    assert done.out.startswith("Ferry pilots walk out over night shifts\nHarbour Daily · Ines Holm")
    assert "Lighthouse museum opens a third floor" in done.out
    assert not data.exists()


def test_show_gives_the_ids_that_add_gives(cli, feeds, data):
    document = json.loads(cli("show", str(feeds / "harbour.xml"), "--json").out)
    assert document["title"] == "Harbour Daily"
    assert document["home_page_url"] == "https://harbour-daily.example/"
    assert document["language"] == "en"
    own = document["items"][0]["_newsreader"]
    assert (own["first_seen"], own["read"], own["bookmarked"]) == (None, False, False)
    cli("add", str(feeds / "harbour.xml"))
    stored = cli("list", "--json").items
    assert {item["id"] for item in stored} == {item["id"] for item in document["items"]}
    assert {item["_newsreader"]["source"] for item in stored} == {own["source"]}


def test_show_reads_standard_input(cli, feeds, monkeypatch):
    data = (feeds / "valley.json").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (item,) = cli("show", "-", "--json").items
    assert item["title"] == "Ferry pilots and owners meet again"


def test_add_names_each_source(cli, feeds):
    done = cli("add", str(feeds / "harbour.xml"), str(feeds / "valley.json"), "--folder", "Coast")
    harbour, valley = cli("sources", "--json").lines
    assert done.out.splitlines() == [
        f"{harbour['id']}  Harbour Daily  2 new articles",
        f"{valley['id']}  Valley Post  1 new article",
    ]
    assert (harbour["folder"], valley["folder"]) == ("Coast", "Coast")


def test_add_takes_a_title(cli, feeds):
    cli("add", str(feeds / "harbour.xml"), "--title", "The Harbour")
    assert cli("sources", "--json").lines[0]["title"] == "The Harbour"
    assert cli("add", str(feeds / "harbour.xml"), str(feeds), "--title", "x").code == 2


def test_add_without_refresh_waits_for_the_next(cli, feeds):
    assert cli("add", str(feeds / "harbour.xml"), "--no-refresh").out.endswith("  not read yet\n")
    assert cli("list").out == ""
    assert cli("sources", "--json").lines[0]["status"] == "never"
    *_, total = cli("refresh", "--json").lines
    assert total["total"] == {"sources": 1, "new": 2, "changed": 0, "errors": 0}


def test_a_link_to_a_file_is_the_file(cli, feeds, tmp_path):
    (tmp_path / "link.xml").symlink_to(feeds / "harbour.xml")
    cli("add", str(tmp_path / "link.xml"))
    cli("add", str(feeds / "harbour.xml"))
    assert len(cli("sources", "--json").lines) == 1


@pytest.mark.parametrize("make", ["missing", "empty", "binary", "json"])
def test_add_of_what_holds_no_articles_leaves_everything_as_it_was(cli, ids, tmp_path, feeds, make):
    path = tmp_path / "odd.xml"
    contents = {"empty": b"", "binary": bytes(range(256)) * 20, "json": b'{"hello": [1, 2]}'}
    if make in contents:
        path.write_bytes(contents[make])
    before = cli("sources", "--json").out
    done = cli("add", str(path))
    assert (done.code, done.out, len(done.errors)) == (1, "", 1)
    assert done.errors[0].startswith(f"newsreader: {path}: ")
    assert "; " in done.errors[0]
    assert cli("sources", "--json").out == before


def test_add_does_what_can_be_done(cli, feeds, tmp_path):
    done = cli("add", str(tmp_path / "nothing.xml"), str(feeds / "harbour.xml"))
    assert (done.code, len(done.errors)) == (1, 1)
    assert len(cli("sources", "--json").lines) == 1


def test_the_name_of_a_file_cannot_act_on_the_terminal(cli, tmp_path):
    path = tmp_path / ("\x1b[31mred\u202e" + "x" * 150 + ".xml")
    done = cli("add", str(path))
    assert "\x1b" not in done.err
    assert "\u202e" not in done.err
    assert "\ufffd[31mred" in done.err


def test_a_file_name_that_is_not_utf_8_can_be_added(cli, tmp_path, feeds):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.xml")
    try:
        with open(name, "wb") as file:
            file.write((feeds / "harbour.xml").read_bytes())
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    done = cli("add", name)
    assert (done.code, done.err) == (0, "")
    assert cli("sources").code == 0
    (line,) = cli("sources", "--json").lines
    assert cli("refresh", "--force", line["id"]).code == 0


def test_remove_keeps_bookmarks(cli, ids):
    cli("bookmark", ids["hd-1"], "--note", "kept")
    assert cli("remove", "Harbour Daily").out == "removed Harbour Daily\n"
    assert guids(cli("list", "--json")) == ["vp-1"]
    (item,) = cli("list", "--bookmarked", "--json").items
    assert (item["id"], item["_newsreader"]["note"]) == (ids["hd-1"], "kept")
    assert "walked out on Monday" in cli("open", ids["hd-1"]).out
    cli("undo")
    assert guids(cli("list", "--json")) == ["vp-1", "hd-2", "hd-1"]


def test_remove_does_what_can_be_done(cli, library):
    done = cli("remove", "f00", "Valley Post", "Harbour Daily")
    assert (done.code, len(done.errors)) == (1, 1)
    assert done.out == "removed Valley Post\nremoved Harbour Daily\n"
    assert cli("sources").out == ""


def test_refresh_tells_each_source_and_the_total(cli, tmp_path, feeds):
    path = tmp_path / "valley.json"
    path.write_text((feeds / "valley.json").read_text())
    cli("add", str(path), str(feeds / "harbour.xml"))
    feed = json.loads(path.read_text())
    feed["items"].append({"id": "vp-2", "title": "Pilots accept", "content_text": "By a wide margin."})
    path.write_text(json.dumps(feed))
    *lines, total = cli("refresh", "--force", "--json").lines
    told = {line["url"]: line for line in lines}
    line = told[str(path)]
    assert (line["status"], line["new"], line["changed"], line["error"]) == ("ok", 1, 0, None)
    assert told[str((feeds / "harbour.xml").resolve())]["new"] == 0
    assert total["total"] == {"sources": 2, "new": 1, "changed": 0, "errors": 0}
    assert total["seconds"] >= 0


def test_refresh_goes_on_after_a_source_that_fails(cli, tmp_path, feeds):
    path = tmp_path / "valley.json"
    path.write_text((feeds / "valley.json").read_text())
    cli("add", str(path), str(feeds / "harbour.xml"))
    path.unlink()
    done = cli("refresh", "--force")
    assert (done.code, len(done.errors)) == (1, 1)
    assert done.errors[0].startswith(f"newsreader: {path}: ")
    assert done.out == "2 sources read, 0 new articles\n"
    status = {line["title"]: line["status"] for line in cli("sources", "--json").lines}
    assert status["Valley Post"] == "error"
    assert len(guids(cli("list", "--json"))) == 3


def test_refresh_of_an_unknown_source(cli, library):
    done = cli("refresh", "f00")
    assert (done.code, done.out, len(done.errors)) == (1, "", 1)


def test_doctor_of_a_whole_library(cli, library):
    assert cli("doctor", "--json").lines == [{"ok": True, "problems": [], "repaired": []}]
    assert cli("doctor").out == "the library is whole\n"


def test_doctor_where_nobody_may_write(cli, library, monkeypatch):
    opened = os.open

    def open_(path, flags, *rest, **named):
        if str(path).endswith("turn"):
            raise OSError(errno.EROFS, "read-only")
        return opened(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", open_)
    assert cli("doctor").out == "the library is whole, and cannot be changed: the disk is read-only\n"
    refused = cli("doctor", "--repair")
    assert refused.code == 3
    (line,) = refused.errors
    assert "the disk is read-only" in line


def test_doctor_finds_and_mends(cli, ids, data):
    (data / "bookmarks.json").write_bytes(b"[")
    done = cli("doctor", "--json")
    (report,) = done.lines
    assert done.code == 1
    assert not report["ok"]
    assert "bookmarks.json" in report["problems"][0]
    assert "doctor --repair" in done.errors[-1]
    mended = cli("doctor", "--repair", "--json")
    assert mended.code == 0
    assert mended.lines[0]["repaired"]
    assert len(cli("list", "--json").items) == 3


@pytest.mark.parametrize("command", [["list"], ["sources"], ["add", "x"], ["doctor"], ["undo"]])
def test_a_data_directory_that_is_none_is_exit_code_3(cli, data, command):
    data.write_text("a file")
    done = cli(*command)
    assert (done.code, done.out, len(done.errors)) == (3, "", 1)
    assert data.read_text() == "a file"


def test_a_data_directory_that_cannot_be_is_one_line(capsys):
    assert run(["list", "--data-dir", "x" * 5000]) == 3
    assert run(["list", "--data-dir", "~no-such-user/library"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("newsreader: ") and "defect" not in line and len(line) < 400 for line in lines)


def program(*words, **more):
    """The program in a process of its own, away from any terminal."""
    command = [sys.executable, "-P", "-m", "newsreader", *words]
    return subprocess.run(command, capture_output=True, timeout=60, start_new_session=True, **more)


def test_the_reader_needs_a_terminal_and_adds_before_it_looks(data, feeds):
    done = program("--data-dir", str(data), str(feeds / "harbour.xml"), stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"newsreader: the reader needs a terminal")
    listed = program("list", "--data-dir", str(data), "--json")
    assert len(json.loads(listed.stdout)["items"]) == 2


def test_the_reader_does_not_open_on_a_word_mistyped(data):
    done = program("--data-dir", str(data), "lsit", stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"newsreader: lsit: ")


def test_set_takes_rules_on_what_is_kept(cli, library, ids):
    name = cli("sources", "--json").lines[0]["id"]
    assert cli("set", name, "--keep-count", "1", "--keep-unread", "off").code == 0
    assert cli("refresh", "--force").code == 0
    assert guids(cli("list", "--json", "--source", name)) == ["hd-2"]
    assert cli("undo").out == "undone: delete an old article\n"
    assert len(guids(cli("list", "--json", "--source", name))) == 2
    assert cli("set", name, "--keep-count", "", "--keep-unread", "").code == 0
    assert cli("set", "--all", "--keep-days", "1000000").code == 0
    assert cli("refresh", "--force").code == 0
    assert len(guids(cli("list", "--json"))) == 3


@pytest.mark.parametrize(
    "words",
    [
        ("--all",),
        ("--all", "--title", "x"),
        ("--all", "x", "--keep-days", "1"),
        ("--keep-days", "1"),
        ("x", "--keep-days", "-1"),
        ("x", "--keep-days", "many"),
        ("x", "--keep-unread", "perhaps"),
    ],
)
def test_set_refuses_rules_that_are_none(cli, library, words):
    done = cli("set", *words)
    assert done.code == 2
    assert len(done.errors) == 1
