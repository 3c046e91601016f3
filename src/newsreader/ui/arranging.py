"""Which panes are in sight, and how large they are: one that is hidden is there while it has the focus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsreader.ui.panes import PANES

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["arrange", "arrangement", "hidden", "rearrange"]

_HIDEABLE = tuple(pane for pane in PANES if pane != "articles")


def hidden(screen: MainScreen) -> frozenset[str]:
    """The panes that are shown only while they have the focus."""
    return frozenset(pane for pane in _HIDEABLE if screen.has_class(f"no-{pane}"))


def arrange(screen: MainScreen, panes: Iterable[str]) -> None:
    """Hide these panes and no others."""
    wanted = frozenset(panes)
    if wanted != hidden(screen):
        screen.update_classes({f"no-{pane}": pane in wanted for pane in _HIDEABLE})


def arrangement(screen: MainScreen) -> dict[str, Any]:
    """What `rearrange` takes: what of it is as at first is None."""
    return {
        "hidden": sorted(hidden(screen)) or None,
        "row_lines": screen.articles.row_lines,
        "sizes": screen.panes.sizes or None,
    }


def rearrange(screen: MainScreen, place: dict[str, Any]) -> None:
    """Arrange panes and rows as the settings file says, else as they were; what means nothing is passed over."""
    config = screen.config
    panes = list(config.hide) if ("hide",) in config.named else place.get("hidden")
    lines = config.article_lines if ("article_lines",) in config.named else place.get("row_lines")
    arrange(screen, (pane for pane in _HIDEABLE if isinstance(panes, list) and pane in panes))
    screen.articles.set_row_lines(lines if lines in (1, 2) else None)
    if sizes := _sizes(place.get("sizes")):
        screen.panes.give(sizes)


def _sizes(found: object) -> dict[str, float]:
    """Those of a place, of any form, that are shares of a whole."""
    known = found.items() if isinstance(found, dict) else ()
    return {name: share for name, share in known if isinstance(share, float) and 0 < share < 1}
