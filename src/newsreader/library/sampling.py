"""The bundled samples in a library."""

from __future__ import annotations

from newsreader.library.context import Context
from newsreader.library.subscriptions import add

__all__ = ["add_samples"]


def add_samples(context: Context) -> None:
    """Add each sample as a source of its own; those that are there are read again, so that their dates are of today.

    Raises:
        SourceError: the samples are not where they should be.
        StoreError: they could not be stored.
    """
    from newsreader.samples import sample_names

    for name in sample_names():
        add(context, f"sample:{name}")
