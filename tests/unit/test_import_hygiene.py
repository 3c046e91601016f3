"""What a clean interpreter has loaded after each command: start-up time is made of imports."""

import json
import shutil
import subprocess
import sys

import pytest

from newsreader.cli.commands import COMMANDS

SCREEN = {"textual", "rich"}
PARSERS = {"feedparser", "lxml", "nh3", "readability", "newsreader.parse"}
NETWORK = {"httpx", "http.client", "urllib.request", "asyncio", "ssl"}
WRITERS = {"tinydb"}
EVERYTHING = SCREEN | PARSERS | NETWORK | WRITERS
BEHIND_THE_FIRST_PAINTING = {
    "newsreader.index.features", "newsreader.library.mute_rules", "newsreader.model.entry",
    "newsreader.model.source", "newsreader.model.story", "newsreader.store.sources", "newsreader.text.dates",
    "newsreader.text.media", "newsreader.ui.details", "newsreader.ui.programs", "newsreader.ui.refreshing",
}  # fmt: skip
SETTINGS = {"tomllib", "newsreader.config"}

READING = {
    "list": ["list", "--json"],
    "search": ["search", "ferry", "--json"],
    "open": ["open", "ID"],
    "sources": ["sources", "--json"],
    "related": ["related", "ID", "--json"],
    "stories": ["stories"],
    "export": ["export", "opml"],
    "config": ["config"],
}
CHANGING = {
    "read": ["read", "ID"],
    "unread": ["unread", "ID"],
    "bookmark": ["bookmark", "ID", "--note", "a note", "--tag", "ports"],
    "unbookmark": ["unbookmark", "ID"],
    "tag": ["tag", "ID", "--tag", "ports"],
    "mute": ["mute", "title:nothing"],
    "unmute": ["unmute", "title:nothing"],
    "undo": ["undo"],
    "redo": ["redo"],
    "remove": ["remove", "Coast"],
    "doctor": ["doctor", "--repair"],
    "set": ["set", "Coast", "--folder", "News"],
    "merge": ["merge", "OTHER"],
    # These parse, in a process of their own.
    "show": ["show", "FEED"],
    "add": ["add", "FEED", "--title", "Coast"],
    "refresh": ["refresh", "Coast", "--force"],
}

RUNNER = """
import sys
from newsreader.cli.main import run
code = run(sys.argv[1:])
sys.stderr.write("\\n\\n" + " ".join(sys.modules))
sys.exit(code)
"""
# The reader as it stands when its first screen is painted, without a terminal.
READER = """
import asyncio, sys
from pathlib import Path
from newsreader.library.library import Library
from newsreader.ui.app import Reader

async def paint(library):
    async with Reader(library).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        sys.stderr.write("\\n\\n" + " ".join(sys.modules))
        assert pilot.app.screen.query("*")

library = Library(Path(sys.argv[1]))
asyncio.run(paint(library))
"""
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Coast",
    "items": [{"id": "1", "title": "The ferry sails", "content_html": "<p>It sails <b>again</b>.</p>"}],
}


class Interpreter:
    """Runs commands on one library, each in a new interpreter."""

    def __init__(self, folder):
        self.feed = folder / "feed.json"
        self.feed.write_text(json.dumps(FEED))
        self.list = folder / "list.opml"
        self.list.write_text('<opml><body><outline text="A" xmlUrl="http://127.0.0.1:9/feed"/></body></opml>')
        self.data = str(folder / "data")
        self.other = str(folder / "other")
        self.id = ""

    def run(self, words):
        names = {"ID": self.id, "FEED": str(self.feed), "LIST": str(self.list), "OTHER": self.other}
        argv = ["--data-dir", self.data, *(names.get(word, word) for word in words)]
        done = subprocess.run(
            [sys.executable, "-c", RUNNER, *argv], capture_output=True, text=True, timeout=60
        )
        said, _, modules = done.stderr.rpartition("\n\n")
        assert "defect" not in said, said
        return done, set(modules.split())


