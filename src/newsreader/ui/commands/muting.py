"""Muting: a source, or words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command

if TYPE_CHECKING:
    from newsreader.library.mute_rules import MuteRule
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]


def _mute(screen: MainScreen) -> None:
    from newsreader.ui.screens.choose import ChooseScreen

    def chosen(choice: int | None) -> None:
        if choice is not None:
            list(choices.values())[choice]()

    choices: dict[str, Callable[[], None]] = {}
    screen.attempt(lambda: choices.update(_choices(screen)))
    if choices:
        about = "Lists do not show what is muted; bookmarks stay. is:muted in a search finds it."
        screen.app.push_screen(ChooseScreen("Mute", list(choices), about=about), chosen)


def _choices(screen: MainScreen) -> dict[str, Callable[[], None]]:
    """What can be done, in words, and how: mute a source or words, take back each rule that there is."""
    from newsreader.library.mute_rules import about_source

    rules, here = screen.library.mute_rules(), screen.source_here
    choices: dict[str, Callable[[], None]] = {}
    if here is not None and not here.muted:
        choices[f"This source: {here.source.title}"] = lambda: _now(
            screen, about_source(here.source.id), f"source: {here.source.title}"
        )
    choices["These words ..."] = lambda: _ask_words(screen)
    for rule in rules:
        if not rule.by_file:
            choices[f"Show again: {rule.about}"] = lambda rule=rule: _show_again(screen, rule)  # type: ignore[misc]
    return choices


def _ask_words(screen: MainScreen) -> None:
    from newsreader.ui.screens.prompt import Field, PromptScreen

    def done(answers: list[str] | None) -> None:
        if answers is not None and (words := answers[0].strip()):
            _now(screen, words, words)

    field = Field("Words", screen.views.search or screen.views.query.text, 'title:football, "royal wedding"')
    about = "Articles that these words find, as in a search, also those that are yet to come."
    screen.app.push_screen(PromptScreen("Mute", (field,), about=about), done)


def _now(screen: MainScreen, rule: str, about: str) -> None:
    def known(found: int) -> None:
        screen.save(f"mute {about}", lambda: screen.library.mute(rule), screen.follower.reload)
        screen.status.say(f"muted {found:,} articles, {about}; ctrl+z takes it back")

    screen.asker.ask("mute", lambda: screen.library.would_mute(rule), known)


def _show_again(screen: MainScreen, rule: MuteRule) -> None:
    screen.save(f"unmute {rule.about}", lambda: screen.library.unmute(rule.query), screen.follower.reload)
    screen.status.say(f"shown again: {rule.about}; ctrl+z takes it back")


def _not_empty(screen: MainScreen) -> bool:
    return not screen.views.empty


COMMANDS = (Command("mute", ("M",), "Mute a source or words; show again", "Sources", _mute, _not_empty),)
