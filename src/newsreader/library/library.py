"""The library: everything that the screen and the command line may ask for or change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsreader.library.edits import Edits
from newsreader.library.questions import Questions
from newsreader.library.transfer import Transfer
from newsreader.model.settings import Config
from newsreader.model.version import Version

if TYPE_CHECKING:
    from newsreader.library.doctor import Report
    from newsreader.library.refreshing import RefreshOutcome

__all__ = ["Library", "open_library"]


def open_library(
    root: Path, *, clock: Callable[[], datetime] | None = None, config: Config | None = None
) -> Library:
    """Open the library at *root*, brought up to what its files say. Raises as `Library` and `Library.catch_up`."""
    library = Library(root, clock=clock, config=config)
    library.catch_up()
    return library


class Library(Questions, Edits, Transfer):
    """One library, opened. Every method may be called from any thread, and blocks until it is done.

    What reads is answered from the index and takes milliseconds; what changes something is on the disk when it
    returns. Other programs may use the same library at the same time.

    Every method raises `StoreError` when the disk does not do its part; nothing is lost by it.
    """

    def refresh(
        self, source_ids: Collection[str] | None = None, *, force: bool = False
    ) -> Iterator[RefreshOutcome]:
        """Read sources again, those that are due or those named. See `library.refreshing.refresh`."""
        from newsreader.library.refreshing import refresh

        return refresh(self._context, source_ids, force=force)

    def due(self, *, force: bool = False) -> int:
        """How many sources a refresh would read now; with *force*, all."""
        from newsreader.library.subscriptions import due

        return self._ask(lambda: due(self._context, force=force))

    def relate(self, told: Callable[[int], None] | None = None, *, most: int | None = None) -> int:
        """Give new articles their neighbours and stories. Takes milliseconds each. See `library.placing.relate`."""
        from newsreader.library.placing import relate

        return self._ask(lambda: relate(self._context, told, most=most))

    def place(self) -> dict[str, Any]:
        """What `save_place` was given last; empty where nothing was."""
        from newsreader.store.place import read_place

        return read_place(self._context.layout)

    def save_place(self, place: Mapping[str, Any]) -> None:
        """Remember where the reader is: plain JSON values."""
        from newsreader.store.place import write_place

        with self._context.lock.hold():
            write_place(self._context.layout, place)

    def version(self) -> Version:
        """The state that the library is in, whatever program brought it there. Costs microseconds."""
        return self._ask(lambda: self._context.index.version())

    def catch_up(self) -> bool:
        """Take in what other programs, a sync or a hand changed in the files; gives whether there was anything.

        A change that a killed program had saved and not finished is finished first.

        Raises `DamagedFileError` when library.json or bookmarks.json is damaged; other damaged files are set aside
        and named by `notices`.
        """
        return self._ask(self._caught_up)

    def _caught_up(self) -> bool:
        from newsreader.library.catch_up import (
            catch_up,  # behind the first screen, with all that writes the index
        )

        if self._context.layout.has_open_steps():
            from newsreader.library.changes import finish

            finish(self._context)
        return catch_up(self._context)

    def notices(self) -> list[str]:
        """What a person should be told, one line each; each is given once."""
        found = list(self._context.notices)
        self._context.notices.clear()
        return found

    def doctor(self, *, repair: bool = False) -> Report:
        """Check every file and the index; with *repair*, mend what can be mended."""
        from newsreader.library.doctor import doctor

        return self._ask(lambda: doctor(self._context, repair=repair))
