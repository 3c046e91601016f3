"""The reader as a person at its keys has it: press, wait until all has come of it, look."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from newsreader.library.library import Library
from newsreader.ui.app import Reader
from newsreader.ui.screens.main import MainScreen

_PATIENCE = 60.0
_LOOK_AGAIN = 0.01


@dataclass
class Driver:
    """One reader that runs, and its keys."""

    app: Reader
    pilot: Pilot[None]
    library: Library

    async def press(self, *keys: str) -> None:
        """Press keys, each when all that came of the one before has come."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    def at_once(self, *keys: str) -> None:
        """Press keys without waiting for what each of them does."""
        for key in keys:
            for each in (key,) if key in ("escape", "enter") else key:
                named = each if len(each) > 1 else _character_to_key(each)
                self.app.post_message(events.Key(named, each if len(each) == 1 else None))

    async def type(self, text: str) -> None:
        """Type words."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))

    async def put_cursor(self, title: str) -> None:
        """Put the cursor of ARTICLES on the article with that headline."""
        self.main.articles.move_to(self.titles().index(title))
        await self.pilot.pause()
        await self.settle()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, self._told_late
            await self.pilot.pause(_LOOK_AGAIN)

    async def settle(self) -> None:
        """Wait until nothing is asked, saved or put off any more, and the newest state of the library is shown."""
        await self.until(self._is_settled)
        await self.pilot.pause()
        # A timer has ended when its call is in the queue, not when that was made: it may have begun something.
        while not self._is_settled():
            await self.until(self._is_settled)
            await self.pilot.pause()

    def _is_settled(self) -> bool:
        return not self._is_open or not self._awaited

    @property
    def _is_open(self) -> bool:
        return self.app.is_running and not self.app._exit

    @property
    def _awaited(self) -> dict[str, object]:
        """What has not come yet of all that keys can begin."""
        awaited = {
            "put off": list(self.main.asker._timers),
            "asked": [worker.name for worker in self.app.workers if not worker.is_finished],
            "saving": self.main.saver.pending,
            "to be shown": sorted(self.library.version().since(self.main.follower.version)),
        }
        return {what: there for what, there in awaited.items() if there}

    @property
    def _told_late(self) -> str:
        awaited = self._awaited if self._is_open else "the reader is left"
        return f"never came to hold; awaited: {awaited}; the screen says:\n{self.shown}"

    # what there is to see

    @property
    def main(self) -> MainScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def title(self) -> str:
        """The headline under the cursor of ARTICLES."""
        row = self.main.articles.current
        return row.title if row is not None else ""

    @property
    def reading(self) -> str:
        """The headline of what TEXT shows."""
        reading = self.main.text.reading
        return reading.row.title if reading is not None else ""

    @property
    def focus(self) -> str:
        """The pane that has the focus, which must be the one that the screen takes for it."""
        focused = self.app.screen.focused
        name = "" if focused is None else (focused.id or "")
        assert name.startswith(self.main.pane.removesuffix("s")), (name, self.main.pane)
        return self.main.pane

    @property
    def said(self) -> str:
        """What the status bar says."""
        return self.main.status.message

    @property
    def lines(self) -> list[str]:
        """The lines of the terminal."""
        return ["".join(s.text for s in strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def shown(self) -> str:
        """The whole terminal."""
        return "\n".join(self.lines)

    def titles(self) -> list[str]:
        """The headlines of ARTICLES."""
        return [row.title for row in self.library.rows(self.main.articles.keys)]
