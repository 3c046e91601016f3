"""Refreshing, and what sources are in trouble."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsreader.model.query import ListQuery
from newsreader.ui.commands.command import Command
from newsreader.ui.commands.target import target
from newsreader.ui.source_places import TROUBLE

if TYPE_CHECKING:
    from newsreader.model.related import RelatedArticle
    from newsreader.model.row import ArticleRow
    from newsreader.model.source import SourceRow
    from newsreader.model.story import Telling
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS", "show_source"]

_GROUP = "Sources"


def _refresh(screen: MainScreen) -> None:
    if screen.upkeep is not None:
        screen.upkeep.toggle()


def _refresh_one(screen: MainScreen) -> None:
    if screen.upkeep is not None and screen.source_here is not None:
        screen.upkeep.read(screen.source_here.source.id)


def _details(screen: MainScreen) -> None:
    if screen.pane == "sources":
        if screen.source_here is not None:
            show_source(screen, screen.source_here)
        return
    row = target(screen)
    if row is not None:
        screen.asker.ask(
            "details", lambda: _told_of(screen, row), lambda told: _show_article(screen, row, *told)
        )


def _told_of(screen: MainScreen, row: ArticleRow) -> tuple[list[Telling], list[RelatedArticle]]:
    library = screen.library
    return library.tellings(row.story) if row.story else [], library.related(row.id, varied=True)


def _show_article(
    screen: MainScreen, row: ArticleRow, told: list[Telling], related: list[RelatedArticle]
) -> None:
    from newsreader.ui.details import article_details
    from newsreader.ui.screens.details import DetailsScreen

    screen.app.push_screen(DetailsScreen(row.title, article_details(row, told, related, screen.clock())))


def show_source(screen: MainScreen, row: SourceRow) -> None:
    """Tell how a source fares."""
    from newsreader.ui.details import details_of
    from newsreader.ui.screens.details import DetailsScreen

    screen.app.push_screen(
        DetailsScreen(row.source.title, details_of(row, screen.clock(), screen.config.of(row.source).named))
    )


def _trouble(screen: MainScreen) -> None:
    from newsreader.ui.screens.choose import ChooseScreen

    rows = _troubled(screen)
    screen.app.push_screen(
        ChooseScreen(
            "Sources in trouble",
            [row.source.title for row in rows],
            about="Their articles stay. Enter goes to one, where i tells more, E edits it and D removes it.",
            details=[row.health.error or row.health.status for row in rows],
        ),
        lambda choice: _shown(screen, rows, choice),
    )


def _shown(screen: MainScreen, rows: Sequence[SourceRow], choice: int | None) -> None:
    if choice is not None:
        screen.views.show(ListQuery(source_id=rows[choice].source.id))
        screen.go_to("sources")  # whose keys are about it, whether it has articles or not
        show_source(screen, rows[choice])


def _troubled(screen: MainScreen) -> list[SourceRow]:
    return [row for row in screen.sources.rows() if row.health.status in TROUBLE]


def _has_source(screen: MainScreen) -> bool:
    return screen.source_here is not None


def _has_trouble(screen: MainScreen) -> bool:
    return bool(_troubled(screen))


def _can_refresh_one(screen: MainScreen) -> bool:
    return screen.upkeep is not None and _has_source(screen)


def _can_refresh(screen: MainScreen) -> bool:
    return screen.upkeep is not None and bool(screen.sources.rows())


COMMANDS = (
    Command(
        "refresh",
        ("ctrl+r", "f5"),
        "Refresh, or stop refreshing",
        _GROUP,
        _refresh,
        _can_refresh,
        "refresh",
        ("sources",),
    ),
    Command("refresh-source", ("R",), "Refresh this source alone", _GROUP, _refresh_one, _can_refresh_one),
    Command(
        "details",
        ("i",),
        "Details: how a source fares, why articles are related",
        _GROUP,
        _details,
        _has_source,
        "details",
        ("sources",),
    ),
    Command("trouble", ("X",), "Sources in trouble", _GROUP, _trouble, _has_trouble),
)
