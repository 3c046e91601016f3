"""Opening articles, going on to the next, and coming back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.model.row import ArticleRow
from newsreader.ui.arranging import hidden
from newsreader.ui.commands.command import Command
from newsreader.ui.commands.marking import opened
from newsreader.ui.commands.target import has_target, target

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS", "open_here"]

_GROUP = "Reading"


def open_here(screen: MainScreen) -> None:
    """Open what the cursor is on: a source to its articles, an article to its text."""
    if screen.pane == "sources":
        if screen.sources.current is not None:
            screen.views.show(screen.sources.current.query)
            screen.go_to("articles")
        return
    row = target(screen)
    if row is None:
        return
    if screen.pane in ("related", "bookmarks"):
        _visit(screen, row)
    elif screen.pane == "articles":
        screen.views.read(row, at_once=True)
    opened(screen, row)
    screen.go_to("text")


def _visit(screen: MainScreen, row: ArticleRow) -> None:
    """Show an article that stands elsewhere, with a way back."""
    before = screen.views.single or screen.articles.current
    if before is not None and before.id != row.id:
        screen.views.back.append(before)
    screen.views.single = row
    screen.views.read(row, at_once=True)


def _back_to(screen: MainScreen) -> None:
    row = screen.views.back.pop()
    here = screen.articles.current
    screen.views.single = None if here is not None and here.id == row.id else row
    screen.views.read(row, at_once=True)
    screen.go_to("text")


def _page_or_next(screen: MainScreen) -> None:
    row = target(screen)
    if row is None:
        return
    if screen.pane == "articles" and (not row.read or "text" in hidden(screen)):
        opened(screen, row)
        screen.go_to("text")
        return
    if not screen.text.page(1):
        _next_unread(1, screen)


def _next_unread(direction: int, screen: MainScreen) -> None:
    place = screen.articles.next_unread(direction)
    if place is None and direction > 0:
        place = _in_next_source(screen)
    if place is None:
        screen.status.say("no more unread articles" if direction > 0 else "no unread article above")
        return
    screen.articles.move_to(place)
    row = screen.articles.current
    if row is not None:
        screen.views.single = None
        screen.views.read(row, at_once=True)
        opened(screen, row)
    if "text" in hidden(screen):
        screen.go_to("text")  # what counts as read is seen
    elif screen.pane not in ("articles", "text"):
        screen.go_to("articles")


def _in_next_source(screen: MainScreen) -> int | None:
    """Show the next source that has unread articles; gives where the first of them stands."""
    if screen.views.search:
        return None
    for query in screen.sources.unread_after(screen.views.query):
        if not screen.library.window(replace(query, unread=True), 1):
            continue  # read since the sources were counted
        screen.views.show(query)
        first = screen.articles.current
        return 0 if first is not None and not first.read else screen.articles.next_unread(1)
    return None


def _escape(screen: MainScreen) -> bool:
    """Go one step back; gives whether there was one."""
    if screen.has_class("zen"):
        screen.remove_class("zen")
    elif screen.pane == "text" and screen.views.changes_of and screen.text.reading is not None:
        screen.views.show_changes(screen.text.reading.row, False)
    elif screen.pane == "bookmarks" and screen.bookmarks.is_filtered:
        screen.bookmarks.filter("")
    elif screen.pane != "articles":
        screen.go_to("articles")
    elif screen.views.search:
        screen.views.leave_search()
    elif screen.views.is_narrowed:
        screen.views.narrow("")
    else:
        return False
    return True


def _back(screen: MainScreen) -> None:
    _escape(screen)


def _back_or_leave(screen: MainScreen) -> None:
    if not _escape(screen):
        screen.leave()


def _zen(screen: MainScreen) -> None:
    screen.toggle_class("zen")
    if screen.has_class("zen"):
        screen.go_to("text")


def _search(screen: MainScreen) -> None:
    from newsreader.ui.widgets.line_input import open_filter, open_search

    if screen.pane == "bookmarks":
        open_filter(screen)
    else:
        open_search(screen)


def _can_open(screen: MainScreen) -> bool:
    return screen.pane == "sources" or (screen.pane != "text" and has_target(screen))


def _has_back(screen: MainScreen) -> bool:
    return bool(screen.views.back)


def _not_empty(screen: MainScreen) -> bool:
    return not screen.views.empty


_LISTS = ("sources", "articles", "related", "bookmarks")

COMMANDS = (
    Command("open", ("enter",), "Open", _GROUP, open_here, _can_open, "open", _LISTS),
    Command(
        "space", ("space",), "A page down, at the end the next unread", _GROUP,
        _page_or_next, has_target, "page", ("text",),
    ),
    Command(
        "next-unread", ("n",), "Next unread", _GROUP,
        partial(_next_unread, 1), _not_empty, "next", ("articles", "text"),
    ),
    Command("previous-unread", ("p",), "Previous unread", _GROUP, partial(_next_unread, -1), _not_empty),
    Command(
        "return", ("backspace",), "Back to the article before", _GROUP,
        _back_to, _has_back, "back", ("text", "related", "bookmarks"),
    ),
    Command(
        "search", ("slash",), "Search titles and texts; in BOOKMARKS filter", _GROUP,
        _search, _not_empty, "search",
    ),
    Command("zen", ("z",), "Text alone", _GROUP, _zen, has_target, "text alone", ("text",), 2),
    Command("back", ("escape",), "Back", _GROUP, _back),
    Command("back-or-leave", ("q",), "Back; at the top leave", _GROUP, _back_or_leave),
)  # fmt: skip
