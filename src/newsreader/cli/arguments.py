"""Words of the command line to values: one small parser, built for the command that was asked for."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from newsreader import __version__
from newsreader.errors import UsageError

__all__ = ["Parser", "Split", "least_one", "share", "split_command"]

# What SQLite and a screen can count to without harm; nobody has so many articles.
_MOST = 1_000_000_000
_WITH_VALUE = ("--data-dir", "--config")


@dataclass(frozen=True, slots=True)
class Split:
    """A command line, parted at its command.

    Attributes:
        command: the command's name, or None when the reader is meant.
        words: all other words, in order.
    """

    command: str | None
    words: tuple[str, ...]


def split_command(argv: Sequence[str], names: Sequence[str]) -> Split:
    """Find the command: the first word that is no option, when it is one of *names* and no `--` stands before it."""
    position = 0
    while position < len(argv):
        word = argv[position]
        if word == "--":
            break
        if word in _WITH_VALUE:
            position += 2
        elif word.startswith("-") and word != "-":
            position += 1
        elif word in names:
            return Split(word, (*argv[:position], *argv[position + 1 :]))
        else:
            break
    return Split(None, tuple(argv))


class Parser(argparse.ArgumentParser):
    """argparse with options and words in any order, `--` that ends options, and errors as `UsageError`."""

    def __init__(self, command: str = "", summary: str = "") -> None:
        # Options must be written out: an abbreviation that works today is another option's name tomorrow.
        super().__init__(
            prog=f"newsreader {command}".strip(),
            description=summary,
            allow_abbrev=False,
            add_help=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self._command = command
        self._words: _Words | None = None
        self._add_global_options()

    def _add_global_options(self) -> None:
        shared = self.add_argument_group("options of every command")
        shared.add_argument("--data-dir", metavar="DIR", help="the library's directory")
        shared.add_argument("--config", metavar="FILE", help="the settings file")
        version = f"newsreader {__version__}"
        shared.add_argument(
            "--version", action="version", version=version, help="print the version and leave"
        )
        shared.add_argument("--help", "-h", action="help", help="print this help and leave")

    def add_words(self, name: str, shape: str, least: int = 1, most: int | None = None) -> None:
        """Take the words that are no options as the list *name*, *least* to *most* of them; *shape* is for usage."""
        # argparse's own positionals cannot stand on both sides of an option, nor follow `--` after one.
        self._words = _Words(name, shape, least, most)
        self.usage = f"{self.prog} [OPTIONS] {shape}"

    def add_json(self, what: str) -> None:
        """Take `--json`, which prints *what*."""
        self.add_argument("--json", action="store_true", help=f"print {what}")

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """The values in *words*.

        Raises:
            UsageError: a word is wrong, missing or too many.
        """
        options, after = _part_at_dashes(words)
        values, given = self.parse_known_args(options)
        for word in given:
            if word.startswith("-") and word != "-" and " " not in word:
                self.error(f"there is no option {word}; put -- before words that begin with -, or")
        given += after
        if self._words is None:
            if given:
                self.error(f"nothing is known to do with {given[0]}")
            return values
        if len(given) < self._words.least:
            self.error(f"{self._words.shape.rstrip('.')} is missing")
        if self._words.most is not None and len(given) > self._words.most:
            self.error(f"nothing is known to do with {given[self._words.most]}")
        setattr(values, self._words.name, given)
        return values

    def error(self, message: str) -> NoReturn:
        """Raise *message* instead of printing it."""
        see = f"{message} see" if message.endswith(" or") else f"{message}; see"
        raise UsageError(f"{see} {self.prog} --help", subject=self._command)


@dataclass(frozen=True, slots=True)
class _Words:
    name: str
    shape: str
    least: int
    most: int | None


def _part_at_dashes(words: Sequence[str]) -> tuple[list[str], list[str]]:
    if "--" not in words:
        return list(words), []
    at = list(words).index("--")
    return list(words[:at]), list(words[at + 1 :])


def least_one(text: str) -> int:
    """A whole number of 1 or more, for `--limit`; more than a milliard is a milliard."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return min(number, _MOST)


def share(text: str) -> float:
    """A number from 0 to 1, for `--min-score`."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return number
