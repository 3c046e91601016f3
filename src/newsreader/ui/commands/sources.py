"""Editing and removing sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.model.query import ListQuery, SavedSearch
from newsreader.ui.commands.command import Command

if TYPE_CHECKING:
    from newsreader.model.source import Source, SourceRow
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Sources"
_PRIORITY = re.compile("-?[0-9]|")
_ON, _OFF = "on", "off"


def _search_here(screen: MainScreen) -> SavedSearch | None:
    place = screen.sources.current
    return place.search if screen.pane == "sources" and place is not None else None


def _remove_search(screen: MainScreen, search: SavedSearch) -> None:
    screen.save(
        f"remove {search.name}", lambda: screen.library.remove_search(search.name), screen.follower.reload
    )
    screen.status.say(f"removed {search.name}; ctrl+z brings it back")
    screen.views.show(ListQuery())


def _remove(screen: MainScreen) -> None:
    search = _search_here(screen)
    if search is not None:
        _remove_search(screen, search)
        return
    from newsreader.ui.screens.choose import ChooseScreen

    row = screen.source_here
    if row is None:
        return
    about = f"{row.source.title}: {row.articles} articles go, bookmarked ones stay. ctrl+z brings all back."
    screen.app.push_screen(
        ChooseScreen("Remove this source?", ("Remove it", "Keep it"), about=about),
        lambda choice: screen.attempt(lambda: _removed(screen, row)) if choice == 0 else None,
    )


def _removed(screen: MainScreen, row: SourceRow) -> None:
    screen.save(
        f"remove {row.source.title}", lambda: screen.library.remove([row.source.id]), screen.follower.reload
    )
    screen.status.say(f"removed {row.source.title}; ctrl+z brings it back")
    if screen.views.query.source_id == row.source.id:
        screen.views.show(ListQuery())


def _edit_search(screen: MainScreen, search: SavedSearch) -> None:
    from newsreader.ui.screens.prompt import Field, PromptScreen

    def done(answers: list[str] | None) -> None:
        if answers is None or not answers[1].strip():
            return
        query = replace(search.query, text=answers[1].strip())
        name = answers[0].strip() or query.text
        screen.save(
            f"change {search.name}",
            lambda: screen.library.save_search(name, query, before=search.name),
            screen.follower.reload,
        )
        screen.attempt(lambda: screen.views.show(query))
        screen.status.say(f"changed {name}; ctrl+z takes it back")

    fields = (
        Field("Name", search.name, search.query.text),
        Field("Query", search.query.text, "words, title:storm"),
    )
    screen.app.push_screen(PromptScreen(f"Edit {search.name}", fields), done)


def _edit(screen: MainScreen) -> None:
    search = _search_here(screen)
    if search is not None:
        _edit_search(screen, search)
        return
    from newsreader.ui.screens.prompt import Field, PromptScreen

    row = screen.source_here
    source = screen.library.stored_source(row.source.id) if row else None
    if source is None:
        return
    fields = (
        Field("Title", _own_title(source), source.title),
        Field("Folder", source.folder, "none; News/Local stands in News"),
        Field("Address", source.address, "articles and marks stay when it changes"),
        Field("Full text from the pages of its articles", _ON if source.full_text else _OFF, "on or off"),
        Field("Priority in All, within a day", str(source.priority), "-9 to 9, the highest first"),
    )

    def done(answers: list[str] | None) -> None:
        if answers is not None:
            _change(screen, source, [answer.strip() for answer in answers])

    about = _overruled(screen, source)
    screen.app.push_screen(PromptScreen(f"Edit {source.title}", fields, about=about), done)


def _own_title(source: Source) -> str:
    return source.title if source.own_title else ""


def _overruled(screen: MainScreen, source: Source) -> str:
    """What of a source the settings file names, where a change here shows only once it does no more."""
    named = screen.config.of(source).named
    return f"The settings file names its {', '.join(named)}, and wins." if named else ""


def _change(screen: MainScreen, source: Source, answers: Sequence[str]) -> None:
    title, folder, url, full, number = answers
    full_text = full.casefold() in (_ON, "yes", "y", "1")
    if not url:
        screen.status.say("a source needs an address; D removes it", error=True)
        return
    if not _PRIORITY.fullmatch(number):
        screen.status.say("a priority is a whole number from -9 to 9", error=True)
        return
    wanted = (title, folder, url, full_text, int(number or 0))
    if wanted == (_own_title(source), source.folder, source.address, source.full_text, source.priority):
        return
    screen.save(
        f"change {source.title}",
        lambda: screen.library.change_source(
            source.id,
            title=title if title != _own_title(source) else None,
            folder=folder,
            url=url if url != source.address else None,
            full_text=full_text,
            priority=int(number or 0),
        ),
        screen.follower.reload,
    )
    screen.status.say(f"changed {source.title}; ctrl+z takes it back")


def _has_source(screen: MainScreen) -> bool:
    return screen.source_here is not None


def _has_removable(screen: MainScreen) -> bool:
    return _has_source(screen) or _search_here(screen) is not None


COMMANDS = (
    Command(
        "edit",
        ("E",),
        "Edit a source or a saved search",
        _GROUP,
        _edit,
        _has_removable,
        "edit",
        ("sources",),
    ),
    Command("remove", ("D",), "Remove a source", _GROUP, _remove, _has_removable, "remove", ("sources",)),
)
