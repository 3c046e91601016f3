"""What goes between this library and other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.library.opened import Opened

if TYPE_CHECKING:
    from newsreader.library.importing import ImportOutcome
    from newsreader.library.kept_exchange import KeptOutcome
    from newsreader.library.merging import Merged

__all__ = ["Transfer"]


class Transfer(Opened):
    """The part of the library that takes in and gives out files of other programs."""

    def is_source_list(self, text: str) -> bool:
        """Whether *text* is the path of a list of sources, to be imported rather than added. Costs a few kilobytes."""
        from newsreader.library.importing import is_source_list

        return is_source_list(text)

    def import_sources(self, path: Path) -> ImportOutcome:
        """Subscribe to all that a list of sources holds. Raises `SourceError`."""
        from newsreader.library.importing import import_sources

        return self._ask(lambda: import_sources(self._context, path))

    def merge(self, other: Path) -> Merged:
        """Take in all that another copy of the library has. Raises `UsageError`. See `library.merging.merge`."""
        from newsreader.library.merging import merge

        return self._ask(lambda: merge(self._context, other))

    def export_opml(self) -> tuple[str, int]:
        """All sources of the web as OPML, and how many others there are."""
        from newsreader.library.exporting import export_opml

        return self._ask(lambda: export_opml(self._context))

    def import_bookmarks(self, path: Path) -> KeptOutcome:
        """Keep all articles of a file of bookmarks. Raises `SourceError`."""
        from newsreader.library.kept_exchange import import_bookmarks

        return self._ask(lambda: import_bookmarks(self._context, path))
