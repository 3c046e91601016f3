"""Deleting articles that are older, or more, than a person wants to keep. Off until a rule says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newsreader.index.surplus import Old
from newsreader.library.changes import commit, commit_deletion
from newsreader.library.context import Context
from newsreader.model.change import Deletion, SettingChange, Step
from newsreader.model.codec_settings import retention_from_json, retention_to_json
from newsreader.model.retention import Retention
from newsreader.store.sources import read_library

__all__ = ["change_rule", "delete_old", "rule"]

_SETTING = "retention"
_AT_ONCE = 2000
_DAY_MS = 86_400_000


def rule(context: Context) -> Retention:
    """The rule for all sources, as it was set in the program; it says nothing where nobody made one.

    Raises:
        StoreError: library.json could not be read.
    """
    library = read_library(context.layout)
    setting = library.settings.get(_SETTING) if library else None
    return retention_from_json(setting.value) if setting and setting.value else Retention()


def change_rule(context: Context, wanted: Retention) -> Step | None:
    """Make *wanted* the rule for all sources; None where it is already.

    Raises:
        StoreError: it could not be saved.
    """

    def plan() -> list[SettingChange]:
        before = retention_to_json(rule(context)) or None
        after = retention_to_json(wanted) or None
        return [SettingChange(_SETTING, before, after)] if after != before else []

    return commit(context, "change how long articles are kept", plan)


def delete_old(context: Context) -> int:
    """Move what the rules do not keep to the trash, as steps that `undo` takes back; gives how many articles.

    While there is something to redo it rests, so that nothing that was brought back goes again at once. The lock is
    held for some thousand articles at a time.

    Raises:
        StoreError: it could not be saved.
    """
    runs = -(-len(_surplus(context)) // _AT_ONCE)
    return sum(
        commit_deletion(context, lambda: _deletion(sorted(_surplus(context))[:_AT_ONCE])) for _ in range(runs)
    )


def _deletion(found: Sequence[Old]) -> Deletion:
    ids: dict[str, dict[int, tuple[str, ...]]] = {}
    for old in found:
        chunks = ids.setdefault(old.source_id, {})
        chunks[old.chunk] = (*chunks.get(old.chunk, ()), old.id)
    return Deletion(ids)


def _surplus(context: Context) -> set[Old]:
    library = read_library(context.layout)
    if library is None:
        return set()
    config = context.config
    general = config.retention.over(rule(context))
    own = {
        source.id: config.of(source).retention.over(source.retention) for source in library.sources.values()
    }
    rules = {source_id: said.over(general) for source_id, said in own.items()}
    if not any(each.days or each.count for each in rules.values()):
        return set()
    found = {*_too_old(context, rules), *_too_many(context, own, general)}
    return {old for old in found if not _is_kept(old, rules[old.source_id])}


def _is_kept(old: Old, wanted: Retention) -> bool:
    """Unread and bookmarked articles stay unless a person chose otherwise."""
    return (not old.read and wanted.keep_unread is not False) or (
        old.bookmarked and wanted.keep_bookmarked is not False
    )


def _too_old(context: Context, rules: Mapping[str, Retention]) -> Iterator[Old]:
    by_days: dict[int, list[str]] = defaultdict(list)
    for source_id, wanted in rules.items():
        if wanted.days:
            by_days[wanted.days].append(source_id)
    for days, source_ids in by_days.items():
        yield from context.index.surplus.older(source_ids, context.now_ms() - days * _DAY_MS)


def _too_many(context: Context, own: Mapping[str, Retention], general: Retention) -> Iterator[Old]:
    """A count of its own is for one source; the general one is for all others together."""
    shared = [source_id for source_id, said in own.items() if said.count is None]
    if general.count and shared:
        yield from context.index.surplus.beyond(shared, general.count)
    for source_id, said in own.items():
        if said.count:
            yield from context.index.surplus.beyond([source_id], said.count)
