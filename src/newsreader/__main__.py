"""Runs the program: `python -m newsreader`."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line in `sys.argv`; gives the exit code."""
    from newsreader.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
