"""The query language: text to a tree of what is asked for.

query   = choice { choice }              all of them must hold
choice  = term { "or" term }             one of them must hold: a b or c is a and (b or c), as web searches have it
term    = [ "-" ] ( word | phrase | field ":" ( word | phrase ) )
word    = letters; with "*" at its end it stands for all words that begin so
phrase  = '"' anything '"'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsreader.index.errors import QueryError

__all__ = ["Choice", "Term", "parse"]

_FIELDS = "title source author place tag note lang url is story after before older newer".split()
_TOKEN = re.compile(
    r"""\s*(?P<minus>-?)(?:(?P<field>[^\W\d_]+):(?=[^\s/]))?(?:"(?P<phrase>[^"]*)(?P<end>"?)|(?P<word>\S+))"""
)


_MOST_TERMS = 500
"""SQLite takes the square of how many there are: 20,000 cost 12 s, with nothing to find."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked for.

    Attributes:
        field: a field's name, or "" for title and text.
        value: as it was written, without quotes.
        phrase: whether it stood in quotes.
        negated: whether it must not hold.
        at: where in the query it begins; 0 for the first character.
    """

    field: str
    value: str
    phrase: bool
    negated: bool
    at: int


Choice = tuple[Term, ...]


def parse(query: str) -> tuple[Choice, ...]:
    """Take a query apart: every choice must hold, and of each choice one term.

    Raises:
        QueryError: the query cannot be understood; says where.
    """
    choices: list[list[Term]] = []
    joining: int | None = None
    for number, term in enumerate(_terms(query)):
        if number >= _MOST_TERMS:
            raise QueryError(f"more than {_MOST_TERMS} words are asked for", term.at)
        if _is_or(term):
            if not choices or joining is not None:
                raise QueryError('"or" stands between two words', term.at)
            joining = term.at
        elif joining is None:
            choices.append([term])
        else:
            choices[-1].append(term)
            joining = None
    if joining is not None:
        raise QueryError('"or" stands between two words', joining)
    return tuple(tuple(choice) for choice in choices)


def _is_or(term: Term) -> bool:
    return term.value.lower() == "or" and not (term.phrase or term.field or term.negated)


def _terms(query: str) -> Iterator[Term]:
    at = 0
    while found := _TOKEN.match(query, at):
        yield _term(found)
        at = found.end()


def _term(found: re.Match[str]) -> Term:
    field = (found["field"] or "").lower()
    at = found.start("minus")
    phrase = found["phrase"] is not None
    if field and field not in _FIELDS:
        raise QueryError(f'"{field}:" is no field; put it in quotes, or use one of {", ".join(_FIELDS)}', at)
    if phrase and not found["end"]:
        raise QueryError("a quotation mark has no other one", found.start("phrase") - 1)
    value = found["phrase"] if phrase else found["word"]
    return Term(field, value, phrase, bool(found["minus"]), at)
