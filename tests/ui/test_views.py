"""Text alone, the browser, the clipboard, the palette; and the panes at other sizes."""

import pytest
from rich.cells import cell_len

from newsreader.ui.screens.help import HelpScreen
from support.feeds import THREE, feed
from support.news import HARBOUR, VALLEY


async def test_zen_shows_the_text_alone(drive):
    async with drive(size=(120, 30)) as news:
        await news.press("z")
        assert (news.focus, news.reading) == ("text", HARBOUR[0][0])
        for gone in ("SOURCES", "ARTICLES", "RELATED", "BOOKMARKS"):
            assert gone not in news.shown
        line = next(line for line in news.lines if line.strip().startswith("Paragraph 1:"))
        assert 10 < len(line) - len(line.lstrip()) < 30
        assert len(line.strip()) <= 80
        await news.press("n")
        assert (news.focus, news.reading) == ("text", VALLEY[0][0])
        await news.press("z")
        assert "SOURCES" in news.shown


@pytest.mark.parametrize("key", ["escape", "q", "1", "tab", "5"])
async def test_zen_ends_when_another_pane_is_wanted(drive, key):
    async with drive() as news:
        await news.press("z", key)
        assert "ARTICLES" in news.shown
        assert news.focus
        assert news.app.is_running


async def test_the_browser_opens_the_article(drive, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    async with drive() as news:
        await news.press("j", "o")
        assert opened == ["https://valley.example/1"]
        assert news.said == "opened https://valley.example/1"


async def test_no_browser_is_said(drive, monkeypatch):
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    async with drive() as news:
        await news.press("o")
        assert "no browser could be started" in news.said


async def test_the_link_is_copied_without_what_tracks(drive):
    async with drive() as news:
        await news.press("y")
        assert news.app.clipboard == "https://harbour.example/1"
        assert news.said == "copied https://harbour.example/1"
        await news.press("3", "y")
        assert news.app.clipboard == "https://valley.example/1"


async def test_an_article_without_a_link_has_neither(drive, tmp_path):
    path = tmp_path / "three.json"
    path.write_text(feed(THREE))
    async with drive(tmp_path / "three") as news:
        news.library.add(str(path))
        await news.settle()
        await news.press("j", "y", "o")
        assert (news.app.clipboard, news.said) == ("", "o does nothing here (Open in the browser)")


@pytest.mark.parametrize("key", ["ctrl+p", "colon"])
async def test_the_palette_runs_commands(drive, key):
    async with drive() as news:
        await news.press(key)
        assert news.app.screen is not news.main
        await news.type("bookmark, or remove")
        await news.until(lambda: "Bookmark, or remove" in news.shown)
        await news.press("enter", "enter")
        await news.until(lambda: news.library.counts().bookmarks == 1)
        await news.settle()
        assert news.app.screen is news.main


async def test_the_palette_offers_what_works_with_its_keys(drive):
    async with drive() as news:
        found = {each.title: each.help for each in news.app.get_system_commands(news.main)}
        assert found["Read or unread"] == "r"
        assert found["Bookmark, or remove the bookmark"] == "b s"
        assert "Open the samples" not in found
        assert "Theme" in found


async def test_help_is_reached_from_anywhere_in_the_screen(drive):
    async with drive() as news:
        for pane in "12345":
            await news.press(pane, "question_mark")
            assert isinstance(news.app.screen, HelpScreen)
            await news.press("escape")


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (100, 30), (250, 80)])
async def test_every_size_shows_the_list_and_the_text(drive, size):
    async with drive(size=size) as news:
        assert HARBOUR[0][0][:20] in news.shown
        assert {cell_len(line) for line in news.lines} == {size[0]}
        await news.press("enter")
        assert "Paragraph 1:" in news.shown


async def test_what_is_shown_follows_a_change_of_size(drive):
    async with drive(size=(160, 50)) as news:
        await news.press("enter", "pagedown")
        await news.pilot.resize_terminal(80, 24)
        await news.settle()
        assert news.focus == "text"
        assert "SOURCES" not in news.shown
        await news.press("escape")
        assert HARBOUR[0][0] in news.shown
        await news.pilot.resize_terminal(160, 50)
        await news.settle()
        assert "SOURCES" in news.shown
        assert "RELATED" in news.shown


async def test_the_mouse_does_what_keys_do(drive):
    async with drive() as news:
        await news.pilot.click("#articles", offset=(5, 3))
        await news.settle()
        assert (news.title, news.focus) == (VALLEY[0][0], "articles")
        await news.pilot.click("#articles", offset=(5, 3))
        await news.settle()
        assert (news.focus, news.library.counts().unread) == ("text", 29)
        await news.pilot.click("#sources", offset=(5, 6))
        await news.settle()
        assert (news.focus, len(news.titles())) == ("sources", 8)
