"""A library of an older format, brought to this one before anything else is done with it."""

from __future__ import annotations

from newsreader.library.context import Context
from newsreader.store.migrate import is_older, migrate

__all__ = ["bring_up"]


def bring_up(context: Context) -> None:
    """Migrate the library if it is of an older format; what was copied where is told by `context.notices`.

    Raises:
        StoreError: it could not be copied or migrated; nothing was lost.
    """
    with context.lock.hold():
        if not is_older(context.layout):
            return  # another program did
        backup = migrate(context.layout)
        context.index.discard()  # it was made of the older form
        context.notices.append(
            f"brought to the form of this newsreader; a copy of how it was is in {backup.name}"
        )
