"""What keeps services that copy the library from copying what is not theirs: .stignore and .gitignore."""

from __future__ import annotations

from newsreader.store.files import translated
from newsreader.store.layout import Layout

__all__ = ["guard"]

_OWN = (
    "/cache/",
    "/.lock",
    "/.turn",
    "/credentials*",
    "/place.json",
    "/damaged/",
    "/backup-format-*/",
    "*.tmp",
)
_WHY = "what is derived, secret, or this machine's own"


def guard(layout: Layout) -> None:
    """Write .stignore (Syncthing) and .gitignore where they are missing; what a person made of them stays.

    Raises:
        StoreError: they could not be written.
    """
    for name, comment, lines in (
        (".gitignore", "#", _OWN),
        (".stignore", "//", tuple(line.rstrip("/") for line in _OWN)),
    ):
        path = layout.root / name
        if not path.exists():
            with translated(path):
                path.write_text("\n".join((f"{comment} {_WHY}", *lines, "")), "utf-8")
                path.chmod(0o600)
