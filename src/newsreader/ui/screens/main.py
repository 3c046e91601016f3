"""The screen of the reader: it owns what is shown, and passes messages between panes; the library does the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingsMap, BindingType
from textual.containers import Vertical
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input

from newsreader.errors import NewsreaderError, UsageError
from newsreader.library.library import Library
from newsreader.model.row import ArticleRow
from newsreader.ui.asking import Asker
from newsreader.ui.beside import refresh_bookmarks
from newsreader.ui.commands import ALL
from newsreader.ui.commands.command import bindings, hints, of_no_use, ways_to
from newsreader.ui.commands.keymap import rebound
from newsreader.ui.commands.marking import rested
from newsreader.ui.following import Follower
from newsreader.ui.lights import light
from newsreader.ui.pace import Pace
from newsreader.ui.pages import Pages
from newsreader.ui.panes import BREADTHS, PANES, breadth, classify, out_of_sight, say_in_border
from newsreader.ui.places import restore, save
from newsreader.ui.saving import Saved, Saver, telling
from newsreader.ui.screens.panes import PaneScreen
from newsreader.ui.settings import problem_of
from newsreader.ui.upkeep import Upkeep
from newsreader.ui.views import Views
from newsreader.ui.widgets.article_list import ArticleList
from newsreader.ui.widgets.bookmark_list import BookmarkList
from newsreader.ui.widgets.panes import Panes
from newsreader.ui.widgets.related_list import RelatedList
from newsreader.ui.widgets.row_list import RowList
from newsreader.ui.widgets.source_list import SourceList
from newsreader.ui.widgets.status_bar import StatusBar
from newsreader.ui.widgets.text_view import TextView

if TYPE_CHECKING:
    from newsreader.model.change import Step
    from newsreader.model.source import SourceRow

__all__ = ["MainScreen"]

_TYPING = (("enter", "to what is found"), ("esc", "leave"))
_POLL_SECONDS = 0.5
_LATE_SECONDS = 0.2


class MainScreen(PaneScreen):
    """Sources, articles, text, related and bookmarks.

    Attributes:
        library: what is read.
        saver: how changes get to the disk.
        asker: asks the library.
        views: what the panes show.
        follower: has them show what changed.
        upkeep: what refreshes the library, or None.
        pages: what fetches the pages of articles, or None.
        clock: gives the time that ages are counted from, aware.
        config: the settings in force.
        commands: what can be done, with the keys that the settings give.
    """

    AUTO_FOCUS = ""  # None would be the application's own: the first pane
    HORIZONTAL_BREAKPOINTS = BREADTHS
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(ALL))

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)  # Textual's own draws all panes anew

    def __init__(
        self,
        library: Library,
        saver: Saver,
        pace: Pace,
        *,
        clock: Callable[[], datetime],
        data_dir: Path | None = None,
        width: int = 80,
    ) -> None:
        # Set from the start: each class that comes later costs another round of styles and another painting.
        super().__init__(classes=f"at-articles {breadth(width)}")
        self.library = library
        self.saver = saver
        self.asker = Asker(self, pace)
        self.views = Views(self, library, self.asker)
        self.follower = Follower(self, pace)
        self.config = library.config
        # Without a directory nothing is refreshed: a process of its own needs one to work on.
        self.upkeep = Upkeep(self, data_dir) if data_dir is not None else None
        self.pages = Pages(self, data_dir) if data_dir is not None else None
        self.commands, self._wrong_keys = rebound(ALL, self.config)
        self._by_id = {each.id: each for each in self.commands}
        if self.commands != ALL:
            self._bindings = BindingsMap(bindings(self.commands))
        self.clock = clock

    def compose(self) -> ComposeResult:
        """Panes as READER draws them."""
        with Panes(id="panes"):
            yield SourceList(id="sources")
            with Vertical(id="center"):
                yield ArticleList(self._rows, self._unread, self.clock, id="articles")
                yield TextView(id="text")
            with Vertical(id="side"):
                yield RelatedList(self.clock, id="related")
                with Vertical(id="bookmarks"):
                    yield BookmarkList(id="bookmark-rows")
        yield StatusBar()

    def on_mount(self) -> None:
        """Show the first window at once; all else follows behind it."""
        for pane in PANES:
            say_in_border(self.query_one(f"#{pane}"), pane.upper())
        self.app.theme_changed_signal.subscribe(self, lambda _: light(self))
        self.go_to("articles")
        self.attempt(self._show_first)
        self.call_after_refresh(self._settle)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """At first all have the styles that they were mounted with; Textual would reckon them again."""
        if not self.stack_updates:
            event.refresh_styles = False

    def _show_first(self) -> None:
        restore(self)
        self.follower.begin()

    def _settle(self) -> None:
        if problem := problem_of(self, self._wrong_keys):
            self.status.say(problem, error=True)
        self.views.refresh_sources()
        refresh_bookmarks(self)
        self.follower.catch_up()
        self.set_interval(_POLL_SECONDS, lambda: self.attempt(self.follower.look))
        if self.upkeep is not None:
            self.upkeep.begin()

    # panes

    def go_to(self, pane: str) -> None:
        """Give the focus to a pane; text alone ends where another is wanted."""
        self.pane = pane
        self.status.go_on()
        if pane == "articles":
            self.views.follow_cursor()
        classify(self, pane)
        widget = self.widget_of(pane)
        if widget.focusable:
            # At once: a line that is taken away while it has the focus would give it to any pane.
            self.set_focus(widget, scroll_visible=False)
        else:
            widget.focus(scroll_visible=False)  # when the styles show it
        self.hint()

    def watch_focused(self) -> None:
        """The border around the focus says where it is."""
        light(self)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The mouse can give the focus too."""
        if event.widget is not self.focused:
            return  # it has gone on since
        name = "bookmarks" if event.widget is self.bookmarks else event.widget.id
        if name in PANES and name != self.pane:
            self.go_to(name)
        elif isinstance(event.widget, Input):
            self.hint()

    def on_resize(self) -> None:
        """On a narrower screen other panes are out of sight."""
        if self.is_mounted:
            self.hint()

    def hint(self) -> None:
        """Say anew what can be pressed here, and what goes to panes that are not in sight."""
        if isinstance(self.focused, Input):
            self.status.hint(_TYPING)
        else:
            away = ways_to(self.commands, out_of_sight(self, self.pane))
            self.status.hint(hints(self.commands, self), away, hints(self.commands, self, more=True))

    @property
    def source_here(self) -> SourceRow | None:
        """In SOURCES the one under the cursor, else that of the article under the cursor."""
        if self.pane == "sources":
            return self.sources.current.row if self.sources.current else None
        article = self.articles.current
        return self.sources.source_row(article.source_id) if article else None

    # commands

    def action_do(self, name: str) -> None:
        """Run the command of that id."""
        self.attempt(lambda: self._by_id[name].run(self))

    def on_key(self, event: events.Key) -> None:
        """Say of a key that does nothing here what it does elsewhere."""
        if not isinstance(self.focused, Input) and (said := of_no_use(self.commands, event.key, self)):
            self.status.say(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command that does not work here and now gives its key away; while words are typed all but one do."""
        if action != "do" or not self.is_mounted:
            return True
        name = str(parameters[0])
        return name == "quit" if isinstance(self.focused, Input) else self._by_id[name].available(self)

    def save(
        self,
        what: str,
        change: Callable[[], Step | None],
        failed: Callable[[], None] | None = None,
        *,
        said: str = "",
    ) -> None:
        """Do a change behind the screen, which shows it already.

        Args:
            what: what it is, in words; said when it fails or takes long.
            change: does it, in another thread.
            failed: takes the change back from the screen.
            said: what the status line says once it is on the disk.
        """
        number = self.saver.save(what, change, telling(self, failed, said))
        self.set_timer(_LATE_SECONDS, lambda: self._say_saving(number))

    def _say_saving(self, number: int) -> None:
        if self.saver.is_pending(number):
            self.status.busy("save", "saving…")

    def saved(self, saved: Saved) -> None:
        """A change came to its end."""
        saved.after(saved)
        if not self.saver.pending:
            self.status.busy("save", "")
            self.views.look_ahead()

    def attempt(self, what: Callable[[], object]) -> None:
        """Do what asks the library on the screen's own thread; what goes wrong is said in a line."""
        try:
            what()
        except NewsreaderError as error:
            self.say_error(error)

    def _rows(self, keys: Sequence[int]) -> list[ArticleRow]:
        """Rows for a list that is being drawn."""
        found: list[ArticleRow] = []
        self.attempt(lambda: found.extend(self.library.rows(keys)))
        return found

    def _unread(self, keys: Sequence[int]) -> set[int]:
        found: set[int] = set()
        self.attempt(lambda: found.update(self.library.unread(keys)))
        return found

    def say_error(self, error: NewsreaderError) -> None:
        """Say what went wrong, in one line."""
        self.status.say(str(error), error=True, question=isinstance(error, UsageError))

    def leave(self) -> None:
        """Remember the place and close, once all is on the disk."""
        save(self)
        if self.upkeep is not None:
            self.upkeep.end()
        if self.pages is not None:
            self.pages.end()
        self.app.exit()

    # messages of panes

    @on(RowList.Highlighted, "#articles")
    def _article_highlighted(self) -> None:
        self.status.go_on()
        self.attempt(self.views.preview)
        rested(self)

    @on(RowList.Highlighted, "#sources")
    def _source_highlighted(self) -> None:
        place = self.sources.current
        if self.pane == "sources" and place is not None:
            self.status.go_on()
            self.views.show_soon(place.query)
            self.hint()

    @on(RowList.Opened, "#sources,#articles,#related,#bookmark-rows")
    def _row_opened(self) -> None:
        self.action_do("open")
