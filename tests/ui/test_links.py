"""Addresses of articles and sources, and what came attached: opened, copied and played by other programs."""

import json
import sys

import pytest

from newsreader.config import load
from newsreader.library.library import open_library
from newsreader.ui.programs import hand_over, pipe, program
from support.making import NOON

TRACKED = "https://ports.example/1?id=7&utm_source=feed&fbclid=x"


@pytest.fixture
def ports(tmp_path):
    """A library of one source whose articles have links, media, or neither."""
    media = [
        {"url": "https://ports.example/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12_345_678,
         "duration_in_seconds": 2490},
        {"url": "https://ports.example/b.mp4", "mime_type": "video/mp4"},
    ]  # fmt: skip
    items = [
        {"id": "1", "title": "Tracked", "url": TRACKED, "content_text": "Words."},
        {"id": "2", "title": "One", "content_text": "Words.", "attachments": media[:1]},
        {"id": "3", "title": "Two", "content_text": "Words.", "attachments": media},
        {"id": "4", "title": "Bare", "content_text": "Words."},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Ports", "items": items,
            "home_page_url": "https://ports.example/"}  # fmt: skip
    path = tmp_path / "ports.json"
    path.write_text(json.dumps(feed))
    library = open_library(tmp_path / "ports", clock=lambda: NOON)
    library.add(str(path))
    library.close()
    return tmp_path / "ports"


@pytest.fixture
def handed(tmp_path):
    """Settings whose browser and player write down what they are given, and what that was."""
    note = tmp_path / "note.txt"
    script = tmp_path / "script.py"
    script.write_text(f"import sys; open({str(note)!r}, 'a').write(' '.join(sys.argv[1:]) + '\\n')")
    path = tmp_path / "settings.toml"
    command = f"{sys.executable} {script}"
    path.write_text(f'browser = "{command} browser %u"\nplayer = "{command} player"\n')

    def lines():
        return note.read_text().splitlines() if note.exists() else []

    lines.config = load(path)
    return lines


async def test_the_link_goes_to_the_browser_without_what_tracks(drive, ports, handed):
    async with drive(ports, config=handed.config) as news:
        await news.put_cursor("Tracked")
        await news.press("o")
        await news.until(handed)
        assert handed() == ["browser https://ports.example/1?id=7"]
        assert news.said == "opened https://ports.example/1?id=7"
        await news.press("y")
        assert news.app.clipboard == "https://ports.example/1?id=7"
        assert news.main.text.reading.article.entry.url == TRACKED


async def test_the_page_of_the_source(drive, ports, handed):
    async with drive(ports, config=handed.config) as news:
        await news.press("O")
        await news.until(handed)
        assert handed() == ["browser https://ports.example/"]


async def test_what_came_attached_is_shown_and_played(drive, ports, handed):
    async with drive(ports, config=handed.config) as news:
        await news.put_cursor("One")
        assert "audio/mpeg, 12 MB, 41:30" in news.shown
        await news.press("P")
        await news.until(handed)
        assert handed() == ["player https://ports.example/a.mp3"]


async def test_of_several_one_is_chosen(drive, ports, handed):
    async with drive(ports, config=handed.config) as news:
        await news.put_cursor("Two")
        await news.press("P")
        assert "video/mp4" in news.shown
        await news.press("escape")
        assert handed() == []
        await news.press("P", "2")
        await news.until(handed)
        assert handed() == ["player https://ports.example/b.mp4"]


async def test_where_nothing_came_attached_that_is_said(drive, ports, handed):
    async with drive(ports, config=handed.config) as news:
        await news.put_cursor("Bare")
        await news.press("P")
        assert news.said == "nothing came attached to this article"
        assert handed() == []


@pytest.mark.parametrize("command", ["/no/such/program", "false"])
async def test_a_program_that_fails_is_said(drive, ports, tmp_path, command):
    path = tmp_path / "broken.toml"
    path.write_text(f'browser = "{command}"\n')
    async with drive(ports, config=load(path)) as news:
        await news.put_cursor("Tracked")
        await news.press("o")
        await news.until(lambda: news.said)
        assert news.said.startswith(command)
        await news.press("y")
        assert news.said.startswith("copied")


def test_an_address_is_one_word_whatever_stands_in_it():
    address = 'https://x.example/?a=\'; rm -rf $HOME; %u "b" `c`'
    assert program("open it %u now", address).words == ("open", "it", address, "now")
    assert program("open --url=%u", address).words == ("open", f"--url={address}")
    assert program("open", address).words == ("open", address)
    assert program("!w3m -T 'a b'", address) == program("w3m -T 'a b'", address).__class__(
        ("w3m", "-T", "a b", address), in_terminal=True
    )


def test_programs_that_cannot_be_started():
    assert "could not be started" in hand_over(program("/no/such")).problem
    assert "could not be started" in pipe(program("/no/such"), "x").problem


def test_a_pipe_gives_what_came_out():
    ended = pipe(program(f"{sys.executable} -c 'print(input()[::-1])'"), "abc\n")
    assert (ended.code, ended.output, ended.problem) == (0, "cba\n", "")


async def test_a_picture_is_opened_by_its_letter(drive, tmp_path, handed):
    heron = '<p>Before.</p><img src="https://ports.example/heron.png" alt="A heron on a pole"><p>After.</p>'
    items = [{"id": "1", "title": "Pier four", "content_html": heron}]
    path = tmp_path / "pictures.json"
    path.write_text(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Pictures", "items": items})
    )
    library = open_library(tmp_path / "pictures", clock=lambda: NOON)
    library.add(str(path))
    library.close()
    async with drive(tmp_path / "pictures", config=handed.config) as news:
        await news.press("enter", "semicolon")
        await news.pilot.press("a")
        await news.until(handed)
        assert handed() == ["browser https://ports.example/heron.png"]
