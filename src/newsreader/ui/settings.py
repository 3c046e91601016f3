"""What the settings file says to the reader: which theme, and what of it cannot be done."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from newsreader.errors import UsageError
from newsreader.model.settings import Config

__all__ = ["problem_of", "wrong_theme"]


def wrong_theme(config: Config, themes: Collection[str]) -> Mapping[tuple[str, ...], str]:
    """What is wrong with the theme that *config* names, by the path of that setting; nothing where all is well."""
    if not config.theme or config.theme in themes:
        return {}
    return {("theme",): f"there is no theme {config.theme}; the palette (^p) shows those that there are"}


def problem_of(config: Config, wrong: Mapping[tuple[str, ...], str]) -> str:
    """One line on what is wrong with the settings file, "" when nothing is.

    Args:
        config: its settings, with what was wrong when it was read.
        wrong: what only the reader can know to be wrong, by the path of the setting.
    """
    lines = [
        *config.problems,
        *(f"{_line(config, path)}{'.'.join(path)}: {words}" for path, words in wrong.items()),
    ]
    if not lines:
        return ""
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    return f"{Path(config.path).name}: {lines[0]}{more}"


def _line(config: Config, path: tuple[str, ...]) -> str:
    from newsreader.config import line_of  # only where something is wrong

    try:
        return f"line {line_of(Path(config.path), path)}: "
    except UsageError:
        return ""  # the file is gone meanwhile
