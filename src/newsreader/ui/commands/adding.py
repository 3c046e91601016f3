"""Adding sources, whatever a person names them by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.errors import ManyFeedsError
from newsreader.model.query import ListQuery
from newsreader.ui.commands.command import Command

if TYPE_CHECKING:
    from newsreader.library.importing import ImportOutcome
    from newsreader.library.library import Library
    from newsreader.library.subscriptions import AddOutcome
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Sources"


def _add(screen: MainScreen) -> None:
    from newsreader.ui.screens.prompt import Field, PromptScreen

    def done(answers: list[str] | None) -> None:
        if answers and answers[0].strip():
            _add_at(screen, answers[0].strip())

    field = Field("Address or path", "", "feed, web page, file, directory, list of sources")
    screen.app.push_screen(PromptScreen("Add a source", (field,)), done)


def _add_at(screen: MainScreen, text: str, pick: str | None = None) -> None:
    if text == "-":
        # Standard input is what keys come from here: who reads it takes them from the reader.
        screen.status.say("- is no source here; newsreader add - reads standard input", error=True)
        return
    screen.status.busy("add", "adding…")
    screen.status.say("")
    screen.asker.ask(
        "add",
        lambda: _taken(screen.library, text, pick),
        lambda taken: _added(screen, text, taken),
        lambda: screen.status.busy("add", ""),
    )


def _taken(library: Library, text: str, pick: str | None) -> AddOutcome | ImportOutcome | ManyFeedsError:
    if library.is_source_list(text):
        return library.import_sources(Path(text).expanduser())
    try:
        return library.add(text, ask=pick is None, pick=pick)
    except ManyFeedsError as many:
        return many


def _added(screen: MainScreen, text: str, taken: AddOutcome | ImportOutcome | ManyFeedsError) -> None:
    screen.status.busy("add", "")
    if isinstance(taken, ManyFeedsError):
        _choose_feed(screen, text, taken)
        return
    problem = f"; {taken.problem}" if taken.problem else ""
    from newsreader.library.subscriptions import AddOutcome  # loaded by now, and not before

    if isinstance(taken, AddOutcome):
        screen.status.say(f"{taken.source.title}: {taken.new} new articles{problem}", error=bool(problem))
        screen.views.show(ListQuery(source_id=taken.source.id))
    else:
        screen.status.say(_imported(taken), error=bool(problem or taken.left_out))
        if screen.upkeep is not None:
            screen.upkeep.look()
    screen.follower.reload()
    screen.go_to("articles")


def _imported(taken: ImportOutcome) -> str:
    known = f", {taken.known} known already" if taken.known else ""
    left_out = f"; left out: {', '.join(taken.left_out[:3])}" if taken.left_out else ""
    return f"{len(taken.added)} sources added{known}{left_out}{'; ' if taken.problem else ''}{taken.problem}"


def _choose_feed(screen: MainScreen, text: str, many: ManyFeedsError) -> None:
    from newsreader.ui.screens.choose import ChooseScreen

    choices = [f"{title}  {url}" if title else url for url, title in many.feeds]
    picks = [*(url for url, _ in many.feeds), ""]
    screen.app.push_screen(
        ChooseScreen(
            "Which of its feeds?", [*choices, "None: keep the page to read it later"], about=many.subject
        ),
        lambda choice: _add_at(screen, text, picks[choice]) if choice is not None else None,
    )


def _samples(screen: MainScreen) -> None:
    screen.status.busy("add", "opening the samples…")
    screen.asker.ask(
        "add",
        screen.library.add_samples,
        lambda _: _samples_added(screen),
        lambda: screen.status.busy("add", ""),
    )


def _samples_added(screen: MainScreen) -> None:
    screen.status.busy("add", "")
    screen.status.say("the samples are here; D removes a source that you do not want")
    screen.views.show(ListQuery())
    screen.follower.reload()


def _is_empty(screen: MainScreen) -> bool:
    return bool(screen.views.empty)


COMMANDS = (
    Command("samples", ("s",), "Open the samples", _GROUP, _samples, _is_empty, "samples"),
    Command("add", ("a",), "Add a source", _GROUP, _add, hint="add", panes=("sources",)),
)
