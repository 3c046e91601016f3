"""What can be typed at the prompt: the words of the command line, with numbers for ids, and the keys of the screen."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsreader.cli.commands import COMMANDS, prepared
from newsreader.cli.linear import said
from newsreader.cli.linear.listing import Listing
from newsreader.cli.output import counted
from newsreader.cli.session import Session
from newsreader.errors import UsageError
from newsreader.model.query import ListQuery

if TYPE_CHECKING:
    from newsreader.library.library import Library
    from newsreader.model.row import ArticleRow

__all__ = ["Words"]

_MOST = 500
"""Who wants older articles than these searches for them, or names a source."""

_PLURALS = {"article found": "articles found", "story": "stories"}

_OF_ARTICLES = frozenset({"bookmark", "fetch", "open", "read", "tag", "unbookmark", "unread"})
"""Commands that without an id are about the article opened last."""

_HELP = """\
A number opens the article, or lists the articles of the source, that has it.
Enter says more of the list.
n, p: open the next unread article, or the unread one before.
list, list QUERY: articles, newest first. list is:unread: the unread ones.
search WORDS, or / and the words: titles and texts, best first.
sources, bookmarks, hot: what these panes and keys show.
related, timeline: what belongs beside the article opened last; how its story was told. related 3: of another.
r, b: the article opened last is read or unread, bookmarked or not. r 3, b 3: another one.
o: its address.
undo, redo. q: leave.
Every command of newsreader works here, with numbers for ids, and all for the whole list:
bookmark 3 --note "WORDS", tag 3 --tag WORD, read all, add ADDRESS, refresh. COMMAND --help says more of one."""


class Words:
    """One session at the prompt.

    Attributes:
        is_over: whether one has left.
    """

    def __init__(self, session: Session) -> None:
        self.is_over = False
        self._session = session
        self._out = session.out
        self._listing = Listing()
        self._articles = Listing()  # the last listing of articles: what n and p walk
        self._here = ""  # the article opened last
        self._own: Mapping[str, Callable[[Library, str], None]] = {
            "": self._more, "help": self._help, "?": self._help, "quit": self._leave, "q": self._leave,
            "list": self._list, "l": self._list, "search": self._search, "sources": self._sources, "s": self._sources,
            "bookmarks": self._bookmarks, "related": self._related, "hot": self._hot, "H": self._hot,
            "timeline": self._timeline, "T": self._timeline, "n": self._next, "p": self._previous,
            "r": self._toggle_read, "b": self._toggle_bookmark, "o": self._address,
        }  # fmt: skip

    def begin(self) -> None:
        """Say what there is, and the first articles."""
        with self._session.library() as library:
            unread = counted(library.counts().unread, "unread article")
            sources = counted(len(library.sources()), "source")
            self._out.line(f"{unread} in {sources}. help says what to type.")
            if library.has_sources():
                self._list(library, "")
            else:
                self._out.line("add ADDRESS subscribes: to a feed, a web page, a file, a directory.")

    def do(self, line: str) -> None:
        """Do what a line asks for.

        Raises:
            NewsreaderError: it could not be done; what is wrong with the line, too.
        """
        name, _, rest = line.strip().partition(" ")
        if name.startswith("/"):
            name, rest = "search", f"{name[1:]} {rest}"
        found = self._listing.id_of(name)
        own = self._own.get(name)
        if found is not None and not rest:
            with self._session.library() as library:
                self._open_number(library, found)
        elif own is not None:
            with self._session.library() as library:
                own(library, rest.strip())
        elif name in COMMANDS:
            self._run(name, rest)
        else:
            what = (
                "there is no such number in the list" if name.isdecimal() else "no such word; help lists them"
            )
            raise UsageError(what, subject=name)

    def _run(self, name: str, rest: str) -> None:
        """Run a command of the command line."""
        try:
            typed = shlex.split(rest)
        except ValueError as error:
            raise UsageError("a quotation mark is not closed", subject=rest) from error
        words = [self._listing.id_of(word) or word for word in typed]
        if name in _OF_ARTICLES and words[:1] == ["all"]:
            words[:1] = self._articles.ids
        elif name in _OF_ARTICLES and self._here and (not words or words[0].startswith("-")):
            words.insert(0, self._here)
        run, values = prepared(name, words)
        run(values, self._session)

    # lists

    def _show(self, what: str, ids: Sequence[str], lines: Sequence[str]) -> None:
        self._listing = Listing(what, ids, lines)
        if what != "source":
            self._articles = self._listing
        many = _PLURALS.get(what, f"{what}s")
        self._out.line(f"{len(ids):,} {what if len(ids) == 1 else many}." if ids else f"No {many}.")
        self._tell()

    def _tell(self) -> None:
        for line in self._listing.more():
            self._out.line(line)
        if self._listing.left:
            self._out.line(f"{self._listing.left:,} more; enter says them.")

    def _show_articles(self, rows: Sequence[ArticleRow], what: str = "article") -> None:
        now = datetime.now(UTC)
        self._show(what, [row.id for row in rows], [said.article(row, now) for row in rows])

    def _more(self, _library: Library, _rest: str) -> None:
        if not self._listing.left:
            self._out.line("That is all of the list. n opens the next unread article.")
        self._tell()

    def _list(self, library: Library, rest: str) -> None:
        self._show_articles(library.window(ListQuery(text=rest, folded=not rest), _MOST))

    def _search(self, library: Library, rest: str) -> None:
        self._show_articles(library.search(rest, _MOST), "article found")

    def _bookmarks(self, library: Library, rest: str) -> None:
        self._show_articles(library.window(ListQuery(text=rest, bookmarked=True), _MOST), "bookmark")

    def _sources(self, library: Library, _rest: str) -> None:
        rows = library.sources()
        self._show("source", [row.source.id for row in rows], [said.source(row) for row in rows])

    def _related(self, library: Library, rest: str) -> None:
        now, found = datetime.now(UTC), library.related(self._id(rest), varied=True)
        self._show(
            "related article", [each.row.id for each in found], [said.related(each, now) for each in found]
        )

    def _hot(self, library: Library, _rest: str) -> None:
        now, found = datetime.now(UTC), library.hot(hours=72)
        self._show("story", [each.row.id for each in found], [said.hot(each, now) for each in found])

    def _timeline(self, library: Library, rest: str) -> None:
        story = library.row(self._id(rest)).story
        now, told = datetime.now(UTC), library.tellings(story) if story is not None else []
        self._show("telling", [each.row.id for each in told], [said.telling(each, now) for each in told])

    # articles

    def _id(self, rest: str) -> str:
        """The article that a number or an id stands for; without one, that opened last."""
        found = self._listing.id_of(rest) or rest or self._here
        if not found:
            raise UsageError("no article is open; give its number")
        return found

    def _open_number(self, library: Library, found: str) -> None:
        if self._listing.what == "source":
            self._show_articles(library.window(ListQuery(source_id=found), _MOST))
        else:
            self._open(library, found)

    def _open(self, library: Library, article_id: str) -> None:
        from newsreader.cli.article_text import Page, print_page, reading_width

        row = library.row(article_id)
        page = Page(library.article(article_id).shown, row.source_title, library.bookmark_of(article_id))
        print_page(self._out, page, reading_width(self._out))
        self._here = article_id
        config = self._session.config()
        if not row.read and (config is None or config.mark_read != "never"):
            library.mark_read([article_id])

    def _next(self, library: Library, _rest: str) -> None:
        self._walk(library, 1)

    def _previous(self, library: Library, _rest: str) -> None:
        self._walk(library, -1)

    def _walk(self, library: Library, step: int) -> None:
        """Open the next unread article of the list; behind its end, the newest one that there is."""
        ids = self._articles.ids
        place = ids.index(self._here) if self._here in ids else -1 if step > 0 else len(ids)
        for article_id in ids[place + 1 :] if step > 0 else reversed(ids[:place]):
            if not library.row(article_id).read:
                return self._open(library, article_id)
        rows = library.window(ListQuery(unread=True), 1) if step > 0 else []
        if rows:
            return self._open(library, rows[0].id)
        self._out.line("No unread article is left." if step > 0 else "No unread article is before it.")
        return None

    def _toggle_read(self, library: Library, rest: str) -> None:
        row = library.row(self._id(rest))
        library.mark_read([row.id], not row.read)
        self._out.line(f"Marked {'unread' if row.read else 'read'}: {row.title}")

    def _toggle_bookmark(self, library: Library, rest: str) -> None:
        row = library.row(self._id(rest))
        if row.bookmarked:
            library.unbookmark([row.id])
        else:
            library.bookmark([row.id])
        self._out.line(f"{'No longer bookmarked' if row.bookmarked else 'Bookmarked'}: {row.title}")

    def _address(self, library: Library, rest: str) -> None:
        self._out.line(library.row(self._id(rest)).url or "It has no address.")

    # the rest

    def _help(self, _library: Library, _rest: str) -> None:
        for line in _HELP.splitlines():
            self._out.line(line)

    def _leave(self, _library: Library, _rest: str) -> None:
        self.is_over = True
