"""What a person may change in the library: each a step of its history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsreader.library.opened import Opened

if TYPE_CHECKING:
    from newsreader.library.full_text import Fetched
    from newsreader.library.subscriptions import AddOutcome
    from newsreader.model.change import Step
    from newsreader.model.query import ListQuery
    from newsreader.model.retention import Retention

__all__ = ["Edits"]


class Edits(Opened):
    """The part of the library that changes it.

    Each method gives the step that undo takes back, None where nothing was to do; on return it is on the disk.
    """

    def mark_read(self, article_ids: Sequence[str], read: bool = True) -> Step | None:
        """Mark articles read or unread."""
        from newsreader.library.articles import mark_read

        return self._ask(lambda: mark_read(self._context, article_ids, read))

    def mark_keys(self, keys: Sequence[int], read: bool = True) -> Step | None:
        """Mark the articles of a view read or unread."""
        from newsreader.library.articles import mark_keys

        return self._ask(lambda: mark_keys(self._context, keys, read))

    def bookmark(
        self,
        article_ids: Sequence[str],
        *,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        add_tags: Sequence[str] = (),
    ) -> Step | None:
        """Keep articles; None leaves note or tags as they are. See `library.bookmarks.bookmark`."""
        from newsreader.library.bookmarks import bookmark

        return self._ask(
            lambda: bookmark(self._context, article_ids, note=note, tags=tags, add_tags=add_tags)
        )

    def unbookmark(self, article_ids: Sequence[str]) -> Step | None:
        """Stop keeping articles."""
        from newsreader.library.bookmarks import unbookmark

        return self._ask(lambda: unbookmark(self._context, article_ids))

    def not_this_story(self, article_id: str) -> Step | None:
        """Take an article out of its story, for good. Raises `UnknownArticleError`."""
        from newsreader.library.stories import not_this_story

        return self._ask(lambda: not_this_story(self._context, article_id))

    def same_story(self, article_ids: Sequence[str]) -> Step | None:
        """Make one story of those that these articles are in, for good. Raises `UnknownArticleError`."""
        from newsreader.library.stories import same_story

        return self._ask(lambda: same_story(self._context, article_ids))

    def add(
        self,
        text: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        fetch: bool = True,
        ask: bool = False,
        pick: str | None = None,
    ) -> AddOutcome:
        """Subscribe to the source at *text*. Raises `SourceError`. See `library.subscriptions.add`."""
        from newsreader.library.subscriptions import add

        return self._ask(
            lambda: add(self._context, text, title=title, folder=folder, fetch=fetch, ask=ask, pick=pick)
        )

    def add_samples(self) -> None:
        """Add the bundled samples, each a source of its own, their dates shifted to now."""
        from newsreader.library.sampling import add_samples

        self._ask(lambda: add_samples(self._context))

    def remove(self, source_ids: Sequence[str]) -> Step | None:
        """Unsubscribe; bookmarked articles stay."""
        from newsreader.library.subscriptions import remove

        return self._ask(lambda: remove(self._context, source_ids))

    def change_source(
        self,
        source_id: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        url: str | None = None,
        retention: Retention | None = None,
        full_text: bool | None = None,
        priority: int | None = None,
    ) -> Step | None:
        """Change what a person chooses of a source. See `library.subscriptions.change`."""
        from newsreader.library.subscriptions import change

        return self._ask(
            lambda: change(
                self._context,
                source_id,
                title=title,
                folder=folder,
                url=url,
                retention=retention,
                full_text=full_text,
                priority=priority,
            )
        )

    def fetch_full(self, article_id: str) -> Fetched:
        """Fetch an article's page and keep its text; no step. Raises `SourceError`. See `library.full_text`."""
        from newsreader.library.full_text import fetch_full

        return self._ask(lambda: fetch_full(self._context, article_id))

    def show_full(self, article_id: str, shown: bool) -> None:
        """Show the text of an article's page, or that of its source; no step, since it is its own way back."""
        from newsreader.library.full_text import show_full

        self._ask(lambda: show_full(self._context, article_id, shown))

    def change_retention(self, wanted: Retention) -> Step | None:
        """Make *wanted* the rule for all sources on what is deleted."""
        from newsreader.library.retention import change_rule

        return self._ask(lambda: change_rule(self._context, wanted))

    def save_search(self, name: str, query: ListQuery, *, before: str = "") -> Step | None:
        """Save a query to stand beside sources. Raises `UsageError` for a wrong one. See `library.searches`."""
        from newsreader.library.searches import save_search

        return self._ask(lambda: save_search(self._context, name, query, before=before))

    def remove_search(self, name: str) -> Step | None:
        """Save a search no more."""
        from newsreader.library.searches import remove_search

        return self._ask(lambda: remove_search(self._context, name))

    def mute(self, query: str) -> Step | None:
        """Keep the articles that *query* is about out of the lists. Raises `UsageError`. See `library.muting.mute`."""
        from newsreader.library.muting import mute

        return self._ask(lambda: mute(self._context, query))

    def unmute(self, query: str) -> Step | None:
        """Take a rule back. Raises `UsageError` for one of the settings file."""
        from newsreader.library.muting import unmute

        return self._ask(lambda: unmute(self._context, query))

    def undo(self) -> Step:
        """Take back the newest change that a person made, in whatever program. Raises `NothingToUndoError`."""
        from newsreader.library.changes import undo

        return self._ask(lambda: undo(self._context))

    def redo(self) -> Step:
        """Do again what was undone last. Raises `NothingToUndoError`."""
        from newsreader.library.changes import redo

        return self._ask(lambda: redo(self._context))

    def history(self, limit: int = 50) -> list[Step]:
        """The newest changes, newest first, undone ones too."""
        from newsreader.library.changes import history

        return history(self._context, limit)
