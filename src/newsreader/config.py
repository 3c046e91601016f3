"""The settings file: what may stand in it, and reading it. A setting that is wrong costs itself alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from newsreader.errors import UsageError
from newsreader.model.settings import Config
from newsreader.model.source_settings import SourceSettings
from newsreader.setting_values import (
    colour,
    command,
    count,
    keys,
    lines,
    one_of,
    panes,
    priority,
    queries,
    time,
    time_or_never,
    words,
    yes_or_no,
)
from newsreader.text.sanitise import clean_line
from newsreader.text.toml import Toml, read_toml

__all__ = [
    "SETTINGS",
    "SOURCE_SETTINGS",
    "THEME_SETTINGS",
    "Known",
    "default_text",
    "line_of",
    "load",
    "shown",
]

_MOST_PROBLEMS = 20
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Known:
    """A setting that may stand in the file.

    Attributes:
        name: what it is called there.
        read: gives its value; raises ValueError with what is wanted.
        default: what holds without it, as it would stand in the file.
        about: what it is for, in a few words.
    """

    name: str
    read: Callable[[object], Any]
    default: str
    about: str


SETTINGS = (
    Known("theme", words, '""', 'the name of a theme; "" for the one chosen in the reader'),
    Known("hide", panes, "[]", "panes that are there only while one goes to them: sources, text, related, bookmarks"),
    Known("article_lines", lines, "0", "lines an article has in the list, 1 or 2; 0: as there is room"),
    Known("keymap", one_of("vim", "newsboat", "netnewswire"), '"vim"', "vim, newsboat or netnewswire"),
    Known("mark_read", one_of("open", "cursor", "never"), '"open"', "read once opened, under the cursor, or never"),
    Known("mark_copies", yes_or_no, "false", "whether reading one copy of an agency's text marks the others read"),
    Known("refresh_interval", time_or_never, '"1m"', "how often the reader looks for what is due, or never"),
    Known("browser", command, '""', 'what opens addresses, such as "firefox --new-tab %u"'),
    Known("player", command, '""', 'what plays attached media, such as "mpv %u"'),
    Known("mute", queries, "[]", "queries; what they find stays out of the lists"),
    Known("keep_days", count, "0", "delete articles that are older; 0: none"),
    Known("keep_count", count, "0", "of all sources together keep the newest; 0: all"),
    Known("keep_unread", yes_or_no, "true", "whether unread articles stay however old"),
    Known("keep_bookmarked", yes_or_no, "true", "whether bookmarked ones stay in the lists however old"),
)  # fmt: skip
"""The settings that stand alone."""

SOURCE_SETTINGS = (
    Known("title", words, '""', "what to call it"),
    Known("folder", words, '""', "the folder to show it in"),
    Known("interval", time, '"1h"', "how long to wait between two readings"),
    Known("user_agent", words, '""', "what to call ourselves to its server"),
    Known("priority", priority, "0", "from -9 to 9; the higher come first within a day"),
    Known("full_text", yes_or_no, "false", "whether its articles are fetched from their pages"),
    Known("keep_days", count, "0", "as above, of this source alone"),
    Known("keep_count", count, "0", "as above, of this source alone"),
    Known("keep_unread", yes_or_no, "true", "as above, of this source alone"),
    Known("keep_bookmarked", yes_or_no, "true", "as above, of this source alone"),
)
"""The settings of one source, in a table `[sources."ADDRESS"]`."""

THEME_SETTINGS = (
    Known("base", words, '"newsreader-dark"', "the theme that has what is not said here; it says whether it is dark"),
    Known("foreground", colour, '"#d8dbe2"', "words"),
    Known("background", colour, '"#14171d"', "what they stand on"),
    Known("surface", colour, '"#191d25"', "the last line, and dialogs"),
    Known("panel", colour, '"#2b313d"', "lines to type in, and scrollbars"),
    Known("border", colour, '"#343c4a"', "what parts the panes"),
    Known("accent", colour, '"#e8b86d"', "the pane in use, headlines, marks, keys"),
    Known("primary", colour, '"#8fb8de"', "the cursor, sources, links"),
    Known("secondary", colour, '"#b8a1d9"', "of Textual's own parts"),
    Known("success", colour, '"#93c47d"', "what was added, and code"),
    Known("warning", colour, '"#e5a15b"', "what is under way, and a source in trouble"),
    Known("error", colour, '"#e07a72"', "what went wrong, and what was taken away"),
)  # fmt: skip
"""The settings of a theme of ones own, in a table `[themes.NAME]`."""

_TABLES: Mapping[str, Callable[[object], Any]] = {"keys": keys, "pipe": command}


def load(path: Path) -> Config:
    """The settings that the file at *path* names, and the defaults for all others.

    Raises:
        UsageError: it cannot be read.
    """
    return _Reading(_read(path)).config(str(path))


def line_of(path: Path, names: tuple[str, ...]) -> int:
    """The line, from 1, on which a setting stands in the file at *path*, by its names from the table down; else 0.

    Raises:
        UsageError: it cannot be read.
    """
    return _read(path).line_of(names)


def _read(path: Path) -> Toml:
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", "replace")
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise UsageError(
            f"{reason}; newsreader config tells where settings are", subject=str(path)
        ) from error
    return read_toml(text.removeprefix("\ufeff"))


class _Reading:
    """Goes through one document, and gathers what is wrong with it."""

    def __init__(self, toml: Toml) -> None:
        self._toml = toml
        self._wrong: list[tuple[tuple[str, ...], str]] = []
        self._named: list[tuple[str, ...]] = []

    def config(self, path: str) -> Config:
        values = self._toml.values
        alone = {known.name: known.read for known in SETTINGS}
        standing = {
            name: value for name, value in values.items() if name not in (*_TABLES, "sources", "themes")
        }
        fields = dict(self._read((), standing, alone))
        for table, read in _TABLES.items():
            fields[table] = dict(self._read((table,), self._table((table,)), {}, other=read))
        fields["themes"] = dict(self._tables("themes", THEME_SETTINGS))
        sources = self._tables("sources", SOURCE_SETTINGS)
        fields["sources"] = {name: SourceSettings(**said) for name, said in sources}
        return Config(**fields, path=path, named=tuple(self._named), problems=tuple(self._problems()))

    def _tables(self, table: str, settings: Sequence[Known]) -> Iterator[tuple[str, dict[str, Any]]]:
        """The tables in *table*, each by its name."""
        each = {known.name: known.read for known in settings}
        for name in self._table((table,)):
            path = (table, name)
            yield name, dict(self._read(path, self._table(path), each))

    def _table(self, path: tuple[str, ...]) -> Mapping[str, Any]:
        found: Any = self._toml.values
        for name in path:
            found = found.get(name, {})
        if isinstance(found, Mapping):
            return found
        self._wrong.append((path, "a table is wanted"))
        return {}

    def _read(
        self,
        path: tuple[str, ...],
        values: Mapping[str, Any],
        readers: Mapping[str, Callable[[object], Any]],
        other: Callable[[object], Any] | None = None,
    ) -> Iterator[tuple[str, Any]]:
        for name, value in values.items():
            read = readers.get(name, other)
            if read is None:
                self._wrong.append(((*path, name), "there is no such setting"))
                continue
            try:
                yield name, read(value)
                self._named.append((*path, name))
            except ValueError as error:
                self._wrong.append(((*path, name), str(error)))

    def _problems(self) -> Iterator[str]:
        found = [(number, f"line {number}: {error}") for number, error in self._toml.errors.items()]
        for path, error in self._wrong[:_MOST_PROBLEMS]:
            number = self._toml.line_of(path)
            found.append((number, f"line {number}: {clean_line('.'.join(path), 200)}: {error}"))
        yield from (line for _, line in sorted(found))
        if len(self._wrong) > _MOST_PROBLEMS:
            yield f"{len(self._wrong) - _MOST_PROBLEMS} more settings are wrong"


def shown(value: object) -> str:
    """*value* as it stands in the file."""
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        size, unit = next(
            (size, unit) for size, unit in ((1440, "d"), (60, "h"), (1, "m")) if not minutes % size
        )
        return f'"{minutes // size}{unit}"'
    if value is None:
        return '"never"'
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def default_text() -> str:
    """A settings file that names every setting and changes none: all of it is remarks."""
    lines = ["# Settings of newsreader. Each may be left out; take the # away before one to set it.", ""]
    width = max(len(f"{known.name} = {known.default}") for known in SETTINGS)
    lines += [f"# {f'{known.name} = {known.default}':<{width}}  # {known.about}" for known in SETTINGS]
    lines += [
        "",
        "# [keys]  # keys of single commands, by the names that newsreader's help (?) gives them",
        '# bookmark = ["b", "s"]',
        "",
        "# [pipe]  # commands that an article can be piped to",
        '# words = "wc -w"',
        "",
        "# [themes.mine]  # colours of ones own, for theme above and for the palette's Theme",
        *(f"# {known.name} = {known.default}  # {known.about}" for known in THEME_SETTINGS),
        "",
        '# [sources."https://example.org/feed.xml"]  # what is said here of a source wins',
    ]
    lines += [f"# {known.name} = {known.default}  # {known.about}" for known in SOURCE_SETTINGS]
    return "\n".join(lines) + "\n"
