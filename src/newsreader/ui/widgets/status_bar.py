"""The last line: what to press here, and what just happened."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from newsreader.ui.paint import fit, width_of
from newsreader.ui.painted import Palette

__all__ = ["StatusBar"]

_SECONDS = 6.0


class StatusBar(Widget):
    """Keys on the left, a message on the right; the message wins where there is no room for both."""

    DEFAULT_CSS = """
    StatusBar {
        height: 1;
        dock: bottom;
        background: $surface;
        & > .status--key { color: $accent; text-style: bold; }
        & > .status--label { color: $text-muted; }
        & > .status--message { color: $foreground; }
        & > .status--error { color: $error; text-style: bold; }
        & > .status--busy { color: $warning; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._hints: Sequence[tuple[str, str]] = ()
        self._message = ""
        self._kind = "message"
        self._busy: dict[str, str] = {}
        self._timer: Timer | None = None
        self._stood = self._question = False
        self._palette = Palette(self, "status--")

    @property
    def message(self) -> str:
        """What it says now on the right."""
        return self._message or next(reversed(self._busy.values()), "")

    def hint(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these keys with what they do."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def say(self, message: str, *, error: bool = False, question: bool = False) -> None:
        """Say something for some seconds; an error stays until something else is said, or until one goes on.

        Args:
            message: what to say.
            error: whether it is an error.
            question: whether it is one in what was asked, which `answered` ends too.
        """
        if self._timer is not None:
            self._timer.stop()
        from newsreader.text.sanitise import clean_line  # behind the first screen

        self._message, self._kind = clean_line(message), "error" if error else "message"
        self._timer = self.set_timer(_SECONDS, self._said) if message else None
        self._stood = False
        self._question = question
        self.refresh()

    def _said(self) -> None:
        self._stood = True
        if self._kind == "message":
            self.say("")

    def go_on(self) -> None:
        """Another article, place or pane is looked at: an error that has stood for some seconds has been seen."""
        if self._stood:
            self.say("")

    def answered(self) -> None:
        """What is asked now can be answered: what was wrong with it is no more."""
        if self._question:
            self.say("")

    def busy(self, name: str, what: str) -> None:
        """Say *what* is being done, "" when it is done; of several things, told apart by *name*, the last begun."""
        before = self.message
        if what:
            self._busy[name] = what
        else:
            self._busy.pop(name, None)
        if self.message != before:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, base = self.size.width, self._palette.base
        kind = self._kind if self._message else "busy"
        said = fit(self.message, width - 2)
        segments: list[Segment] = [Segment(" ", base)]
        used = 1
        for key, label in self._that_fit(width - width_of(said) - 5):
            segments += [
                Segment(key, self._palette.over(base, "key")),
                Segment(f" {label}  ", self._palette.over(base, "label")),
            ]
            used += _size(key, label)
        segments.append(Segment(" " * (width - used - width_of(said) - 1), base))
        segments.append(Segment(said, self._palette.over(base, kind)))
        return Strip(segments).adjust_cell_length(width, base)

    def _that_fit(self, room: int) -> Sequence[tuple[str, str]]:
        """The first of the keys, and the last, which is that of help."""
        first, last = list(self._hints[:-1]), list(self._hints[-1:])
        while first and sum(_size(*each) for each in (*first, *last)) > room:
            first.pop()
        return [*first, *last] if sum(_size(*each) for each in (*first, *last)) <= room else []

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        self._palette.clear()
        super().notify_style_update()


def _size(key: str, label: str) -> int:
    return width_of(key) + width_of(label) + 3
