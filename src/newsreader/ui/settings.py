"""What the settings file says to the reader, and what of it cannot be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.errors import UsageError
from newsreader.model.settings import Config
from newsreader.ui.theme import wrong_bases

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["problem_of"]


def problem_of(screen: MainScreen, wrong_keys: Mapping[tuple[str, ...], str]) -> str:
    """One line on what is wrong with the settings file, "" when nothing is.

    Args:
        screen: whose settings they are.
        wrong_keys: what is wrong with its keys, by the path of the setting.
    """
    config = screen.config
    wrong = [*wrong_keys.items(), *_wrong_theme(screen), *_wrong_rules(screen)]
    lines = [
        *config.problems,
        *(f"{_line(config, path)}{'.'.join(path)}: {words}" for path, words in wrong),
    ]
    if not lines:
        return ""
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    return f"{Path(config.path).name}: {lines[0]}{more}"


def _wrong_theme(screen: MainScreen) -> Iterator[tuple[tuple[str, ...], str]]:
    config = screen.config
    theme = config.theme
    if theme and theme not in screen.app.available_themes:
        yield ("theme",), _no_theme(theme)
    # Those of the file are known by now: a base that it describes further down is known too, and is none all the same.
    known = {name: each for name, each in screen.app.available_themes.items() if name not in config.themes}
    for name, base in wrong_bases(config.themes, known).items():
        yield ("themes", name, "base"), _no_theme(base)


def _no_theme(name: str) -> str:
    return f"there is no theme {name}; the palette (^p) shows those that there are"


def _wrong_rules(screen: MainScreen) -> Iterator[tuple[tuple[str, ...], str]]:
    if screen.config.mute:
        yield from ((("mute",), f"{rule}: {why}") for rule, why in screen.library.wrong_mute_rules().items())


def _line(config: Config, path: tuple[str, ...]) -> str:
    from newsreader.config import line_of  # only where something is wrong

    try:
        return f"line {line_of(Path(config.path), path)}: "
    except UsageError:
        return ""  # the file is gone meanwhile
