"""Searching, narrowing a list, and saving what was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.model.query import ListQuery, Order
from newsreader.ui.commands.command import Command

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Reading"


def _narrow(screen: MainScreen) -> None:
    from newsreader.ui.widgets.line_input import open_filter, open_narrow

    if screen.pane == "bookmarks":
        open_filter(screen)
    else:
        open_narrow(screen)


def _asked(screen: MainScreen) -> ListQuery | None:
    """What ARTICLES is asked for in words, None where there are none."""
    if screen.views.search:
        return ListQuery(screen.views.search)
    query = screen.views.query
    return replace(query, typing=False) if query.text else None


def _save(screen: MainScreen) -> None:
    from newsreader.ui.screens.prompt import Field, PromptScreen

    query = _asked(screen)
    if query is None:
        screen.status.say("nothing to save yet: / searches, f filters this list")
        return
    place = screen.sources.place_of(query)
    name = place.title if place is not None else query.text

    def done(answers: list[str] | None) -> None:
        if answers is not None:
            title = answers[0].strip() or query.text
            screen.save(
                f"save {title}", lambda: screen.library.save_search(title, query), screen.follower.reload
            )
            screen.attempt(lambda: screen.views.show(query))
            screen.status.say(f"saved {title}; it stands in SOURCES, where D removes it")

    field = Field("Name", name, query.text)
    screen.app.push_screen(PromptScreen("Save this search", (field,), about=query.text), done)


_ORDERS: tuple[tuple[Order, str], ...] = (
    ("day", "By date, newest first; within a day by the priority of sources"),
    ("source", "By source"),
    ("story", "By how many tell the same story"),
)


def _sort(screen: MainScreen) -> None:
    from newsreader.ui.screens.choose import ChooseScreen

    def chosen(choice: int | None) -> None:
        if choice is not None:
            screen.views.folding.order = _ORDERS[choice][0]
            screen.attempt(screen.views.show_again)

    screen.app.push_screen(ChooseScreen("Sort ARTICLES", [words for _, words in _ORDERS]), chosen)


def _only_unread(screen: MainScreen) -> None:
    """Leave out of the list what is read, or show it again; in SOURCES the places without unread articles."""
    if screen.pane == "sources":
        screen.sources.show_unread(not screen.sources.only_unread)
        screen.status.say("sources with unread articles" if screen.sources.only_unread else "all sources")
        return
    folding, here = screen.views.folding, screen.articles.current
    find = ""
    if not folding.unread and here is not None and here.read:
        place = screen.articles.next_unread(1)
        row = screen.articles.row_at(place) if place is not None else None
        find = row.id if row is not None else ""
    folding.unread = not folding.unread
    screen.views.show_again(find)
    screen.status.say("unread articles alone" if folding.unread else "all articles")


def _can_leave_out(screen: MainScreen) -> bool:
    return not screen.views.empty and not screen.views.search


def _not_empty(screen: MainScreen) -> bool:
    return not screen.views.empty


COMMANDS = (
    Command("sort", ("S",), "Sort by date, source or size of the story", _GROUP, _sort, _not_empty),
    Command(
        "unread",
        ("u",),
        "Unread articles alone, or all; so in SOURCES",
        _GROUP,
        _only_unread,
        _can_leave_out,
        "unread only",
        ("articles", "sources"),
        rank=2,
    ),
    Command("filter", ("f",), "Filter this list", _GROUP, _narrow, _not_empty, "filter", ("articles",), 2),
    Command(
        "save-search", ("F",), "Save what this list was searched or filtered by", _GROUP, _save, _not_empty
    ),
)
