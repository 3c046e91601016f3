"""Runs the program: `python -m newsreader`."""

from __future__ import annotations

import sys

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> int:
    """Run the command line in `sys.argv`; gives the exit code."""
    try:
        from newsreader.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        # Pressed while the modules above are loaded; later the command line handles it.
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
