"""Screens over the reader that list the tellings of a story, and the stories that most tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from newsreader.model.row import ArticleRow
from newsreader.model.story import HotStory, Telling
from newsreader.text.ages import age
from newsreader.ui.paint import fit, pad, width_of
from newsreader.ui.screens.once import Dialog
from newsreader.ui.widgets.row_list import Part, RowList

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["HotScreen", "TimelineScreen"]

_WHEN = 8
_SPANS = ((24, "today"), (72, "in three days"), (168, "this week"), (720, "this month"))

_ENOUGH = 3
"""Of fewer stories nobody makes a front page: then a longer time is looked at."""


class _Timeline(RowList):
    """Tellings, oldest first: when, by whom, what it is called, and what it adds."""

    def __init__(self) -> None:
        super().__init__(id="tellings")
        self.row_height = 4
        self.told: Sequence[Telling] = ()

    def count(self) -> int:
        return len(self.told)

    def parts(self, index: int, width: int) -> list[list[Part]]:
        telling = self.told[index]
        row, room = telling.row, width - _WHEN - 6
        last = index == len(self.told) - 1
        rail = " " * (_WHEN + 2) + (" " if last else "│") + "  "
        when = f"{_local(row.at):%H:%M}" if index == 0 else _after(telling.hours)
        day = f"{_local(row.at).day} {_local(row.at):%b %H:%M}"
        first = " · first" if index == 0 else ""
        teller = fit(telling.teller, room - len(day) - len(first) - 3)
        gap = " " * max(1, room - width_of(teller) - len(first) - len(day))
        mark = "★ " if row.bookmarked else ""
        return [
            [(f" {when:>{_WHEN}} ", "dim"), ("○  " if row.read else "●  ", "mark"), (teller, "source"),
             (first, "accent"), (gap, ""), (day, "dim")],
            [(rail, "dim"), (mark, "accent"), (fit(row.title, room - len(mark)), "dim" if row.read else "strong")],
            [(rail, "dim"), (fit(self._adds(index), room), "reason")],
            [(rail, "dim")],
        ]  # fmt: skip

    def _adds(self, index: int) -> str:
        telling = self.told[index]
        if index == 0:
            return telling.row.lead
        if telling.copy_of is not None:
            names = {each.row.id: each.teller for each in self.told}
            return f"the same text as {names.get(telling.copy_of, 'another')}"
        return f"adds {', '.join(telling.adds)}" if telling.adds else "adds nothing new"


class _Hot(RowList):
    """Stories by rank: headline and age; who tells it."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__(id="hot")
        self.row_height = 3
        self.told: Sequence[HotStory] = ()
        self.empty: Sequence[str] = ()
        self._clock = clock

    def count(self) -> int:
        return len(self.told)

    def empty_lines(self) -> Sequence[str]:
        return self.empty

    def parts(self, index: int, width: int) -> list[list[Part]]:
        story = self.told[index]
        row, when = story.row, age(story.row.at, self._clock())
        tellings = f" · {story.tellings} tellings" if story.tellings > story.tellers else ""
        names = ", ".join(story.names)
        told = f"told by {story.tellers}{tellings}: "
        return [
            [(f" {index + 1:>3}  ", "accent"), ("○ " if row.read else "● ", "mark"),
             (pad(row.title, width - 12 - len(when)), "dim" if row.read else "strong"), (f"  {when}", "dim")],
            [(" " * 8, ""), (told, "reason"), (fit(names, width - 10 - len(told)), "source")],
        ]  # fmt: skip


