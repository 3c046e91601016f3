"""The last line: what to press here, and what just happened."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from newsreader.ui.paint import fit, width_of
from newsreader.ui.painted import Palette

__all__ = ["Hints", "StatusBar"]

Hints = Sequence[tuple[str, str]]
"""Keys as people write them, each with a word."""

_SECONDS = 6.0
_GAP = "  "  # behind each key with its word; the bar ends in its first half


class StatusBar(Widget):
    """Keys on the left; on the right a message, which wins where there is no room for both, else where else to go."""

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
        self._hints: tuple[Hints, Hints, Hints] = ((), (), ())
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

    def hint(self, keys: Hints, away: Hints = (), more: Hints = ()) -> None:
        """Show these keys, each with a word.

        Args:
            keys: what they do here; the last of them is that of help.
            away: what goes to panes that are out of sight, on the right.
            more: what is shown only where there is room for all of them.
        """
        if (keys, away, more) != self._hints:
            self._hints = keys, away, more
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
        said = fit(self.message, width - 2)
        keys, away = self._that_fit(width - 2 - width_of(said) if said else width, not said)
        kind = self._kind if self._message else "busy"
        left = self._drawn(keys)
        right = [Segment(said + _GAP, self._palette.over(base, kind))] if said else self._drawn(away)
        gap = width - sum(segment.cell_length for segment in (*left, *right))
        segments = [Segment(" ", base), *left, Segment(" " * gap, base), *right]
        return Strip(segments).adjust_cell_length(width, base)

    def _drawn(self, hints: Hints) -> list[Segment]:
        """Keys, each with its word and what parts it from the next."""
        key, label = (self._palette.over(self._palette.base, name) for name in ("key", "label"))
        return [
            part for keys, word in hints for part in (Segment(keys, key), Segment(f" {word}{_GAP}", label))
        ]

    def _that_fit(self, room: int, is_quiet: bool) -> tuple[Hints, Hints]:
        """The keys that there is room for, that of help before all; and those on the right, where no message is."""
        keys, away, more = self._hints
        first, last = _first(keys[:-1], room - _size(keys[-1:])), keys[-1:]
        room -= _size(first) + _size(last)
        if room < 0:
            return (), ()
        away = _first(away, room) if is_quiet else ()
        if len(first) == len(keys) - 1:
            first = [*first, *_first(more, room - _size(away))]
        return [*first, *last], away

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        self._palette.clear()
        super().notify_style_update()


def _first(hints: Hints, room: int) -> Hints:
    """The first of them that there is room for."""
    count = next((n for n in range(len(hints), 0, -1) if _size(hints[:n]) <= room), 0)
    return hints[:count]


def _size(hints: Hints) -> int:
    return sum(width_of(key) + width_of(word) + 3 for key, word in hints)
