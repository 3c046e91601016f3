"""Muting: keeping articles out of the lists, and taking that back."""

from __future__ import annotations

from newsreader.errors import UsageError
from newsreader.library.changes import commit
from newsreader.library.context import Context
from newsreader.library.mute_rules import SETTING, queries_made, titles
from newsreader.model.change import SettingChange, Step
from newsreader.store.sources import read_library
from newsreader.text.sanitise import clean_line

__all__ = ["mute", "unmute"]

_LONGEST = 500


def mute(context: Context, query: str) -> Step | None:
    """Keep the articles that *query* is about, and those that will come, out of the lists.

    Raises:
        UsageError: it cannot be understood, or asks for what changes after an article came.
        StoreError: it could not be saved.
    """
    from newsreader.index.mutes import check_rule

    rule = clean_line(query, _LONGEST)
    check_rule(rule)
    return _commit(context, rule, True)


def unmute(context: Context, query: str) -> Step | None:
    """Take a rule back; None where there was none.

    Raises:
        UsageError: the settings file makes it.
        StoreError: it could not be saved.
    """
    if query in context.config.mute:
        raise UsageError("the settings file mutes this; take it out of there", subject=query)
    return _commit(context, query, None)


def _commit(context: Context, rule: str, wanted: bool | None) -> Step | None:
    def plan() -> list[SettingChange]:
        before = True if rule in queries_made(read_library(context.layout)) else None
        return [SettingChange(SETTING + rule, before, wanted)] if before != wanted else []

    name = titles(context, read_library(context.layout)).get(rule, rule)
    return commit(context, f"{'mute' if wanted else 'unmute'} {name}", plan)
