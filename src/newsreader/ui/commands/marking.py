"""Read and unread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newsreader.model.article import ArticleRow
from newsreader.ui.commands.command import Command
from newsreader.ui.commands.target import has_target, target

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS", "opened", "rested", "set_read"]

_GROUP = "Marking"
_REST_SECONDS = 0.3
_CHOICES = (
    "All that are shown",
    "Those above the cursor",
    "Those older than a day",
    "Those older than a week",
)


def set_read(screen: MainScreen, row: ArticleRow, read: bool) -> None:
    """Mark one article; the screen shows it at once, and takes it back when it cannot be saved."""
    if row.read == read:
        return
    screen.articles.change(row.id, read=read)
    screen.save(
        f"mark an article {'read' if read else 'unread'}",
        lambda: screen.library.mark_read([row.id], read),
        lambda: screen.articles.change(row.id, read=not read),
    )


def opened(screen: MainScreen, row: ArticleRow) -> None:
    """An article was opened: that makes it read, unless the settings say that only a key does."""
    if screen.config.mark_read != "never":
        set_read(screen, row, True)


def rested(screen: MainScreen) -> None:
    """The cursor of ARTICLES went to an article: where the settings say so, that is read once it rests there."""
    row = screen.articles.current
    if screen.config.mark_read == "cursor" and row is not None:
        screen.asker.soon("rest", _REST_SECONDS, lambda: set_read(screen, row, True))


def _toggle(screen: MainScreen) -> None:
    row = target(screen)
    if row is not None:
        # TEXT may show an article as it was before it was marked.
        now = screen.library.row(row.id) if screen.pane != "articles" else row
        set_read(screen, now, not now.read)


def _mark_many(screen: MainScreen) -> None:
    from newsreader.ui.screens.choose import ChooseScreen

    screen.app.push_screen(
        ChooseScreen("Mark read", _CHOICES),
        lambda choice: _mark_chosen(screen, choice) if choice is not None else None,
    )


def _mark_chosen(screen: MainScreen, choice: int) -> None:
    articles = screen.articles
    if choice == 0:
        articles.change_all(read=True)
        _mark_keys(screen, articles.keys)
    elif choice == 1:
        _mark_keys(screen, articles.keys[: articles.cursor])
    else:
        older = _older(screen, timedelta(days=1 if choice == 2 else 7))
        screen.asker.ask("older", older, lambda keys: _mark_keys(screen, keys))


def _older(screen: MainScreen, age: timedelta) -> Callable[[], Sequence[int]]:
    """Asks for the articles shown that are older than that."""
    if not screen.views.search and not screen.views.query.text:
        query = replace(screen.views.query, text=f"older:{age.days}d")
        return lambda: screen.library.view(query)
    # What is searched for may be half a phrase, to which nothing can be added.
    keys, before = screen.articles.keys[:], screen.clock() - age
    return lambda: [row.key for row in screen.library.rows(keys) if row.at < before]


def _mark_keys(screen: MainScreen, keys: Sequence[int]) -> None:
    count = len(keys)
    screen.save(f"mark {count} articles read", lambda: screen.library.mark_keys(keys), screen.views.reload)
    screen.status.say(f"marked {count} articles read; ctrl+z takes it back" if count else "no such articles")


def _has_articles(screen: MainScreen) -> bool:
    return screen.articles.count() > 0


COMMANDS = (
    Command("read", ("r",), "Read or unread", _GROUP, _toggle, has_target, "read", ("articles", "text")),
    Command("mark", ("A",), "Mark read ...", _GROUP, _mark_many, _has_articles),
)
