"""Queries of newsboat's `urls` as saved searches, as far as the two languages say the same.

newsboat compares by regular expressions: what is more than words to look for, or mixes `and` with `or` without
brackets, is not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["search_of"]

_TOKEN = re.compile(r'\s*(?:([()])|"((?:[^"\\]|\\.)*)"|(=~|!~|!#|#|==?|!=|<=|>=|<|>)|([^\s()"=!<>~#]+))')
_FIELDS = {"title": "title:", "author": "author:", "feedtitle": "source:", "link": "url:", "content": ""}
_BEGINNINGS = ("title", "author", "content")
_WORDS = re.compile(r"[^\W_]+(?:[\s'’-]+[^\W_]+)*")
_AROUND = re.compile(r"\A(?:\(\?i\)|\^|\.\*)*|(?:\.\*|\$)*\Z")
_LONGEST = 2000
"""Characters of a regular expression: what surrounds its words takes the square of that to find."""
_DAYS = re.compile(r"(\d{1,5}):(\d{1,5})")

Choices = list[list[str]]
"""All of them must hold, and of each one term."""


class _OtherError(Exception):
    """What is said cannot be said here."""


def search_of(line: str) -> dict[str, str] | None:
    """The search that *line* is, such as `query:Ports:title =~ "port"`: `text`, its name, `query`, perhaps `folder`.

    None where it says more than a search can.
    """
    _, _, rest = line.partition(":")
    name, _, expression = rest.partition(":")
    try:
        reading = _Reading(list(_tokens(expression)))
        choices = reading.expression()
        if reading.tokens or not name.strip():
            return None
    except (_OtherError, IndexError, RecursionError):
        return None
    query = " ".join(" or ".join(choice) for choice in choices)
    folder = {"folder": reading.folder} if reading.folder else {}
    return {"text": name.strip(), "query": query, **folder} if query or folder else None


def _tokens(expression: str) -> Iterator[tuple[str, str]]:
    at = 0
    while expression[at:].strip():
        found = _TOKEN.match(expression, at)
        if found is None:
            raise _OtherError
        bracket, text, sign, word = found.groups()
        yield ("text", text) if text is not None else ("sign", bracket or sign or word)
        at = found.end()


@dataclass
class _Reading:
    """Tokens still to be read, and the folder that one of those read named."""

    tokens: list[tuple[str, str]]
    folder: str = ""

    def expression(self) -> Choices:
        """Comparisons that are all joined by `and`, or all by `or`."""
        parts, joints = [self._part()], set()
        while self.tokens and self.tokens[0][1] in ("and", "or"):
            joints.add(self.tokens.pop(0)[1])
            parts.append(self._part())
        if joints != {"or"}:
            if len(joints) > 1:
                raise _OtherError
            return [choice for part in parts for choice in part]
        if self.folder or any(len(part) != 1 for part in parts):
            raise _OtherError
        return [[term for (choice,) in parts for term in choice]]

    def _part(self) -> Choices:
        _, word = self.tokens.pop(0)
        if word != "(":
            (_, sign), (_, value) = self.tokens.pop(0), self.tokens.pop(0)
            return self._comparison(word.lower(), sign, value)
        found = self.expression()
        if self.tokens.pop(0)[1] != ")":
            raise _OtherError
        return found

    def _comparison(self, name: str, sign: str, value: str) -> Choices:
        if name == "tags" and sign == "#" and value and not self.folder:
            self.folder = value
            return []
        if name == "unread" and value in ("yes", "no") and sign in ("=", "==", "!="):
            return [["is:unread" if (value == "yes") == (sign != "!=") else "is:read"]]
        if name == "age":
            return _age(sign, value)
        if name in _FIELDS and sign in ("=~", "!~"):
            ending = "*" if name in _BEGINNINGS else ""
            terms = [_FIELDS[name] + words for words in _words(value, ending)]
            return [terms] if sign == "=~" else [[f"-{term}"] for term in terms]
        raise _OtherError


def _age(sign: str, value: str) -> Choices:
    between = _DAYS.fullmatch(value) if sign == "between" else None
    if between:
        low, high = sorted(map(int, between.groups()))
        return [[f"newer:{high}d"], *([[f"older:{low}d"]] if low else [])]
    if not value.isdecimal() or sign not in ("<", "<=", ">", ">="):
        raise _OtherError
    return [[f"{'newer' if sign[0] == '<' else 'older'}:{int(value)}d"]]


def _words(pattern: str, ending: str) -> Iterator[str]:
    """Words that a plain regular expression looks for; it finds what begins with one too, which *ending* asks for."""
    if len(pattern) > _LONGEST:
        raise _OtherError
    plain = _AROUND.sub("", pattern).strip()
    plain = plain[1:-1] if plain.startswith("(") and plain.endswith(")") else plain
    for each in plain.split("|"):
        if not _WORDS.fullmatch(each.strip()):
            raise _OtherError
        yield each.strip() + ending if each.strip().isalnum() else f'"{each.strip()}"'
