"""The reader on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from newsreader.library.library import Library
from newsreader.model.settings import Config
from newsreader.ui.collecting import collect_at_rest
from newsreader.ui.commands.command import shown_keys
from newsreader.ui.saving import Saved, Saver
from newsreader.ui.screens.main import MainScreen
from newsreader.ui.theme import DARK, LIGHT, own_themes
from newsreader.ui.typing import InOrder

__all__ = ["Reader", "run_reader"]

_SWITCH_SECONDS = 0.0005


def run_reader(data_dir: Path, config: Config | None = None) -> int:
    """Open the reader on the library at *data_dir* until it is left; gives the exit code.

    Args:
        data_dir: the library's directory.
        config: the settings in force; else the defaults.

    Raises:
        StoreError: the library cannot be opened.
    """
    # What is asked behind the screen keeps it waiting that long at most; Python's own 5 ms are most of a frame.
    sys.setswitchinterval(_SWITCH_SECONDS)
    library = Library(data_dir, config=config)
    try:
        Reader(library, data_dir=data_dir, ready=collect_at_rest).run()
    finally:
        library.close()
    return 0


def _nothing(_app: InOrder) -> None:
    pass


def _now() -> datetime:
    return datetime.now(UTC)


class Reader(InOrder):
    """One library on one terminal; *clock* gives the time that ages are counted from, aware.

    With *data_dir*, the library's directory, it is refreshed while it is open. *ready* is called with it
    when the first screen is painted.
    """

    TITLE = "newsreader"
    CSS_PATH = "screens/main.tcss"  # a default screen brings no styles of its own
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = True
    # The screen binds ctrl+p itself, as a command like all others.
    COMMAND_PALETTE_BINDING = "f24"

    def __init__(
        self,
        library: Library,
        *,
        clock: Callable[[], datetime] = _now,
        data_dir: Path | None = None,
        ready: Callable[[InOrder], None] = _nothing,
    ) -> None:
        super().__init__()
        self._when_ready = ready
        self._library = library
        self._clock = clock
        self._data_dir = data_dir
        self._saver = Saver(self)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        for theme in own_themes(library.config.themes, self.available_themes):
            self.register_theme(theme)
        # Set as its default would be: to set it like any later one is to read all styles a second time.
        self.set_reactive(Reader.theme, DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The only screen that is always there."""
        return MainScreen(
            self._library,
            self._saver,
            self.pace,
            clock=self._clock,
            data_dir=self._data_dir,
            width=self.size.width,
        )

    def on_ready(self) -> None:
        """The first screen is painted."""
        from newsreader.ui.leaving import leave_when_told  # nobody tells before

        self._when_ready(self)
        leave_when_told(self._leave)
        if self._driver is not None and not self.is_headless:
            from newsreader.ui.going_on import take_terminal_back  # nobody stops it before

            take_terminal_back(self, self._driver)

    async def action_quit(self) -> None:
        """Leave, from a dialog too: ctrl+q is Textual's own, before any screen's."""
        self._leave()

    def _leave(self) -> None:
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            main.leave()

    def on_saved(self, saved: Saved) -> None:
        """A change came to its end."""
        self._saver.ended()
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            main.saved(saved)

    def on_unmount(self) -> None:
        """Leave only when all is on the disk."""
        self._saver.close()

    def action_command_palette(self) -> None:
        """Every command by its name."""
        from newsreader.ui.screens.once import Palette  # where it is asked for

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        """Every theme by its name."""
        from textual.theme import ThemeProvider

        from newsreader.ui.screens.once import Palette

        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: every command that works now, and the themes."""
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            for each in main.commands:
                if each.available(main):
                    yield SystemCommand(
                        each.label, shown_keys(each.keys), lambda each=each: main.action_do(each.id)
                    )
        yield SystemCommand("Theme", "choose the colours", self.action_change_theme)
