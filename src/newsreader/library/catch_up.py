"""Bringing the index up to what the library's files say: after a change, a crash, a sync or a hand edit."""

from __future__ import annotations

from newsreader.errors import OlderFormatError
from newsreader.library.context import Context
from newsreader.library.taking_in import reindex
from newsreader.store.survey import stamps, survey

__all__ = ["catch_up"]


def catch_up(context: Context) -> bool:
    """Reindex the files that differ from what the index knows, and no others; gives whether there were any.

    Copies that a service laid beside files which two machines changed are taken in first, sources that it brought or
    removed are made whole, and a library of an older format is migrated. A damaged file is set aside and named in
    `context.notices`.

    Raises:
        NewerFormatError: a newer program wrote the library.
        DamagedFileError: library.json or bookmarks.json is damaged; it is left where it is.
        StoreError: a file could not be read, or the index not written.
    """
    try:
        return _caught_up(context)
    except OlderFormatError:
        from newsreader.library.migrating import bring_up

        bring_up(context)
        return _caught_up(context)


def _caught_up(context: Context) -> bool:
    found, copies = survey(context.layout)
    if copies:
        from newsreader.library.merging import take_in_copies

        take_in_copies(context, copies)
        found = stamps(context.layout)
    changed = reindex(context, found)
    if changed is None:
        return _caught_up(context)
    if changed or copies:
        from newsreader.library.settling import settle_strays

        settle_strays(context)
    return changed or bool(copies)
