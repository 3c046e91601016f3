"""The lines that one types words into: what is searched, and what bookmarks are filtered by."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from newsreader.text.sanitise import clean_line

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = [
    "FilterLine",
    "LineInput",
    "NarrowLine",
    "SearchLine",
    "one_line",
    "open_filter",
    "open_narrow",
    "open_search",
]

_WHAT_TO_SEARCH = 'titles and texts: words, "a phrase", -not, title: source: is:unread newer:2d'


def one_line(text: str) -> str:
    """*text* without what a terminal would act on, each break a blank; blanks stay as they are typed."""
    if text.isprintable():
        return text
    return "".join(" " if letter.isspace() else clean_line(letter) for letter in text)


class LineInput(Input):
    """A line to type in. What is pasted may hold anything, so it is made safe here."""

    def validate_value(self, value: str) -> str:
        """What may stand in the line."""
        return one_line(value)


class _Line(LineInput):
    """Enter goes to what was found, escape leaves it; all other keys are text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="line-leave", show=False),
        Binding("enter,down,tab", "found", "To what was found", id="line-found", show=False),
    ]

    def __init__(self, screen: MainScreen, *, id: str, placeholder: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, placeholder=placeholder, select_on_focus=False)
        self._main = screen


class SearchLine(_Line):
    """Above ARTICLES, while something is searched."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while words are typed."""
        event.stop()
        self._main.views.search_soon(self.value)

    def action_found(self) -> None:
        """Go to the first article found."""
        self._main.attempt(lambda: self._main.views.search_now(self.value))
        self._main.go_to("articles")
        if not self.value.strip():
            self.remove()

    def action_leave(self) -> None:
        """Show what was there before."""
        self._main.go_to("articles")
        self._main.attempt(self._main.views.leave_search)


class NarrowLine(_Line):
    """Above ARTICLES, while its list is narrowed."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow while words are typed."""
        event.stop()
        self._main.views.narrow_soon(self.value)

    def action_found(self) -> None:
        """Go to the first article that is left; `escape` there shows the whole list again."""
        self._main.attempt(lambda: self._main.views.narrow(self.value))
        self._main.go_to("articles")
        self.remove()

    def action_leave(self) -> None:
        """Show the whole list."""
        self._main.go_to("articles")
        self._main.attempt(lambda: self._main.views.narrow(""))
        self.remove()


class FilterLine(_Line):
    """Above the bookmarks, while they are filtered."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while words are typed."""
        event.stop()
        self._main.bookmarks.filter(self.value)

    def action_found(self) -> None:
        """Go to the first bookmark found."""
        self._main.go_to("bookmarks")
        if not self.value.strip():
            self.remove()

    def action_leave(self) -> None:
        """Show all bookmarks."""
        self._main.bookmarks.filter("")
        self._main.go_to("bookmarks")
        self.remove()


def open_search(screen: MainScreen) -> None:
    """Show the line and give it the focus."""
    found = screen.query(SearchLine)
    line = found.first() if found else SearchLine(screen, id="search", placeholder=_WHAT_TO_SEARCH)
    if not found:
        screen.query_one("#center").mount(line)
    screen.go_to("articles")
    line.focus()


def open_narrow(screen: MainScreen) -> None:
    """Show the line with what the list is narrowed by, or searched for, and give it the focus."""
    words = screen.views.search or screen.views.query.text
    screen.query(SearchLine).remove()
    found = screen.query(NarrowLine)
    line = found.first() if found else NarrowLine(screen, id="narrow", placeholder="filter this list")
    if not found:
        line.value = words
        screen.query_one("#center").mount(line)
    screen.go_to("articles")
    line.focus()


def open_filter(screen: MainScreen) -> None:
    """Show the line and give it the focus."""
    found = screen.query(FilterLine)
    line = found.first() if found else FilterLine(screen, id="filter", placeholder="filter bookmarks")
    if not found:
        screen.query_one("#bookmarks").mount(line, before=0)
    line.focus()
