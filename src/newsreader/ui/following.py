"""Shows what changed in the library, by this program or another: only that, and when the keys rest."""

from __future__ import annotations

import time
from collections.abc import Set
from typing import TYPE_CHECKING

from newsreader.model.version import ALL
from newsreader.ui.beside import refresh_bookmarks, relate, renew
from newsreader.ui.pace import Pace

if TYPE_CHECKING:
    from newsreader.model.row import ArticleRow
    from newsreader.model.version import Version
    from newsreader.ui.screens.main import MainScreen

__all__ = ["Follower"]

_REST_SECONDS = 0.4
_COUNTED = frozenset(("sources", "articles", "marks", "bookmarks"))
_TOLD = frozenset(("articles", "bookmarks", "stories"))
_RECKONED = frozenset(("stories", "nearness"))
_RECKONED_SECONDS = 3.0


class Follower:
    """Looks now and then whether the library is another, and has the views show what is.

    Attributes:
        version: the state of the library that is shown; None shows all again.
    """

    def __init__(self, screen: MainScreen, pace: Pace) -> None:
        self._screen = screen
        self._pace = pace
        self._shown_at = 0.0
        self._counted: Version | None = None
        self.version: Version | None = None

    def begin(self) -> None:
        """What is shown is the library as it is now."""
        self.version = self._screen.library.version()

    def look(self) -> None:
        """Show what changed; while keys are pressed or changes are on their way, the next look does."""
        if self._pace.left(_REST_SECONDS):
            return
        if self._screen.saver.pending:
            self.count()
            return
        version = self._screen.library.version()
        changed = version.since(self.version)
        # While a first refresh is related, stories change several times a second.
        if changed and not (changed <= _RECKONED and time.monotonic() < self._shown_at + _RECKONED_SECONDS):
            self.version, self._shown_at = version, time.monotonic()
            self.reload(changed)

    def count(self) -> None:
        """Count anew where counts changed, without waiting for all else that did: marks on 100,000 articles count long
        before all files have them.
        """
        version = self._screen.library.version()
        if version.since(self._counted or self.version) & _COUNTED:
            self._screen.views.refresh_sources()
        self._counted = version

    def reload(self, changed: Set[str] = ALL) -> None:
        """Show these parts of the library (see `Version`) anew; every cursor stays on its article."""
        self._counted = None
        views, row = self._screen.views, self._screen.views.read_here
        if changed & _COUNTED:
            views.refresh_sources()
        if "bookmarks" in changed:
            refresh_bookmarks(self._screen)
        if changed != {"nearness"}:
            self._renew_rows()
        views.moved(changed)
        if row is not None and changed & _TOLD:
            views.read(row)
        elif row is not None and "nearness" in changed:
            relate(self._screen, row)
        elif "marks" in changed:
            renew(self._screen)

    def _renew_rows(self) -> None:
        articles = self._screen.articles
        keys = articles.keys_around()

        def renewed(rows: list[ArticleRow]) -> None:
            # What is on its way to the disk is shown already, and these rows may not say so yet.
            if self._screen.saver.pending:
                self.version = None
            else:
                articles.renew(rows)

        self._screen.asker.ask("rows", lambda: self._screen.library.rows(keys), renewed)

    def catch_up(self) -> None:
        """Take in what changed behind the index's back; its notices are told."""
        library, status = self._screen.library, self._screen.status

        def caught_up() -> list[str]:
            library.catch_up()
            return library.notices()

        def tell(notices: list[str]) -> None:
            for notice in notices[-1:]:
                status.say(notice, error=True)

        self._screen.asker.ask("catch up", caught_up, tell)
