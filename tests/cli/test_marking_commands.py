"""read, unread, bookmark, unbookmark, tag, undo, redo."""

import pytest


def own(cli, article_id):
    (item,) = cli("open", article_id, "--json").items
    return item["_newsreader"]


def test_read_and_unread(cli, ids):
    assert cli("read", ids["hd-1"], ids["vp-1"]).out == "2 articles marked read\n"
    assert own(cli, ids["hd-1"])["read"]
    assert not own(cli, ids["hd-2"])["read"]
    assert cli("unread", ids["hd-1"]).out == "1 article marked unread\n"
    assert not own(cli, ids["hd-1"])["read"]


def test_a_bookmark_keeps_note_and_tags_until_they_are_changed(cli, ids):
    kept = ids["hd-1"]
    cli("bookmark", kept, "--note", "for Ada", "--tag", "ports")
    cli("bookmark", kept, "--tag", "ferries")
    assert (own(cli, kept)["note"], own(cli, kept)["tags"]) == ("for Ada", ["ferries", "ports"])
    assert cli("unbookmark", kept).out == "1 article no longer bookmarked\n"
    assert not own(cli, kept)["bookmarked"]
    assert (own(cli, kept)["note"], own(cli, kept)["tags"]) == ("for Ada", ["ferries", "ports"])
    cli("bookmark", kept)
    assert (own(cli, kept)["note"], own(cli, kept)["tags"]) == ("for Ada", ["ferries", "ports"])
    cli("bookmark", kept, "--note", "")
    assert own(cli, kept)["note"] is None


def test_tagging_bookmarks(cli, ids):
    assert cli("tag", ids["hd-1"], ids["hd-2"], "--tag", "ports").out == "2 articles tagged\n"
    assert own(cli, ids["hd-2"])["bookmarked"]
    assert own(cli, ids["hd-2"])["tags"] == ["ports"]


@pytest.mark.parametrize("words", [("tag",), ("tag", "--tag", " "), ("bookmark", "--tag", "")])
def test_a_tag_is_a_word(cli, ids, words):
    done = cli(*words, ids["hd-1"])
    assert (done.code, len(done.errors)) == (2, 1)
    assert not own(cli, ids["hd-1"])["bookmarked"]


@pytest.mark.parametrize(
    "words", [("read",), ("unread",), ("bookmark",), ("unbookmark",), ("tag", "--tag", "x")]
)
def test_an_unknown_id_does_not_keep_the_others_from_it(cli, ids, words):
    cli("bookmark", ids["hd-1"])
    if words[0] == "unread":
        cli("read", ids["hd-1"])
    done = cli(*words, "f00", ids["hd-1"], "--", "-f11")
    assert done.code == 1
    assert [error.split(": ")[1] for error in done.errors] == ["f00", "-f11"]
    if words[0] != "bookmark":
        assert done.out.startswith("1 article ")


@pytest.mark.parametrize("command", ["read", "unread", "bookmark", "unbookmark"])
def test_nothing_to_change_is_no_failure(cli, ids, command):
    first, second = cli(command, ids["hd-1"]), cli(command, ids["hd-1"])
    assert (first.code, second.code, second.out) == (0, 0, "nothing to change\n")


@pytest.mark.parametrize("command", ["read", "unread", "bookmark", "unbookmark", "tag", "open"])
def test_an_id_must_be_given(cli, library, command):
    done = cli(command, *(["--tag", "x"] if command == "tag" else []))
    assert (done.code, done.out, done.errors) == (
        2,
        "",
        [f"newsreader: {command}: ID is missing; see newsreader {command} --help"],
    )


def test_undo_and_redo_say_what_it_was(cli, ids):
    cli("read", ids["hd-1"], ids["hd-2"])
    cli("bookmark", ids["vp-1"])
    undone = cli("undo").out
    assert undone.startswith("undone: ")
    assert not own(cli, ids["vp-1"])["bookmarked"]
    cli("undo")
    assert not own(cli, ids["hd-1"])["read"]
    assert not own(cli, ids["hd-2"])["read"]
    cli("redo")
    assert own(cli, ids["hd-2"])["read"]
    again = cli("redo").out
    assert again.removeprefix("done again: ") == undone.removeprefix("undone: ")
    assert own(cli, ids["vp-1"])["bookmarked"]


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_without_a_change_there_is_nothing_to_take_back(cli, command):
    done = cli(command)
    assert (done.code, done.out) == (1, "")
    assert done.errors == [f"newsreader: nothing to {command}"]


def test_odd_characters_in_notes_do_no_harm(cli, ids):
    cli("bookmark", ids["hd-1"], "--note", "a\x1b[31mred \udcff\u202e", "--tag", "t\x07\n2")
    assert cli("open", ids["hd-1"]).code == 0
    found = own(cli, ids["hd-1"])
    assert not set("\x1b\x07\n\udcff\u202e") & set(found["note"] + "".join(found["tags"]))


def test_what_is_muted_leaves_the_lists_until_it_is_shown_again(cli, ids):
    before = cli("list").out
    done = cli("mute", "title:pilots", "is:unread", "title:pilots")
    assert (done.code, done.out, len(done.errors)) == (1, "muted title:pilots\n", 1)
    assert cli("mute", "title:pilots").out == "title:pilots is muted already\n"
    assert "pilots" not in cli("list").out
    assert cli("mute").out == "title:pilots\n"
    assert cli("list", "is:muted").out
    assert cli("unmute", "title:pilots", "title:x").code == 1
    assert cli("list").out == before
    cli("undo")
    assert cli("list").out != before


def test_a_muted_source_is_told_by_its_title(cli, ids):
    (source,) = [line for line in cli("sources", "--json").lines if line["title"] == "Valley Post"]
    cli("mute", f"source:{source['id']}")
    assert "source: Valley Post" in cli("mute").out
    assert cli("list", "--source", "Valley Post").out
    assert "Valley Post" not in cli("list").out
