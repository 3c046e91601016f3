"""The directory of what is derived."""

from __future__ import annotations

from newsreader.store.files import make_directory, translated
from newsreader.store.layout import Layout

__all__ = ["make_cache"]

_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# Derived from the library beside it; may be deleted.\n"


def make_cache(layout: Layout) -> None:
    """Make the library's directory and its cache, marked so that backups leave it out (bford.info/cachedir).

    Raises:
        StoreError: a directory could not be made.
    """
    if layout.cache.is_dir():
        return
    make_directory(layout.root)
    make_directory(layout.cache)
    tag = layout.cache / "CACHEDIR.TAG"
    with translated(tag):
        tag.write_bytes(_TAG)
        tag.chmod(0o600)
