"""An article as Markdown: into a file, or to a command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.model.row import ArticleRow
from newsreader.ui.commands.command import Command
from newsreader.ui.commands.target import has_target, target

if TYPE_CHECKING:
    from newsreader.ui.programs import Ended
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Links"
_OTHER = "Another command ..."


def _export(screen: MainScreen) -> None:
    from newsreader.text.markdown import file_name
    from newsreader.ui.screens.prompt import Field, PromptScreen

    row = target(screen)
    if row is None:
        return

    def done(answers: list[str] | None) -> None:
        if answers and answers[0].strip():
            path = Path(answers[0].strip()).expanduser()
            screen.asker.ask("export", lambda: _write(screen, row, path), screen.status.say)

    field = Field("File", str(_free(Path("~") / f"{file_name(row.title)}.md")))
    screen.app.push_screen(PromptScreen("Export as Markdown", (field,), about=row.title), done)


def _free(path: Path) -> Path:
    """*path*, with a number where a file of that name is there."""
    tries = [path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 100))]
    return next((each for each in tries if not each.expanduser().exists()), path)


def _write(screen: MainScreen, row: ArticleRow, path: Path) -> str:
    text = _markdown(screen, row)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return f"{path} is there already, and stays as it is"
    except (OSError, ValueError) as error:
        return f"not written: {path}: {getattr(error, 'strerror', None) or error}"
    return f"wrote {path}"


def _markdown(screen: MainScreen, row: ArticleRow) -> str:
    from newsreader.text.markdown import article_markdown

    library = screen.library
    return article_markdown(library.article(row.id), row.source_title, library.bookmark_of(row.id))


def _pipe(screen: MainScreen) -> None:
    from newsreader.ui.screens.choose import ChooseScreen

    row = target(screen)
    if row is None:
        return
    named = screen.config.pipe
    if not named:
        _ask(screen, row)
        return
    commands = list(named.values())

    def done(choice: int | None) -> None:
        if choice is not None and choice < len(commands):
            _run(screen, row, commands[choice])
        elif choice is not None:
            _ask(screen, row)

    screen.app.push_screen(ChooseScreen("Pipe the article to", [*named, _OTHER], about=row.title), done)


def _ask(screen: MainScreen, row: ArticleRow) -> None:
    from newsreader.ui.screens.prompt import Field, PromptScreen

    def done(answers: list[str] | None) -> None:
        if answers and answers[0].strip(" !"):
            _run(screen, row, answers[0].strip())

    field = Field("Command", "", "wc -w; a ! in front gives it the terminal")
    screen.app.push_screen(PromptScreen("Pipe the article to", (field,), about=row.title), done)


def _run(screen: MainScreen, row: ArticleRow, command: str) -> None:
    from newsreader.ui.programs import pipe, program

    try:
        wanted = program(command)
    except ValueError:  # quotes that are not in pairs
        wanted = None
    if wanted is None or not wanted.words:
        screen.status.say("not a command; are its quotes in pairs?", error=True)
    elif wanted.in_terminal:
        screen.asker.ask(
            "pipe", lambda: _markdown(screen, row), lambda text: _take_over(screen, command, text)
        )
    else:
        screen.status.busy("hand", f"{wanted.name}…")
        screen.asker.ask(
            "pipe",
            lambda: pipe(wanted, _markdown(screen, row)),
            lambda ended: _show(screen, command, ended),
            lambda: screen.status.busy("hand", ""),
        )


def _take_over(screen: MainScreen, command: str, text: str) -> None:
    from newsreader.ui.programs import in_terminal, program

    wanted = program(command)
    with screen.app.suspend():
        ended = in_terminal(wanted.words, text)
    if ended.problem:
        screen.status.say(f"{wanted.name} {ended.problem}", error=True)


def _show(screen: MainScreen, command: str, ended: Ended) -> None:
    from newsreader.ui.programs import program
    from newsreader.ui.screens.output import OutputScreen

    screen.status.busy("hand", "")
    if ended.problem:
        screen.status.say(f"{program(command).name} {ended.problem}", error=True)
    if ended.output or not ended.problem:
        screen.app.push_screen(OutputScreen(command, ended.output))


COMMANDS = (
    Command("export", ("e",), "Export as Markdown", _GROUP, _export, has_target),
    Command("pipe", ("vertical_line",), "Pipe to a command", _GROUP, _pipe, has_target),
)
