"""The reader without a screen: numbered lines, a prompt, plain print."""

import io
import os
import subprocess
import sys

import pytest

from newsreader.library.library import Library


@pytest.fixture
def apart(library):
    """Two articles on the ferry pilots, which nobody takes for one story."""
    opened = Library(library)
    opened.relate()
    opened.not_this_story(opened.find_title(TITLES[2]).id)
    opened.close()


@pytest.fixture
def talk(cli, apart, monkeypatch):
    """Types lines at the prompt; gives what came of it."""

    def go(*lines, options=()):
        typed = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
        return cli("--linear", *options)

    return go


TITLES = (
    "Ferry pilots and owners meet again",
    "Lighthouse museum opens a third floor",
    "Ferry pilots walk out over night shifts",
)


def states(cli):
    found = cli("list", "--json").items
    return {item["title"]: (item["_newsreader"]["read"], item["_newsreader"]["bookmarked"]) for item in found}


def test_it_begins_with_what_there_is(talk):
    result = talk()
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:2] == ["3 unread articles in 2 sources. help says what to type.", "3 articles."]
    for number, title in enumerate(TITLES, start=1):
        assert lines[1 + number].startswith(f"{number}. {title}. ")
        assert lines[1 + number].endswith("unread.")


def test_a_number_opens_an_article_which_is_read_then(talk, cli):
    result = talk("2")
    assert "The museum of lamps and lenses grew by a floor." in result.out
    assert states(cli)[TITLES[1]] == (True, False)


def test_articles_stay_unread_where_the_settings_say_so(talk, cli, tmp_path):
    settings = tmp_path / "settings.toml"
    settings.write_text('mark_read = "never"\n')
    talk("2", options=("--config", str(settings)))
    assert states(cli)[TITLES[1]] == (False, False)


def test_n_and_p_walk_the_unread_articles(talk, cli):
    result = talk("n", "n", "r", "n", "p", "n", "n", "n")
    texts = [line for line in result.out.splitlines() if line in TITLES]
    assert texts == [TITLES[0], TITLES[1], TITLES[2], TITLES[1]]
    assert result.out.splitlines()[-1] == "No unread article is left."
    assert all(read for read, _ in states(cli).values())


def test_the_article_that_is_open_is_meant_where_none_is_named(talk, cli):
    result = talk("3", "b", 'bookmark --note "for the essay"', "tag --tag ports", "o", "unread")
    assert "https://harbour-daily.example/1" in result.out.splitlines()
    assert states(cli)[TITLES[2]] == (False, True)
    item = next(item for item in cli("list", "--json").items if item["title"] == TITLES[2])
    assert (item["_newsreader"]["note"], item["_newsreader"]["tags"]) == ("for the essay", ["ports"])


def test_commands_take_numbers_for_ids(talk, cli):
    talk("read 1 3", "bookmark 2", "undo", "b 3", "redo nonsense")
    assert states(cli) == {
        TITLES[0]: (True, False),
        TITLES[1]: (False, False),
        TITLES[2]: (True, True),
    }


def test_all_stands_for_the_list(talk, cli):
    talk("list is:unread pilots", "read all")
    assert [title for title, (read, _) in states(cli).items() if read] == [TITLES[0], TITLES[2]]


def test_a_source_is_opened_changed_and_removed_by_its_number(talk, cli):
    result = talk("sources", "1", "sources", 'set 1 --title "The Harbour"', "sources", "remove 2")
    assert "1. Harbour Daily. 2 of 2 unread." in result.out.splitlines()
    assert "2 articles." in result.out.splitlines()
    assert [row["title"] for row in cli("sources", "--json").lines] == ["The Harbour"]


def test_searching_filtering_and_lists_of_their_own(talk):
    lines = talk(
        "/ museum", "search pilots", "b 1", "bookmarks", "hot", "list", "timeline 1"
    ).out.splitlines()
    assert "1 article found." in lines
    assert "2 articles found." in lines
    assert "1 bookmark." in lines
    assert "No stories." in lines
    assert lines[-1] == "No tellings."  # of a story, for it has none


def test_related_articles_say_why(talk, cli):
    cli("related", "--all")
    said = [line for line in talk("related 1").out.splitlines() if "why: " in line]
    assert said
    assert all(line.startswith("1. ") for line in said[:1])


def test_long_lists_are_said_by_and_by(talk, cli, feeds, tmp_path):
    items = "".join(f"<item><title>Report {n:02}</title></item>" for n in range(25))
    feed = tmp_path / "long.xml"
    feed.write_text(f'<rss version="2.0"><channel><title>Long</title>{items}</channel></rss>')
    cli("add", str(feed))
    lines = talk("list title:Report", "", "", "", "25").out.splitlines()
    assert lines.count("15 more; enter says them.") == 1
    assert lines.count("5 more; enter says them.") == 1
    assert "That is all of the list. n opens the next unread article." in lines
    assert len([line for line in lines if line.startswith("25. ")]) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("99", "99: there is no such number in the list"),
        ("wrong", "wrong: no such word; help lists them"),
        ("r", "no article is open; give its number"),
        ("read nosuchid", "nosuchid: no article has this id"),
        ('set "', '": a quotation mark is not closed'),
        ("refresh --nosuch", "refresh: there is no option --nosuch"),
        ("list older:yesterday", ""),
    ],
)
def test_what_is_wrong_is_told_and_it_goes_on(talk, line, said):
    result = talk(line, "1")
    assert result.code == 0
    assert said in result.err
    assert "Owners of the northern ferries" in result.out


def test_it_ends_with_q_and_with_the_input(talk):
    assert talk("q", "1").out == talk().out
    assert talk("  quit  ", "1").code == 0


def test_help_names_every_word(talk):
    said = talk("help").out
    for word in ("list", "search", "sources", "bookmarks", "hot", "related", "timeline", "undo", "read all"):
        assert word in said
    assert talk("open --help").code == 0


def test_what_is_typed_may_be_anything(talk):
    result = talk("\udcff\udcfe", "\x1b[2J", "/ \udcff", "‮abc", " ", "\x00", "9" * 400, "-1", "1 2 3")
    assert result.code == 0
    assert "\x1b" not in result.out + result.err
    assert "defect" not in result.err


def test_nothing_is_painted_and_a_closed_pipe_ends_it(library):
    command = [sys.executable, "-m", "newsreader", "--data-dir", str(library), "--linear"]
    done = subprocess.run(command, input=b"1\nsources\n", capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, input=b"1\n", stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_empty_library_says_what_to_do(cli, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    result = cli("--linear")
    assert result.code == 0
    assert "add ADDRESS" in result.out
