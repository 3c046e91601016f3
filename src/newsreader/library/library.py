"""The library: everything that the screen and the command line may ask for or change."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from newsreader.index.errors import IndexDamagedError
from newsreader.library.catch_up import catch_up
from newsreader.library.context import open_context
from newsreader.model.article import Article, ArticleRow, RelatedArticle
from newsreader.model.bookmark import Bookmark
from newsreader.model.change import Step
from newsreader.model.query import Counts, ListQuery
from newsreader.model.source import SourceRow

if TYPE_CHECKING:
    from newsreader.library.doctor import Report
    from newsreader.library.importing import ImportOutcome
    from newsreader.library.kept_exchange import KeptOutcome
    from newsreader.library.refreshing import RefreshOutcome
    from newsreader.library.subscriptions import AddOutcome

__all__ = ["Library", "open_library"]

T = TypeVar("T")


def open_library(root: Path, *, clock: Callable[[], datetime] | None = None) -> Library:
    """Open the library at *root*, brought up to what its files say. Raises as `Library` and `Library.catch_up`."""
    library = Library(root, clock=clock)
    library.catch_up()
    return library


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Library:
    """One library, opened. Every method may be called from any thread, and blocks until it is done.

    What reads is answered from the index and takes milliseconds; what changes something is on the disk when it
    returns. Other programs may use the same library at the same time.

    Every method raises `StoreError` when the disk does not do its part; nothing is lost by it.
    """

    def __init__(self, root: Path, *, clock: Callable[[], datetime] | None = None) -> None:
        """Open the library at *root*, made where it is missing; *clock* gives the time, aware and in UTC."""
        self._context = open_context(root, clock or _utc_now)

    def close(self) -> None:
        """Close what is open; the object is of no use afterwards."""
        self._context.index.close()

    # what there is

    def view(self, query: ListQuery) -> array[int]:
        """The keys of all articles that *query* wants, newest first. Raises `UsageError` for a query that is wrong."""
        return self._ask(lambda: self._context.index.rows.keys(query))

    def rows(self, keys: Sequence[int]) -> list[ArticleRow]:
        """The rows of these keys, in their order; keys of articles that are gone are left out."""
        return self._ask(lambda: self._context.index.rows.rows(keys))

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

    def counts(self) -> Counts:
        """How many articles, unread ones and bookmarks there are, and how many of each source."""
        return self._ask(lambda: self._context.index.rows.counts())

    def sources(self) -> list[SourceRow]:
        """Every source with health and counts, by folder, then title."""
        from newsreader.library.subscriptions import source_rows

        return self._ask(lambda: source_rows(self._context))

    def source(self, text: str) -> SourceRow:
        """The source with that id, address or title. Raises `UnknownSourceError`."""
        from newsreader.library.subscriptions import find_source

        return self._ask(lambda: find_source(self._context, text))

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

    def related(
        self,
        article_id: str,
        *,
        limit: int = 10,
        min_score: float | None = None,
        any_time: bool = False,
        varied: bool = False,
    ) -> list[RelatedArticle]:
        """Articles that belong beside one, best first, each with why. See `library.relating.related`."""
        from newsreader.library.relating import related

        return self._ask(
            lambda: related(
                self._context, article_id, limit=limit, min_score=min_score, any_time=any_time, varied=varied
            )
        )

    def related_to_text(
        self, text: str, *, limit: int = 10, min_score: float | None = None
    ) -> list[RelatedArticle]:
        """Articles that belong beside any text, best first."""
        from newsreader.library.relating import related_to_text

        return self._ask(lambda: related_to_text(self._context, text, limit=limit, min_score=min_score))

    def find_title(self, headline: str) -> ArticleRow | None:
        """The newest article with that headline, or None."""
        return self._ask(lambda: self._context.index.find_title(headline))

    def bookmarks(self) -> list[Bookmark]:
        """Every bookmark, newest kept first."""
        from newsreader.library.bookmarks import bookmarks

        return bookmarks(self._context)

    def bookmark_of(self, article_id: str) -> Bookmark | None:
        """The bookmark of one article, None where it has none."""
        from newsreader.library.bookmarks import bookmark_of

        return bookmark_of(self._context, article_id)

    # what is changed: each gives the step that undo takes back, None where nothing was to do

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

    def add(
        self, text: str, *, title: str | None = None, folder: str | None = None, fetch: bool = True
    ) -> AddOutcome:
        """Subscribe to the source at *text*. Raises `SourceError`. See `library.subscriptions.add`."""
        from newsreader.library.subscriptions import add

        return self._ask(lambda: add(self._context, text, title=title, folder=folder, fetch=fetch))

    def add_samples(self) -> None:
        """Add the bundled samples, each a source of its own, their dates shifted to now."""
        from newsreader.library.sampling import add_samples

        self._ask(lambda: add_samples(self._context))

    def remove(self, source_ids: Sequence[str]) -> Step | None:
        """Unsubscribe; bookmarked articles stay."""
        from newsreader.library.subscriptions import remove

        return self._ask(lambda: remove(self._context, source_ids))

    def change_source(
        self, source_id: str, *, title: str | None = None, folder: str | None = None, url: str | None = None
    ) -> Step | None:
        """Name a source, put it into a folder, give it another address. See `library.subscriptions.change`."""
        from newsreader.library.subscriptions import change

        return self._ask(lambda: change(self._context, source_id, title=title, folder=folder, url=url))

    def import_sources(self, path: Path) -> ImportOutcome:
        """Subscribe to all that a list of sources holds. Raises `SourceError`."""
        from newsreader.library.importing import import_sources

        return self._ask(lambda: import_sources(self._context, path))

    def export_opml(self) -> tuple[str, int]:
        """All sources of the web as OPML, and how many others there are."""
        from newsreader.library.exporting import export_opml

        return self._ask(lambda: export_opml(self._context))

    def import_bookmarks(self, path: Path) -> KeptOutcome:
        """Keep all articles of a file of bookmarks. Raises `SourceError`."""
        from newsreader.library.kept_exchange import import_bookmarks

        return self._ask(lambda: import_bookmarks(self._context, path))

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

    # the library itself

    def place(self) -> dict[str, Any]:
        """What `save_place` was given last; empty where nothing was."""
        from newsreader.store.place import read_place

        return read_place(self._context.layout)

    def save_place(self, place: Mapping[str, Any]) -> None:
        """Remember where the reader is: plain JSON values."""
        from newsreader.store.place import write_place

        with self._context.lock.hold():
            write_place(self._context.layout, place)

    def version(self) -> int:
        """A number that differs after any program changed the library. Costs microseconds."""
        return self._ask(lambda: self._context.index.data_version())

    def catch_up(self) -> bool:
        """Take in what other programs, a sync or a hand changed in the files; gives whether there was anything.

        Raises `DamagedFileError` when library.json or bookmarks.json is damaged; other damaged files are set aside
        and named by `notices`.
        """
        return self._ask(lambda: catch_up(self._context))

    def notices(self) -> list[str]:
        """What a person should be told, one line each; each is given once."""
        found = list(self._context.notices)
        self._context.notices.clear()
        return found

    def doctor(self, *, repair: bool = False) -> Report:
        """Check every file and the index; with *repair*, mend what can be mended."""
        from newsreader.library.doctor import doctor

        return self._ask(lambda: doctor(self._context, repair=repair))

    def _ask(self, question: Callable[[], T]) -> T:
        """Ask; an index that proves damaged is made anew from the library's files, and asked once more."""
        try:
            return question()
        except IndexDamagedError:
            self._context.index.discard()
            catch_up(self._context)
            return question()
