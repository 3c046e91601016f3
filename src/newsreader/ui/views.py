"""What the panes show."""

from __future__ import annotations

from array import array
from collections.abc import Set
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.library.library import Library
from newsreader.model.query import Counts, ListQuery, SavedSearch
from newsreader.model.row import ArticleRow
from newsreader.ui.ahead import Ahead
from newsreader.ui.asking import Asker
from newsreader.ui.beside import relate
from newsreader.ui.empty import NOTHING_FOUND, say_what_is_empty, words_for
from newsreader.ui.folding import Folding, keys_of, place_of, telling_of
from newsreader.ui.titles import title_articles

if TYPE_CHECKING:
    from newsreader.model.source import SourceRow
    from newsreader.ui.reading import Reading, Ready
    from newsreader.ui.screens.main import MainScreen

__all__ = ["Views"]

_PREVIEW_SECONDS = 0.01  # by then the list is painted
_HELD_SECONDS = 0.1
_AHEAD_SECONDS, _AHEAD_HELD_SECONDS = 0.03, 0.05  # by then the text is painted
_RELATED_SECONDS = 0.15
_SOURCE_SECONDS, _SEARCH_SECONDS = 0.12, 0.15
_FIRST, _FOUND = 60, 500


class Views:
    """Fills the panes of one screen.

    Attributes:
        query: what ARTICLES shows, while nothing is searched.
        folding: whether a story is one row of it.
        search: the words that are searched, or "".
        changes_of: the article of which TEXT shows what changed, or "".
        back: articles to come back to, the last one first to go.
        single: the article that TEXT shows where it is not the one under the cursor of ARTICLES.
        empty: whether the library has no source at all; None until that is known.
    """

    def __init__(self, screen: MainScreen, library: Library, asker: Asker) -> None:
        self._screen = screen
        self._library = library
        self._asker = asker
        self._counts = Counts()
        self._ahead = Ahead(library, self._reading)
        self.query = ListQuery()
        self.folding = Folding()
        self.search = ""
        self.changes_of = ""
        self.back: list[ArticleRow] = []
        self.single: ArticleRow | None = None
        self._before = ""  # the article that the cursor was on before the search
        self._under = ""  # the article that the cursor was on when TEXT was last made to follow it
        self.empty: bool | None = None

    # ARTICLES

    def show(self, query: ListQuery, *, find: str = "", scroll: int = 0) -> None:
        """Show another view, its first window at once; a search ends.

        Args:
            query: what is wanted.
            find: the article to put the cursor on, where it is found; else it is on the first.
            scroll: how far that article's text is scrolled, in lines.
        """
        # By its name: the first screen has none and need not know one.
        self._screen.query("SearchLine").remove()
        self._show(query, find, scroll)

    def _show(self, query: ListQuery, find: str, scroll: int = 0) -> None:
        for waiting in ("view", "search"):
            self._asker.stop(waiting)
        self.query, self.search, self.single, self._under = query, "", None, ""
        asked = self.asked
        rows = self._library.window(asked, _FIRST)
        self._screen.status.answered()
        articles = self._screen.articles
        articles.folded = asked.folded
        articles.show_source = query.source_id is None
        articles.empty = words_for(self._screen)
        place = place_of(self._library, array("q", [row.key for row in rows]), find) if find else None
        articles.show(array("q", [row.key for row in rows]), rows, cursor=place or 0)
        self._screen.sources.show_place(query)
        title_articles(self._screen, self._counts)
        if place is not None:
            self.read(rows[place], scroll=scroll)
        self.preview()
        if len(rows) == _FIRST:
            there = "" if place is not None else find
            self._ask_keys(there, scroll)

    def _ask_keys(self, find: str = "", scroll: int = 0) -> None:
        """Ask for the whole view. The cursor goes to *find*, or stays on its article, which stays a row of its own."""
        asked, articles = self.asked, self._screen.articles
        old, cursor = articles.keys, articles.cursor

        def question() -> tuple[array[int], int | None]:
            if not find:
                return keys_of(self._library, asked, old, cursor), None
            keys = self._library.view(asked)
            return keys, place_of(self._library, keys, find)

        self._asker.ask("view", question, lambda found: self._shown(asked, found[0], found[1], scroll))

    @property
    def asked(self) -> ListQuery:
        """What the library is asked for ARTICLES, while nothing is searched."""
        return self.folding.asked(self.query)

    def show_again(self, find: str = "") -> None:
        """Show the list as `folding` has it now, with the cursor on its article, or on *find*."""
        self._show(self.query, find or self.article_here)

    @property
    def article_here(self) -> str:
        """The id of the article under the cursor, while one searches of that before the search; "" for none."""
        current = self._screen.articles.current
        return self._before if self.search else current.id if current is not None else ""

    def show_soon(self, query: ListQuery) -> None:
        """Show a view unless another is asked for at once, as when a key is held down in SOURCES."""
        if query == self.query:
            self._asker.stop("view")
        else:
            self._asker.soon("view", _SOURCE_SECONDS, lambda: self.show(query))

    def search_soon(self, text: str) -> None:
        """Search while words are typed; nothing typed shows the view that was there."""
        self._asker.soon("search", _SEARCH_SECONDS, lambda: self.search_now(text))

    def search_now(self, text: str) -> None:
        """Search titles and texts."""
        self._asker.stop("search")
        if not text.strip():
            self._show(self.query, self._before)
            return
        self._before, self.search = self.article_here, text
        self._asker.ask(
            "view", lambda: self._library.search(text, _FOUND), lambda rows: self._found(text, rows)
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether words narrow the list that is shown, which no saved search asks for."""
        return bool(self.query.text) and self._screen.sources.place_of(self.query) is None

    def narrow_soon(self, text: str) -> None:
        """Narrow the list while words are typed."""
        self._asker.soon("search", _SEARCH_SECONDS, lambda: self.narrow(text, typing=True))

    def narrow(self, text: str, *, typing: bool = False) -> None:
        """Leave in the list what *text* asks for; "" shows the whole list again."""
        words = text.strip()
        self.show(replace(self.query, text=words, typing=typing and bool(words)), find=self.article_here)

    def leave_search(self) -> None:
        """Show the view that was there before, with the cursor where it was."""
        self.show(self.query, find=self._before)

    def _found(self, text: str, rows: list[ArticleRow]) -> None:
        if text == self.search:
            self._screen.status.answered()
            articles = self._screen.articles
            articles.show_source, articles.folded = True, False
            articles.empty = NOTHING_FOUND
            articles.show(array("q", [row.key for row in rows]), rows)
            title_articles(self._screen, self._counts)
            self.preview()

    def moved(self, changed: Set[str]) -> None:
        """Ask for the whole list again where it may be another; the cursor stays on its article.

        Args:
            changed: parts of `Version`. An article that was read stays where it is, so marks alone move nothing.
        """
        listed = {"articles", "stories"}
        if self.query.bookmarked or self.query.text:
            listed.add("bookmarks")
        if not self.search and changed & listed:
            self._ask_keys()

    @property
    def read_here(self) -> ArticleRow | None:
        """The article that TEXT shows, or is about to."""
        return self.single or self._screen.articles.current

    def _shown(self, asked: ListQuery, keys: array[int], place: int | None, scroll: int) -> None:
        articles = self._screen.articles
        if asked != self.asked or self.search or (keys == articles.keys and place is None):
            return
        cursor = place if place is not None else articles.cursor
        if place is None and articles.count():
            key = articles.keys[cursor]
            cursor = keys.index(key) if key in keys else cursor
        articles.show(keys, list(articles.rows), cursor=cursor)
        if place is not None and articles.current is not None:
            self.read(articles.current, scroll=scroll)
        title_articles(self._screen, self._counts)
        self.preview()

    # TEXT and RELATED

    def preview(self) -> None:
        """Show text and related articles of what the cursor is on, once it rests there.

        Where only its place in the list changed, an article opened beside the list stays.
        """
        row = self._screen.articles.current
        if row is None:
            self.single, self._under = None, ""
            self._asker.stop("text")
            self._screen.text.show(None)
            self._screen.related.show((), of="")
            self._screen.hint()
        elif row.id != self._under:
            self.single, self._under = None, row.id
            self._asker.stop("ahead")
            wait = _PREVIEW_SECONDS if self._ahead.get(row) is None else 0
            self._asker.rested("text", wait, lambda: self.read(row), held=_HELD_SECONDS)

    def follow_cursor(self) -> None:
        """Show what the cursor is on again, after an article that was opened beside the list."""
        if self.single is not None:
            self._under = ""
            self.preview()

    def read(self, row: ArticleRow, *, scroll: int = 0, at_once: bool = False) -> None:
        """Show the text of an article, *at_once* as `Asker.ask` has it, and then what is related to it."""
        if self.single is None:
            self._under = row.id
        if row.id != self.changes_of:
            self.changes_of = ""
        text, width = self._screen.text, self._screen.text.column

        def show(ready: Ready) -> None:
            text.show(ready, scroll=scroll)
            self.look_ahead()

        self._asker.drop("text")
        if not self.changes_of and (known := self._ahead.get(row)) is not None:
            show(known)
        else:
            self._asker.ask("text", lambda: self._ahead.read(row, width), show, at_once=at_once)
        self._asker.rested(
            "related", _RELATED_SECONDS, lambda: relate(self._screen, row), held=_RELATED_SECONDS
        )

    def look_ahead(self) -> None:
        """Read what the next key may ask for, once no key waits; what was read before a change may be another now."""
        if not self._asker.is_put_off("ahead"):
            self._asker.rested("ahead", _AHEAD_SECONDS, self._read_ahead, held=_AHEAD_HELD_SECONDS)

    def _read_ahead(self) -> None:
        width = self._screen.text.column
        rows = [row for row in self._screen.articles.soon() if self._ahead.get(row) is None]
        if rows:
            self._asker.ask("ahead", lambda: [self._ahead.read(row, width) for row in rows], lambda _: None)

    def show_changes(self, row: ArticleRow, shown: bool) -> None:
        """Show in TEXT what changed in an article, or its text again."""
        self.changes_of = row.id if shown else ""
        self.read(row)

    def _reading(self, row: ArticleRow) -> Reading:
        from newsreader.ui.reading import Reading  # behind the first headlines, with the first text

        # The row that the list has may be older than what was done to its article.
        now = self._library.row(row.id)
        kept = self._library.bookmark_of(now.id) if now.bookmarked else None
        changes = self._library.text_changes(now.id) if now.id == self.changes_of else None
        return Reading(self._library.article(now.id), now, kept, changes, telling_of(self._library, now))

    # SOURCES

    def refresh_sources(self) -> None:
        """Count anew."""
        self._asker.ask(
            "sources",
            lambda: (self._library.sources(), self._library.counts(), self._library.saved_searches()),
            lambda found: self._sources_shown(*found),
        )

    def _sources_shown(
        self, sources: list[SourceRow], counts: Counts, searches: list[tuple[SavedSearch, int]]
    ) -> None:
        self._counts = counts
        if self.empty is False and not sources:
            self._screen.follower.catch_up()  # all were removed, or the index was, which may be deleted at any time
        self.empty = False if sources else None if self._library.has_sources() else True
        self._screen.sources.show(sources, self._counts, self.query, searches)
        title_articles(self._screen, self._counts)
        say_what_is_empty(self._screen)
