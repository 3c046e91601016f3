"""Bookmarks with note and tags; undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsreader.model.row import ArticleRow
from newsreader.ui.commands.command import Command
from newsreader.ui.commands.target import has_target, target
from newsreader.ui.saving import Saved

if TYPE_CHECKING:
    from newsreader.model.change import Step
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS", "redo", "undo"]

_GROUP = "Keeping"


def _toggle(screen: MainScreen) -> None:
    row = target(screen)
    if row is None:
        return
    keep = screen.library.bookmark_of(row.id) is None if screen.pane != "articles" else not row.bookmarked
    change = screen.library.bookmark if keep else screen.library.unbookmark
    screen.articles.change(row.id, bookmarked=keep)
    screen.save(
        "bookmark" if keep else "remove the bookmark",
        lambda: change([row.id]),
        lambda: screen.articles.change(row.id, bookmarked=not keep),
    )
    screen.status.say("bookmarked" if keep else "bookmark removed; b brings it back with its note and tags")


def _edit_note(screen: MainScreen) -> None:
    from newsreader.ui.screens.prompt import Field, PromptScreen
    from newsreader.ui.widgets.line_input import one_line

    row = target(screen)
    if row is None:
        return
    kept = screen.library.bookmark_of(row.id)
    fields = (
        Field("Note", kept.note if kept else "", "your own words"),
        Field("Tags", " ".join(kept.tags) if kept else "", "parted by blanks"),
    )

    def done(answers: list[str] | None) -> None:
        if answers is not None:
            # A note of several lines stands in one here; left alone, it keeps them.
            note = None if kept and answers[0] == one_line(kept.note) else answers[0]
            _keep(screen, row, lambda: screen.library.bookmark([row.id], note=note, tags=_tags(answers[1])))

    screen.app.push_screen(PromptScreen("Bookmark", fields, about=row.title), done)


def _edit_tags(screen: MainScreen) -> None:
    from newsreader.ui.screens.prompt import Field, PromptScreen

    row = target(screen)
    if row is None:
        return
    kept = screen.library.bookmark_of(row.id)
    field = Field("Tags", " ".join(kept.tags) + " " if kept and kept.tags else "", "parted by blanks")

    def done(answers: list[str] | None) -> None:
        if answers is not None:
            _keep(screen, row, lambda: screen.library.bookmark([row.id], tags=_tags(answers[0])))

    screen.app.push_screen(PromptScreen("Tags", (field,), about=row.title), done)


def _keep(screen: MainScreen, row: ArticleRow, change: Callable[[], Step | None]) -> None:
    screen.articles.change(row.id, bookmarked=True)
    screen.save("bookmark", change, lambda: screen.articles.change(row.id, bookmarked=row.bookmarked))


def _tags(text: str) -> list[str]:
    return [tag.removeprefix("#") for tag in text.replace(",", " ").split()]


def _nothing() -> None:
    pass


def undo(screen: MainScreen, then: Callable[[], None] = _nothing) -> None:
    """Take the last change back, and call *then* when that is on the disk or has failed."""
    _back_and_forth(screen, "undo", screen.library.undo, "undone", then)


def redo(screen: MainScreen, then: Callable[[], None] = _nothing) -> None:
    """Do again what was undone last; *then* is as for `undo`."""
    _back_and_forth(screen, "redo", screen.library.redo, "done again", then)


def _back_and_forth(
    screen: MainScreen, what: str, change: Callable[[], Step], said: str, then: Callable[[], None]
) -> None:
    def after(saved: Saved) -> None:
        if saved.error is not None:
            screen.status.say(saved.error.message)
        elif saved.step is not None:
            screen.status.say(f"{said}: {saved.step.change.title}")
            screen.follower.reload()
        then()

    screen.saver.save(what, change, after)


def _history(screen: MainScreen) -> None:
    from newsreader.ui.screens.history import HistoryScreen

    def show(steps: list[Step]) -> None:
        screen.app.push_screen(HistoryScreen(screen, steps))

    screen.asker.ask("history", lambda: HistoryScreen.steps_of(screen), show)


COMMANDS = (
    Command(
        "bookmark", ("b", "s"), "Bookmark, or remove the bookmark", _GROUP, _toggle, has_target, "bookmark",
        ("articles", "text", "related", "bookmarks"),
    ),
    Command("note", ("B",), "Note and tags", _GROUP, _edit_note, has_target),
    Command("tags", ("t",), "Tags; tagging bookmarks", _GROUP, _edit_tags, has_target),
    Command("undo", ("ctrl+z",), "Undo", _GROUP, undo),
    Command("redo", ("ctrl+y",), "Redo", _GROUP, redo),
    Command("history", (), "History: what was done, and what undo takes back", _GROUP, _history),
)  # fmt: skip
