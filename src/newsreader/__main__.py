"""Runs the program: `python -m newsreader`. Joins the command line and the screen, which do not know each other."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.model.settings import Config

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> int:
    """Run the command line in `sys.argv`; gives the exit code."""
    try:
        from newsreader.cli.main import run

        return run(sys.argv[1:], _open_screen)
    except KeyboardInterrupt:
        # Pressed while the modules above are loaded; later the command line handles it.
        return _INTERRUPTED


def _open_screen(data_dir: Path, config: Config | None) -> int:
    gc.disable()  # nothing that is made until the first screen is garbage; `run_reader` collects from then on
    from newsreader.ui.app import run_reader  # 150 ms, and no command needs it

    return run_reader(data_dir, config)


if __name__ == "__main__":
    sys.exit(main())
