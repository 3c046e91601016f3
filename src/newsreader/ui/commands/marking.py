"""Read and unread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newsreader.model.query import ListQuery
from newsreader.model.row import ArticleRow
from newsreader.ui.commands.command import Command
from newsreader.ui.commands.target import has_target, target

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS", "opened", "rested", "set_read"]

_GROUP = "Marking"
_REST_SECONDS = 0.3


def set_read(screen: MainScreen, row: ArticleRow, read: bool) -> None:
    """Mark one article; the screen shows it at once, and takes it back when it cannot be saved."""
    if row.read == read:
        return
    screen.articles.change(row.id, read=read)
    copied = read and screen.config.mark_copies and row.story is not None
    screen.save(
        f"mark an article {'read' if read else 'unread'}",
        lambda: screen.library.mark_read(screen.library.copies(row.id) if copied else [row.id], read),
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

    choices = _choices(screen)
    screen.app.push_screen(
        ChooseScreen("Mark read", list(choices)),
        lambda choice: list(choices.values())[choice]() if choice is not None else None,
    )


def _choices(screen: MainScreen) -> dict[str, Callable[[], None]]:
    """What can be marked, in words, and how it is done."""
    articles, row = screen.articles, screen.articles.current
    choices = {
        "All that are shown": lambda: _mark_all(screen),
        "Those above the cursor": lambda: _mark_rows(screen, articles.keys[: articles.cursor]),
        "Those older than a day": lambda: _ask_keys(screen, _older(screen, timedelta(days=1))),
        "Those older than a week": lambda: _ask_keys(screen, _older(screen, timedelta(days=7))),
    }
    if row is not None and row.story is not None:
        told = ListQuery(text=f"story:{row.story}")
        name = f"This story: all {row.tellings} tellings"
        choices[name] = lambda: _ask_keys(screen, lambda: screen.library.view(told))
    return choices


def _mark_all(screen: MainScreen) -> None:
    screen.articles.change_all(read=True)
    keys = screen.articles.keys
    # Later ones have greater keys: what came since the list was read is not in it.
    _mark_rows(screen, keys, upto=max(keys, default=0))


def _mark_rows(screen: MainScreen, keys: Sequence[int], *, upto: int = 0) -> None:
    """Mark rows; where stories are folded, all tellings that one row stands for.

    A telling may have left its story since the list was read: articles of the view with keys *upto* that one are marked
    whatever row they were in.
    """
    if not screen.articles.folded:
        _mark_keys(screen, keys)
        return
    query = screen.views.query

    def folded_in() -> Sequence[int]:
        wanted = {*keys, *screen.library.told_with(keys)}
        return [key for key in screen.library.view(query) if key <= upto or key in wanted]

    _ask_keys(screen, folded_in)


def _ask_keys(screen: MainScreen, question: Callable[[], Sequence[int]]) -> None:
    screen.asker.ask("mark", question, lambda keys: _mark_keys(screen, keys))


def _older(screen: MainScreen, age: timedelta) -> Callable[[], Sequence[int]]:
    """Asks for the articles shown that are older than that."""
    if not screen.views.search and not screen.views.query.text:
        query = replace(screen.views.query, text=f"older:{age.days}d")
        return lambda: screen.library.view(query)
    # What is searched for may be half a phrase, to which nothing can be added.
    keys, before = screen.articles.keys[:], screen.clock() - age
    return lambda: [row.key for row in screen.library.rows(keys) if row.at < before]


def _mark_keys(screen: MainScreen, keys: Sequence[int]) -> None:
    if not (count := len(keys)):
        screen.status.say("no such articles")
        return
    screen.save(
        f"mark {count} articles read",
        lambda: screen.library.mark_keys(keys),
        screen.follower.reload,
        said=f"marked {count} articles read; ctrl+z takes it back",
    )


def _has_articles(screen: MainScreen) -> bool:
    return screen.articles.count() > 0


COMMANDS = (
    Command("read", ("r",), "Read or unread", _GROUP, _toggle, has_target, "read", ("articles", "text")),
    Command(
        "mark",
        ("A",),
        "Mark read ...",
        _GROUP,
        _mark_many,
        _has_articles,
        "mark many",
        ("articles",),
        rank=2,
    ),
)
