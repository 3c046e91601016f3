"""What the screen and the command line may ask the library; nothing here changes it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.errors import StoreError, UsageError
from newsreader.library.opened import Opened
from newsreader.model.query import Counts, ListQuery, SavedSearch
from newsreader.model.row import ArticleRow

if TYPE_CHECKING:
    from newsreader.library.mute_rules import MuteRule
    from newsreader.library.revisions import TextChange
    from newsreader.model.article import Article
    from newsreader.model.bookmark import Bookmark
    from newsreader.model.related import RelatedArticle
    from newsreader.model.retention import Retention
    from newsreader.model.source import Source, SourceRow
    from newsreader.model.story import HotStory, Story, Telling

__all__ = ["Questions"]


class Questions(Opened):
    """The part of the library that answers, in milliseconds, from the index and from single files."""

    def view(self, query: ListQuery) -> array[int]:
        """The keys of all articles that *query* wants, newest first. Raises `UsageError` for a query that is wrong."""
        return self._ask(lambda: self._context.index.rows.keys(query))

    def rows(self, keys: Sequence[int]) -> list[ArticleRow]:
        """The rows of these keys, in their order; keys of articles that are gone are left out."""
        return self._ask(lambda: self._context.index.rows.rows(keys))

    def unread(self, keys: Sequence[int]) -> set[int]:
        """Which of these keys are of unread articles."""
        return self._ask(lambda: self._context.index.rows.unread(keys))

    def window(self, query: ListQuery, limit: int, offset: int = 0) -> list[ArticleRow]:
        """Some rows of what `view` would give."""
        return self._ask(lambda: self._context.index.rows.window(query, limit, offset))

    def row(self, article_id: str) -> ArticleRow:
        """The row of one article. Raises `UnknownArticleError`."""
        from newsreader.library.articles import unknown

        found = self._ask(lambda: self._context.index.rows.row(article_id))
        if found is None:
            raise unknown(article_id)
        return found

    def guids(self, keys: Sequence[int]) -> dict[int, str]:
        """The ids that sources gave their articles, by key."""
        return self._ask(lambda: self._context.index.rows.guids(keys))

    def counts(self) -> Counts:
        """How many articles, unread ones and bookmarks there are, and how many of each source."""
        return self._ask(lambda: self._context.index.rows.counts())

    def sources(self) -> list[SourceRow]:
        """Every source with health and counts, by folder, then title."""
        from newsreader.library.subscriptions import source_rows

        return self._ask(lambda: source_rows(self._context))

    def has_sources(self) -> bool:
        """Whether anything is subscribed to, also where the index is being made anew and knows of none yet.

        A library that cannot be read has none that anybody could wait for.
        """
        from newsreader.store.sources import read_library

        try:
            library = read_library(self._context.layout)
        except StoreError:
            return False
        return library is not None and bool(library.sources)

    def source(self, text: str) -> SourceRow:
        """The source with that id, address or title. Raises `UnknownSourceError`."""
        from newsreader.library.subscriptions import find_source

        return self._ask(lambda: find_source(self._context, text))

    def retention(self) -> Retention:
        """The rule for all sources on what is deleted."""
        from newsreader.library.retention import rule

        return rule(self._context)

    def stored_source(self, source_id: str) -> Source | None:
        """A source as the library has it, whatever the settings file says of it; None where there is none."""
        from newsreader.library.subscriptions import stored_source

        return stored_source(self._context, source_id)

    def saved_searches(self) -> list[tuple[SavedSearch, int]]:
        """The searches that were saved, by name, each with how many unread articles it finds."""
        from newsreader.library.searches import saved_searches

        def unread(search: SavedSearch) -> int:
            try:
                return len(self._context.index.rows.keys(replace(search.query, unread=True)))
            except UsageError:
                return 0  # edited by hand; it says why when it is opened

        return self._ask(lambda: [(each, unread(each)) for each in saved_searches(self._context)])

    def mute_rules(self) -> list[MuteRule]:
        """What keeps articles out of the lists. See `library.mute_rules`."""
        from newsreader.library.mute_rules import mute_rules

        return mute_rules(self._context)

    def would_mute(self, query: str) -> int:
        """How many articles a rule would take out of the lists. Raises `UsageError` where it can be none."""
        from newsreader.library.mute_rules import would_mute

        return self._ask(lambda: would_mute(self._context, query))

    def wrong_mute_rules(self) -> dict[str, str]:
        """The rules of the settings file that cannot be understood, and why."""
        from newsreader.library.mute_rules import wrong_rules

        return wrong_rules(self._context)

    def search(self, text: str, limit: int = 50) -> list[ArticleRow]:
        """Articles that have these words in title or text, best first. Raises `UsageError` for a wrong query."""
        return self._ask(lambda: self._context.index.search(text, limit))

    def article(self, article_id: str) -> Article:
        """One article whole. Raises `UnknownArticleError`."""
        from newsreader.library.articles import article

        return self._ask(lambda: article(self._context, article_id))

    def articles(self, article_ids: Sequence[str]) -> dict[str, Article]:
        """Articles whole, by id, as far as there are any."""
        from newsreader.library.articles import articles

        return self._ask(lambda: articles(self._context, article_ids))

    def text_changes(self, article_id: str) -> tuple[TextChange, ...]:
        """What changed in one article, newest first; may take a moment. Raises `UnknownArticleError`."""
        from newsreader.library.revisions import text_changes

        return text_changes(self.article(article_id))

    def related(
        self,
        article_id: str,
        *,
        limit: int = 10,
        min_score: float | None = None,
        any_time: bool = False,
        varied: bool = False,
        bookmarked: bool = False,
    ) -> list[RelatedArticle]:
        """Articles that belong beside one, best first, each with why. See `library.relating.related`."""
        from newsreader.library.relating import related

        return self._ask(
            lambda: related(
                self._context,
                article_id,
                limit=limit,
                min_score=min_score,
                any_time=any_time,
                varied=varied,
                bookmarked=bookmarked,
            )
        )

    def related_to_text(
        self, text: str, *, limit: int = 10, min_score: float | None = None
    ) -> list[RelatedArticle]:
        """Articles that belong beside any text, best first."""
        from newsreader.library.relating import related_to_text

        return self._ask(lambda: related_to_text(self._context, text, limit=limit, min_score=min_score))

    def stories(self, *, any_time: bool = False) -> list[Story]:
        """Every story of two tellings or more, the one told last first; *any_time* takes a millisecond an article."""
        from newsreader.library.passing import stories_at_any_time
        from newsreader.library.stories import stories

        return self._ask(lambda: (stories_at_any_time if any_time else stories)(self._context))

    def tellings(self, story_id: str) -> list[Telling]:
        """The tellings of a story, oldest first: who was first, what each added. See `library.stories.tellings`."""
        from newsreader.library.stories import tellings

        return self._ask(lambda: tellings(self._context, story_id))

    def told_with(self, keys: Sequence[int]) -> list[int]:
        """The keys of all tellings of the stories that these articles tell. See `library.stories.told_with`."""
        from newsreader.library.stories import told_with

        return self._ask(lambda: told_with(self._context, keys))

    def copies(self, article_id: str) -> list[str]:
        """The articles that have the same agency's text as this one, itself too. See `library.stories.copies`."""
        from newsreader.library.stories import copies

        return self._ask(lambda: copies(self._context, article_id))

    def hot(self, *, hours: float = 24, limit: int = 20) -> list[HotStory]:
        """The stories that most tell now, hottest first. See `library.stories.hot`."""
        from newsreader.library.stories import hot

        return self._ask(lambda: hot(self._context, hours=hours, limit=limit))

    def unrelated(self) -> int:
        """How many articles have no neighbours and no story yet; `relate` gives them some."""
        from newsreader.library.placing import unrelated

        return self._ask(lambda: unrelated(self._context))

    def find_title(self, headline: str) -> ArticleRow | None:
        """The newest article with that headline, or None."""
        return self._ask(lambda: self._context.index.find_title(headline))

    def bookmarks(self, *, removed: bool = False) -> list[Bookmark]:
        """Every bookmark, newest kept first; with *removed* also those taken away, whose notes and tags wait."""
        from newsreader.library.bookmarks import bookmarks

        return bookmarks(self._context, removed=removed)

    def bookmark_of(self, article_id: str) -> Bookmark | None:
        """The bookmark of one article, None where it has none."""
        from newsreader.library.bookmarks import bookmark_of

        return bookmark_of(self._context, article_id)
