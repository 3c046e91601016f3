"""Lists of persons as bylines write them: `A`, `A and B`, `A, B and C`, `A in Oslo and B in Bergen`, `A, Agency`."""

from __future__ import annotations

import re

from newsreader.parse.plain.cues import AND, ROLES
from newsreader.parse.plain.names import (
    is_all_caps,
    is_caseless,
    is_domain,
    is_initialism,
    is_person,
    letters_of,
)
from newsreader.text.words import fold

__all__ = ["names_in"]

_INITIAL = re.compile(r"\s[^\W\d_a-z]\.\s*\Z")
_COMMA = re.compile(r"\s*[,，、]\s*")


def names_in(text: str) -> tuple[str, ...]:
    """The persons that *text* lists: `A`, `A and B`, `A, B and C`, `A in Oslo and B in Bergen`, `A, Agency`."""
    found: list[str] = []
    pieces = [piece for piece in _COMMA.split(text.strip(" .")) if piece]
    for at, piece in enumerate(pieces):
        names = [name for part in _at_and(piece) if (name := _name(part))]
        if not names or (at and not _continues(pieces, at, names)):
            break
        found += names
    if found and _INITIAL.search(text) and found[-1] in text.rstrip(" .")[-len(found[-1]) :]:
        found[-1] += "."
    whole = [name for name in found if len(name.split()) > 1 or is_caseless(name)]
    return tuple(whole) if whole else ()


def _continues(pieces: list[str], at: int, names: list[str]) -> bool:
    """Whether what stands after a comma is another name, rather than a place or an employer."""
    if is_all_caps(pieces[0].replace(" ", "")) != is_all_caps(pieces[at].replace(" ", "")):
        return False
    lists = len(pieces) > 2 or len(_at_and(pieces[at])) > 1
    return lists or (
        len(names) == 1 and names[0] == pieces[at] and is_person(names[0]) and not _is_employer(pieces[at])
    )


def _is_employer(text: str) -> bool:
    return any(is_initialism(word) or is_domain(word) or fold(word) in ROLES for word in text.split())


def _at_and(text: str) -> list[str]:
    parts: list[list[str]] = [[]]
    for word in text.split():
        if fold(word) in AND and parts[-1]:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part]


def _after_role(words: list[str]) -> list[str]:
    """What follows a word for work, as in "Norhua writers Tan Mei"."""
    at = next((n for n, word in enumerate(words[:4]) if n and word.islower() and fold(word) in ROLES), -1)
    small = next((n for n, word in enumerate(words[:4]) if not word.islower()), 0)
    begin = max(at + 1, small)
    return words[begin:] if begin and is_person(" ".join(words[begin:])) else words


def _name(text: str) -> str:
    """The name that *text* begins with: up to where small letters, or a place after them, go on; "" for none."""
    words = _after_role(text.split())
    for end in range(min(len(words), 6), 0, -1):
        name = " ".join(words[:end])
        if is_person(name) and (end == len(words) or (not is_caseless(name) and words[end][0].islower())):
            return name
    if 1 <= len(words) <= 5 and words and words[0][0].isupper() and fold(words[0]) in ROLES:
        return text  # "Our Correspondent"
    alone = words[0] if words else ""
    short = len(words) == 1 or (len(words) > 1 and words[1][0].islower())
    plain = (
        alone.isalpha() and alone[:1].isupper() and not (is_all_caps(alone) and len(letters_of(alone)) < 4)
    )
    return alone if short and plain else ""
