"""Other versions of an article: the text of its page, and what changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.model.row import ArticleRow
from newsreader.ui.commands.command import Command
from newsreader.ui.commands.target import target

if TYPE_CHECKING:
    from newsreader.model.article import Article
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Reading"


def _full_text(screen: MainScreen) -> None:
    row = target(screen)
    if row is not None:
        screen.views.changes_of = ""
        screen.asker.ask(
            "full text", lambda: screen.library.article(row.id), lambda found: _toggle(screen, row, found)
        )


def _toggle(screen: MainScreen, row: ArticleRow, article: Article) -> None:
    """Show the text of the page, which is fetched where it never was, or again what the source gave."""
    if article.full is None or not article.full.html:
        _fetch(screen, row)
        return
    shown = article.full.hidden
    screen.save("show another text", lambda: screen.library.show_full(row.id, shown))
    _remember(screen, row, shown)


def _fetch(screen: MainScreen, row: ArticleRow) -> None:
    if screen.pages is None or row.url is None:
        screen.status.say("no more text there: the article has no page")
        return
    screen.status.busy("fetch", "fetching the page…")

    def done(problem: str) -> None:
        screen.status.busy("fetch", "")
        if problem:
            screen.status.say(problem, error=True)
        else:
            _remember(screen, row, True)

    screen.pages.fetch(row.id, done)


def _remember(screen: MainScreen, row: ArticleRow, wanted: bool) -> None:
    """What is wanted of one article is wanted of its source, where that has articles to come."""
    screen.status.say("full text; x shows what the source gave" if wanted else "as its source gave it")
    source = screen.sources.source_row(row.source_id)
    if source is None or source.source.full_text == wanted or source.source.kind not in ("feed", "directory"):
        return
    screen.save("remember full text", lambda: screen.library.change_source(row.source_id, full_text=wanted))
    name = source.source.title
    screen.status.say(
        f"full text, and for new articles of {name}; ctrl+z: for this one alone"
        if wanted
        else f"as its source gave it, and no more full texts for {name}"
    )


def _changes(screen: MainScreen) -> None:
    row = target(screen)
    if row is not None:
        screen.views.show_changes(row, screen.views.changes_of != row.id)
        screen.go_to("text")


def _has_page(screen: MainScreen) -> bool:
    row = target(screen)
    return row is not None and row.url is not None


def _is_changed(screen: MainScreen) -> bool:
    row = target(screen)
    return row is not None and row.changed


COMMANDS = (
    Command(
        "full-text", ("x",), "Full text from its page; as its source gave it", _GROUP,
        _full_text, _has_page, "full", ("text",), 1,
    ),
    Command(
        "changes", ("v",), "What changed in it; its text again", _GROUP,
        _changes, _is_changed, "changes", ("articles", "text"), 1,
    ),
)  # fmt: skip
