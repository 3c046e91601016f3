"""TEXT: one article, drawn line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from newsreader.ui.hints import Hints, hints_for, under_label
from newsreader.ui.paint import MARK, runs_from_right
from newsreader.ui.widgets.line_pane import LinePane

if TYPE_CHECKING:
    from newsreader.text.blocks import Span
    from newsreader.text.render import Line
    from newsreader.ui.reading import Reading, Ready

__all__ = ["TextView"]

_WIDEST = 80
_STYLE_OF_KIND = {"heading": "heading", "quote": "quote", "code": "code", "see_also": "link", "rule": "faint",
                  "title": "title", "meta": "meta", "image": "faint", "note": "note"}  # fmt: skip


class TextView(LinePane, inherit_bindings=False):
    """The text of an article; only the lines in view are drawn. Its keys are the screen's commands."""

    DEFAULT_CSS = """
    TextView {
        & > .text--added { color: $success; text-style: underline; }
        & > .text--code { color: $success; }
        & > .text--emphasis { text-style: italic; }
        & > .text--faint { color: $text-muted; }
        & > .text--hint { color: $background; background: $accent; text-style: bold; }
        & > .text--heading { color: $primary; text-style: bold; }
        & > .text--link { color: $primary; text-style: underline; }
        & > .text--meta { color: $text-muted; }
        & > .text--note { color: $accent; }
        & > .text--quote { color: $text-muted; }
        & > .text--removed { color: $error; text-style: strike; }
        & > .text--strong { text-style: bold; }
        & > .text--title { color: $accent; text-style: bold; }
    }
    """

    @dataclass
    class Read(Message):
        """A page down was asked for at the end of the text."""

        text: TextView

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__("text--", id=id)
        self._reading: Reading | None = None
        self._lines: tuple[Line, ...] = ()
        self._hints: Hints = {}
        self.empty: tuple[str, ...] = ()

    @property
    def reading(self) -> Reading | None:
        """What is shown."""
        return self._reading

    @property
    def column(self) -> int:
        """How many columns wide its lines are at most."""
        return min(_WIDEST, self.room.width - 1)

    def show(self, ready: Ready | None, *, scroll: int = 0) -> None:
        """Show another article, or none."""
        reading = ready.reading if ready is not None else None
        is_same = (
            reading is not None
            and self._reading is not None
            and reading.article.id == self._reading.article.id
            and (reading.changes is None) == (self._reading.changes is None)
        )
        if reading != self._reading or reading is None:
            self._reading = reading
            self._set_lines(ready)
        if not is_same or scroll:
            self.scroll_at_once(scroll)

    def page(self, pages: int) -> bool:
        """Scroll by so many pages; gives False where there was nothing left that way."""
        height = max(1, self.room.height - 2)
        before = self.scroll_offset.y
        if pages > 0 and before >= self.max_scroll_y:
            return False
        self.scroll_at_once(before + pages * height)
        return True

    def lines_by(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.scroll_at_once(self.scroll_offset.y + lines)

    def show_hints(self) -> dict[str, str]:
        """Put letters on the links in view; gives the address of each."""
        top = self.scroll_offset.y
        seen = self._lines[top : top + self.room.height]
        self._hints = hints_for(enumerate(seen, top))
        self.refresh()
        return dict(self._hints.values())

    def hide_hints(self) -> None:
        """Take the letters away."""
        self._hints = {}
        self.refresh()

    def _set_lines(self, ready: Ready | None = None) -> None:
        width = self.column
        if self._reading is None:
            self._lines = ()
        elif ready is not None and ready.width == width:
            self._lines = ready.lines
        else:
            from newsreader.ui.article_lines import (
                article_lines,  # behind the first headlines, with the first text
            )

            self._lines = article_lines(self._reading, width)
        self.lines_changed(len(self._lines) + 1)

    def on_resize(self) -> None:
        """The lines are as wide as the pane allows."""
        self._set_lines()

    def line(self, place: int) -> Strip:
        """One line of the text, in the middle of a wide pane."""
        width = self.room.width
        base = self._palette.base
        if self._reading is None:
            text = self.empty[place - 1] if 1 <= place <= len(self.empty) else ""
            return Strip([Segment(f"  {text}", self._palette.over(base, "faint"))]).adjust_cell_length(
                width, base
            )
        if place >= len(self._lines):
            return Strip.blank(width, base)
        line = self._lines[place]
        margin = max(1, (width - self.column) // 2)
        kind = _STYLE_OF_KIND.get(line.kind)
        whole = self._palette.over(base, kind or "")
        segments = [
            part for number, span in enumerate(line.spans) for part in self._parts(place, number, span, whole)
        ]
        if runs_from_right(line.text):
            segments = [Segment(MARK, base), *segments, Segment(MARK, base)]
        indent = Segment(" " * (margin + line.indent), base)
        return Strip([indent, *segments]).adjust_cell_length(width, base)

    def _parts(self, line: int, number: int, span: Span, whole: Style) -> list[Segment]:
        style = self._palette.over(whole, " ".join(sorted(span.style)))
        hint = self._hints.get((line, number))
        if hint is None:
            return [Segment(span.text, style)]
        return [Segment(hint[0], self._palette.whole("hint")), Segment(under_label(span, hint[0]), style)]
