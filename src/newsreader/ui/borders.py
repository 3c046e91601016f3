"""The borders between panes: where each is, which pane it makes larger, and how large that may become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from textual.geometry import Region, Size

__all__ = ["BORDERS", "Border", "border_at", "in_sight", "of_height", "of_width", "share_at", "within"]

_LEAST, _MOST = 0.1, 0.7
"""A pane keeps its title and a line at 24 lines, and what is beside it a third of the width."""

_ROUNDED_DOWN = 0.5  # of a cell: Textual makes whole ones of a share


@dataclass(frozen=True, slots=True)
class Border:
    """The border between two panes, or between two columns of them.

    Attributes:
        pane: what it is the edge of, and whose size it sets: an id of the screen.
        beside: what is on its other side, an id too.
        is_upright: whether it sets a width; else a height.
        toward: 1 where it is the right or lower edge of *pane*, -1 where it is the left one.
    """

    pane: str
    beside: str
    is_upright: bool
    toward: int = 1


BORDERS: Mapping[str, Border] = MappingProxyType(
    {
        "sources": Border("sources", "center", True),
        "side": Border("side", "center", True, -1),
        "articles": Border("articles", "text", False),
        "related": Border("related", "bookmarks", False),
    }
)
"""Every border that can be moved, by what it is the edge of."""

_WIDTHS = {"sources": ("sources", 1), "related": ("side", 1), "bookmarks": ("side", 1)}
_HEIGHTS = {
    "articles": ("articles", 1),
    "text": ("articles", -1),
    "related": ("related", 1),
    "bookmarks": ("related", -1),
}


def of_width(pane: str, there: Iterable[str]) -> tuple[str, int] | None:
    """What makes a pane wider: a border of those that are *there*, and whether its own pane grows (1) or not (-1)."""
    if pane in _WIDTHS:
        return _WIDTHS[pane] if _WIDTHS[pane][0] in there else None
    return next(((name, -1) for name in ("side", "sources") if name in there), None)


def of_height(pane: str, there: Iterable[str]) -> tuple[str, int] | None:
    """What makes a pane higher, as `of_width` has it."""
    found = _HEIGHTS.get(pane)
    return found if found is not None and found[0] in there else None


def in_sight(regions: Mapping[str, Region]) -> list[str]:
    """The borders that have something on both sides; *regions* are those of what is in sight."""
    return [name for name, border in BORDERS.items() if border.pane in regions and border.beside in regions]


def border_at(x: int, y: int, regions: Mapping[str, Region], *, both: bool) -> str | None:
    """The border at a place of the screen.

    Args:
        x: the column.
        y: the line.
        regions: where the panes are that are in sight.
        both: whether the edge of what is beside a pane counts as well.
    """
    for name in in_sight(regions):
        border = BORDERS[name]
        edges = [_edge(regions[border.pane], border, border.toward)]
        if both:
            edges.append(_edge(regions[border.beside], border, -border.toward))
        if any(edge.contains(x, y) for edge in edges):
            return name
    return None


def _edge(region: Region, border: Border, toward: int) -> Region:
    """The line of cells at the end of a region, or at its beginning, without the corners."""
    if border.is_upright:
        return Region(region.right - 1 if toward > 0 else region.x, region.y + 1, 1, region.height - 2)
    return Region(region.x + 1, region.bottom - 1 if toward > 0 else region.y, region.width - 2, 1)


def share_at(name: str, x: int, y: int, regions: Mapping[str, Region], whole: Size) -> float:
    """What share its pane has when a border is moved to a place; *whole* is the size of all panes together."""
    border = BORDERS[name]
    here = regions[border.pane]
    if border.is_upright:
        cells, all_cells = (x - here.x + 1 if border.toward > 0 else here.right - x), whole.width
    else:
        cells, all_cells = y - here.y + 1, here.height + regions[border.beside].height
    return (cells + _ROUNDED_DOWN) / max(1, all_cells)


def within(share: float, name: str, sizes: Mapping[str, float]) -> float:
    """*share*, or the nearest to it that leaves something of every pane; *sizes* are the shares of all."""
    other = {"sources": "side", "side": "sources"}.get(name, "")
    return max(_LEAST, min(share, _MOST - sizes.get(other, 0.0)))