@pytest.fixture(scope="module")
def interpreter(tmp_path_factory):
    made = Interpreter(tmp_path_factory.mktemp("hygiene"))
    assert made.run(["add", "FEED"])[0].returncode == 0
    shutil.copytree(made.data, made.other)
    made.id = json.loads(made.run(["list", "--json"])[0].stdout)["items"][0]["id"]
    return made


def loaded(modules, unwanted):
    return {
        name for name in unwanted if name in modules or any(each.startswith(name + ".") for each in modules)
    }


@pytest.mark.parametrize("command", READING)
def test_a_command_that_reads_loads_what_it_reads_with(interpreter, command):
    done, modules = interpreter.run(READING[command])
    assert (done.returncode, bool(done.stdout)) == (0, True)
    assert loaded(modules, EVERYTHING | (SETTINGS if command != "config" else set())) == set()


@pytest.mark.parametrize("command", CHANGING)
def test_a_command_that_writes_loads_no_screen_and_no_parser(interpreter, command):
    # Each finds something to do, whatever ran before it.
    interpreter.run(["add", "FEED"])
    if command == "unmute":
        interpreter.run(["mute", "title:nothing"])
    if command in ("unread", "unbookmark", "undo", "redo"):
        interpreter.run(["read", "ID"])
        interpreter.run(["bookmark", "ID"])
    if command == "redo":
        interpreter.run(["undo"])
    if command in ("read", "bookmark", "tag"):
        interpreter.run(["unread", "ID"])
        interpreter.run(["unbookmark", "ID"])
    done, modules = interpreter.run(CHANGING[command])
    assert (done.returncode, bool(done.stdout)) == (0, True)
    assert loaded(modules, SCREEN | PARSERS | NETWORK) == set()


def test_every_command_is_looked_at():
    assert set(READING) | set(CHANGING) | {"import", "fetch"} == set(COMMANDS)


def test_an_import_loads_no_screen_and_no_parser_of_feeds(interpreter):
    done, modules = interpreter.run(["import", "LIST"])
    assert done.returncode == 0
    assert loaded(modules, SCREEN | {"feedparser", "lxml", "nh3", "httpcore"}) == set()


def test_fetching_a_page_loads_no_screen_and_no_parser(interpreter):
    done, modules = interpreter.run(["fetch", "ID"])
    assert (done.returncode, "no more text there" in done.stderr) == (1, True)
    assert loaded(modules, SCREEN | PARSERS) == set()


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["list", "--help"], ["list", "--nosuch"]])
def test_help_and_wrong_words_load_no_library(interpreter, words):
    _, modules = interpreter.run(words)
    assert (
        loaded(modules, EVERYTHING | {"sqlite3", "orjson", "wcwidth", "newsreader.library.library"}) == set()
    )


def test_a_command_loads_no_other(interpreter):
    _, modules = interpreter.run(["list"])
    commands = {name.rpartition(".")[2] for name in modules if name.startswith("newsreader.cli.commands.")}
    assert commands == {"list"}


def test_width_tables_are_loaded_for_wide_characters_alone(interpreter):
    assert "wcwidth" not in interpreter.run(["list"])[1]


def test_opening_the_reader_loads_no_parser_and_no_writer(interpreter):
    command = [sys.executable, "-c", READER, interpreter.data]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    modules = set(done.stderr.rpartition("\n\n")[2].split())
    assert loaded(modules, SCREEN | {"newsreader.ui"}) == SCREEN | {"newsreader.ui"}
    assert loaded(modules, PARSERS | WRITERS | {"httpx", "newsreader.cli"}) == set()


def test_what_the_screen_is_imported_with_is_what_its_first_painting_needs():
    done = subprocess.run(
        [sys.executable, "-c", "import newsreader.ui.app, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    modules = set(done.stdout.split())
    assert loaded(modules, BEHIND_THE_FIRST_PAINTING) == set()


def test_the_looking_sees_what_is_loaded(interpreter):
    """A parent is found by its name and by its modules, so that an empty answer above means something."""
    _, modules = interpreter.run(["unread", "ID"])
    assert loaded(modules, {"newsreader.cli", "argparse", "newsreader.no"}) == {"newsreader.cli", "argparse"}
    assert loaded({"feedparser.api"}, PARSERS) == {"feedparser"}
