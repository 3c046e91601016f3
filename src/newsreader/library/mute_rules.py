"""Rules that keep articles out of the lists: queries, made in the program or in the settings file."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.errors import UsageError
from newsreader.library.context import Context
from newsreader.model.query import ListQuery
from newsreader.store.sources import LibraryFile, read_library

__all__ = [
    "SETTING", "MuteRule", "about_source", "mute_rules", "queries_in_force", "queries_made", "titles", "would_mute",
    "wrong_rules",
]  # fmt: skip

SETTING = "mute:"
"""What the name of a setting that is a rule begins with; its query follows."""


@dataclass(frozen=True, slots=True)
class MuteRule:
    """A rule on what lists do not show.

    Attributes:
        query: the articles that it is about, in the query language.
        about: the same as people read it: a source by its title.
        by_file: whether the settings file makes it, and only it can take it back.
    """

    query: str
    about: str
    by_file: bool


def about_source(source_id: str) -> str:
    """The query of the rule that mutes a whole source."""
    return f"source:{source_id}"


def mute_rules(context: Context) -> list[MuteRule]:
    """Every rule in force, those of the settings file first.

    Raises:
        StoreError: library.json could not be read.
    """
    library = read_library(context.layout)
    names, by_file = titles(context, library), context.config.mute
    return [
        MuteRule(query, f"source: {names[query]}" if query in names else query, query in by_file)
        for query in queries_in_force(context, library)
    ]


def queries_in_force(context: Context, library: LibraryFile | None) -> tuple[str, ...]:
    """The queries of all rules, those of the settings file and those that *library* has."""
    return tuple(dict.fromkeys([*context.config.mute, *sorted(queries_made(library))]))


def wrong_rules(context: Context) -> dict[str, str]:
    """The rules of the settings file that cannot be understood, and why."""
    from newsreader.index.mutes import check_rule

    wrong: dict[str, str] = {}
    for rule in context.config.mute:
        try:
            check_rule(rule)
        except UsageError as error:
            wrong[rule] = str(error)
    return wrong


def would_mute(context: Context, query: str) -> int:
    """How many articles of the lists a rule with that query would take out of them.

    Raises:
        UsageError: it can be no rule.
    """
    from newsreader.index.mutes import check_rule

    check_rule(query)
    return len(context.index.rows.keys(ListQuery(query)))


def titles(context: Context, library: LibraryFile | None) -> dict[str, str]:
    """What sources are called, by the query that mutes each."""
    sources = library.sources.values() if library else ()
    return {about_source(each.id): context.config.over(each).title for each in sources}


def queries_made(library: LibraryFile | None) -> set[str]:
    """The queries of the rules that were made in the program."""
    found = library.settings.values() if library else ()
    return {
        each.id.removeprefix(SETTING) for each in found if each.id.startswith(SETTING) and each.value is True
    }
