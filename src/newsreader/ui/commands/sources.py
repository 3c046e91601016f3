"""Adding and removing sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.model.query import ListQuery
from newsreader.model.source import SourceRow
from newsreader.ui.commands.command import Command

if TYPE_CHECKING:
    from newsreader.library.subscriptions import AddOutcome
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Sources"


def _add(screen: MainScreen) -> None:
    from newsreader.ui.screens.prompt import Field, PromptScreen

    def done(answers: list[str] | None) -> None:
        if answers and answers[0].strip():
            _add_path(screen, answers[0].strip())

    field = Field("Path", "", "a feed file, a page saved as text, or a directory")
    screen.app.push_screen(PromptScreen("Add a source", (field,)), done)


def _add_path(screen: MainScreen, path: str) -> None:
    screen.status.busy("adding…")
    screen.status.say("")
    screen.asker.ask(
        "add",
        lambda: screen.library.add(path),
        lambda outcome: _added(screen, outcome),
        lambda: screen.status.busy(""),
    )


def _added(screen: MainScreen, outcome: AddOutcome) -> None:
    screen.status.busy("")
    problem = f"; {outcome.problem}" if outcome.problem else ""
    screen.status.say(f"{outcome.source.title}: {outcome.new} new articles{problem}", error=bool(problem))
    screen.views.show(ListQuery(source_id=outcome.source.id))
    screen.views.reload()
    screen.go_to("articles")


def _samples(screen: MainScreen) -> None:
    screen.status.busy("opening the samples…")
    screen.asker.ask(
        "add", screen.library.add_samples, lambda _: _samples_added(screen), lambda: screen.status.busy("")
    )


def _samples_added(screen: MainScreen) -> None:
    screen.status.busy("")
    screen.status.say("the samples are here; D removes a source that you do not want")
    screen.views.show(ListQuery())
    screen.views.reload()


def _remove(screen: MainScreen) -> None:
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
        f"remove {row.source.title}", lambda: screen.library.remove([row.source.id]), screen.views.reload
    )
    screen.status.say(f"removed {row.source.title}; ctrl+z brings it back")
    if screen.views.query.source_id == row.source.id:
        screen.views.show(ListQuery())


def _has_source(screen: MainScreen) -> bool:
    return screen.source_here is not None


def _is_empty(screen: MainScreen) -> bool:
    return bool(screen.views.empty)


COMMANDS = (
    Command("samples", ("s",), "Open the samples", _GROUP, _samples, _is_empty, "samples"),
    Command("add", ("a",), "Add a source", _GROUP, _add, hint="add", panes=("sources",)),
    Command("remove", ("D",), "Remove a source", _GROUP, _remove, _has_source, "remove", ("sources",)),
)
