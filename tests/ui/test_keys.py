"""Keys: each a command with an id for ever, and help that lists them from the bindings themselves."""

import re
from collections import Counter

import pytest
from textual.binding import Binding

from newsreader.ui.commands import ALL, BY_ID
from newsreader.ui.commands.command import bindings, shown_keys
from newsreader.ui.screens.choose import ChooseScreen
from newsreader.ui.screens.help import HelpScreen
from newsreader.ui.screens.main import MainScreen
from newsreader.ui.screens.prompt import PromptScreen

# The ids stand in people's own keymaps: one that is renamed here breaks those.
KEYS = {
    "up": "up k", "down": "down j", "page-up": "pageup", "page-down": "pagedown", "top": "home g",
    "bottom": "end G", "left": "left h", "right": "right l", "next-pane": "tab", "previous-pane": "shift+tab",
    "pane-articles": "1", "pane-text": "2", "pane-related": "3", "pane-bookmarks": "4", "pane-sources": "5",
    "open": "enter", "space": "space", "next-unread": "n", "previous-unread": "p", "return": "backspace",
    "read": "r", "mark": "A", "bookmark": "b s", "note": "B", "tags": "t", "browse": "o", "browse-source": "O",
    "play": "P", "filter": "f", "save-search": "F", "link-hints": "semicolon", "export": "e",
    "pipe": "vertical_line", "search": "slash",
    "copy-link": "y", "add": "a", "edit": "E", "remove": "D", "samples": "s", "zen": "z", "undo": "ctrl+z",
    "redo": "ctrl+y", "back": "escape", "back-or-leave": "q", "quit": "ctrl+q", "help": "question_mark f1",
    "palette": "ctrl+p colon", "refresh": "ctrl+r f5", "details": "i", "trouble": "X", "changes": "v", "full-text": "x",
    "history": "", "fold": "plus", "next-telling": "right_square_bracket", "previous-telling": "left_square_bracket",
    "timeline": "T", "hot": "H", "not-this-story": "exclamation_mark", "same-story": "equals_sign",
    "mute": "M", "sort": "S", "fold-folder": "plus", "fold-folders": "minus", "panes": "w", "row-lines": "",
    "refresh-source": "R", "next-source": "J", "previous-source": "K", "unread": "u",
    "wider": "greater_than_sign", "narrower": "less_than_sign", "higher": "right_curly_bracket",
    "lower": "left_curly_bracket", "reset-sizes": "",
    "toggle-text": "", "toggle-related": "", "toggle-bookmarks": "", "toggle-sources": "",
}  # fmt: skip


def test_every_key_has_its_command_and_every_command_its_id():
    assert {each.id: " ".join(each.keys) for each in ALL} == KEYS


@pytest.mark.parametrize("screen", [MainScreen, ChooseScreen, PromptScreen, HelpScreen])
def test_every_binding_has_an_id_of_its_own(screen):
    found = [each for each in screen.BINDINGS if isinstance(each, Binding)]
    assert len(found) == len(screen.BINDINGS)
    ids = Counter(each.id for each in found)
    assert None not in ids
    assert ids.most_common(1)[0][1] == 1
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name) for name in ids)


def test_no_key_is_bound_twice_but_one_of_an_empty_library_and_one_of_sources():
    keys = Counter(key for each in ALL for key in each.keys)
    assert {key for key, count in keys.items() if count > 1} == {"s", "plus"}


def test_no_key_is_one_that_a_terminal_cannot_send():
    keys = {key for each in bindings(ALL) for key in each.key.split(",")}
    assert not {key for key in keys if re.match("alt|super|meta|hyper|ctrl.(shift|[hijm]$)", key)}


def test_keys_are_written_as_people_write_them():
    assert shown_keys(("ctrl+p", "colon", "question_mark", "A")) == "^p : ? A"
    assert not [each.id for each in ALL if "_" in shown_keys(each.keys)]


async def test_help_lists_every_command_that_works_here(drive):
    async with drive(size=(100, 100)) as news:
        works = [each for each in ALL if each.available(news.main)]
        await news.press("question_mark")
        for each in works:
            line = rf"{re.escape(shown_keys(each.keys))} +{re.escape(each.label)}"
            assert re.search(line, news.shown), each.id
        assert BY_ID["samples"].label not in news.shown
        assert BY_ID["return"].label not in news.shown


async def test_help_scrolls(drive):
    async with drive(size=(80, 24)) as news:
        await news.press("question_mark")
        first = news.shown
        await news.press("down", "j")
        assert news.shown != first
        await news.press("k", "up")
        assert news.shown == first
        await news.press("pagedown", "space", "pagedown", "pagedown")
        assert BY_ID["quit"].label in news.shown
        await news.press("pageup", "pageup", "pageup", "pageup")
        assert news.shown == first


async def test_help_closes(drive):
    async with drive() as news:
        for close in ("escape", "q", "question_mark", "f1", "enter"):
            await news.press("f1")
            assert isinstance(news.app.screen, HelpScreen)
            await news.press(close)
            assert news.app.screen is news.main


async def test_hints_are_those_of_the_pane(drive):
    async with drive() as news:
        for key, pane in (("1", "articles"), ("2", "text"), ("5", "sources")):
            await news.press(key)
            hints = [
                each.hint
                for each in ALL
                if each.hint and pane in each.panes and each.available(news.main) and each.rank < 2
            ]
            assert hints
            assert all(hint in news.lines[-1] for hint in hints), (pane, news.lines[-1])


async def test_help_has_two_columns_where_there_is_room(drive):
    async with drive(size=(160, 50)) as news:
        await news.press("question_mark")
        assert all(words in news.shown for words in ("Next unread", "Go to SOURCES", "Leave"))
        assert news.shown.index("History") > news.shown.index("By name")  # it has no key
        await news.pilot.resize_terminal(100, 30)
        await news.settle()
        assert "Go to SOURCES" not in news.shown
        await news.press("pagedown", "pagedown", "pagedown")
        assert "Leave" in news.shown