class _StoryScreen(Dialog[ArticleRow | None]):
    """Gives the article that was chosen, or None when it was left. Subclasses say what is listed."""

    CSS_PATH = "dialog.tcss"
    KEYS = "enter opens   escape closes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "Open", id="story-open"),
        Binding("down,j", "move(1)", "Down", id="story-down"),
        Binding("up,k", "move(-1)", "Up", id="story-up"),
        Binding("pagedown", "page(1)", "A page down", id="story-page-down"),
        Binding("pageup", "page(-1)", "A page up", id="story-page-up"),
        Binding("home,g", "move(-1000)", "To the top", id="story-top"),
        Binding("end,G", "move(1000)", "To the end", id="story-end"),
    ]

    def __init__(self, main: MainScreen, rows: RowList, title: str) -> None:
        super().__init__()
        self._main = main
        self._rows = rows
        self._title = title

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            yield self._rows
            yield Static(self.KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin at the top."""
        self._rows.focus()

    def name_it(self, title: str) -> None:
        """Say in the border what is listed."""
        self.query_one(".dialog").border_title = Content(title)

    def row_here(self) -> ArticleRow | None:
        """The article under the cursor."""
        raise NotImplementedError

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self._rows.move(rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by screens."""
        self._rows.move_page(pages)

    @on(RowList.Opened)
    def action_open(self) -> None:
        """Take what is under the cursor."""
        row = self.row_here()
        if row is not None:
            self.dismiss(row)


class TimelineScreen(_StoryScreen):
    """The tellings of one story, oldest first; begins at the telling that one came from."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,T", "dismiss", "Close", id="timeline-close")]

    def __init__(self, main: MainScreen, row: ArticleRow) -> None:
        self._timeline = _Timeline()
        super().__init__(main, self._timeline, "Timeline")
        self._row = row

    def on_mount(self) -> None:
        """Ask for the tellings."""
        story = self._row.story
        if story is not None:
            self._main.asker.ask("timeline", lambda: self._main.library.tellings(story), self._show)

    def _show(self, told: list[Telling]) -> None:
        if not self.is_attached or not told:
            return
        self._timeline.told = told
        tellers, copies = len({each.teller for each in told}), sum(each.copy_of is not None for each in told)
        self.name_it(
            f"Timeline · {len(told)} tellings by {tellers}, {_span(told[-1].hours)}"
            + (f" · {copies} copied" if copies else "")
        )
        ids = [each.row.id for each in told]
        self._timeline.rows_changed(cursor=ids.index(self._row.id) if self._row.id in ids else 0)

    def row_here(self) -> ArticleRow | None:
        """The telling under the cursor."""
        return self._timeline.told[self._timeline.cursor].row if self._timeline.told else None


class HotScreen(_StoryScreen):
    """The stories that most sources tell today, or else in a longer time, until there are some."""

    KEYS = "enter opens   T timeline   escape closes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,H", "dismiss", "Close", id="hot-close"),
        Binding("T", "timeline", "Timeline", id="hot-timeline"),
    ]

    def __init__(self, main: MainScreen) -> None:
        self._hot = _Hot(main.clock)
        super().__init__(main, self._hot, "Hot")

    def on_mount(self) -> None:
        """Ask what is hot."""
        self._main.asker.ask("hot", self._ask, self._show)

    def _ask(self) -> tuple[str, list[HotStory]]:
        best: tuple[str, list[HotStory]] = ("", [])
        for hours, span in _SPANS:
            found = self._main.library.hot(hours=hours)
            best = (span, found) if len(found) > len(best[1]) else best
            if len(best[1]) >= _ENOUGH:
                break
        return best

    def _show(self, found: tuple[str, list[HotStory]]) -> None:
        if not self.is_attached:
            return
        span, self._hot.told = found
        self._hot.empty = ("No story of this month is told by two sources.",)
        self.name_it(f"Hot · what most tell {span}" if span else "Hot")
        self._hot.rows_changed(cursor=0)

    def row_here(self) -> ArticleRow | None:
        """The newest telling of the story under the cursor."""
        return self._hot.told[self._hot.cursor].row if self._hot.told else None

    def action_timeline(self) -> None:
        """Show how the story under the cursor was told."""
        row = self.row_here()
        if row is not None:
            self.app.push_screen(TimelineScreen(self._main, row), self._chosen)

    def _chosen(self, row: ArticleRow | None) -> None:
        if row is not None:
            self.dismiss(row)


def _local(at: datetime) -> datetime:
    return at.astimezone()


def _after(hours: float) -> str:
    if hours < 1:
        return f"+{round(hours * 60)} min"
    return f"+{round(hours)} h" if hours < 48 else f"+{round(hours / 24)} d"


def _span(hours: float) -> str:
    if hours < 1:
        return "within the hour"
    return f"in {round(hours)} hours" if hours < 48 else f"in {round(hours / 24)} days"
