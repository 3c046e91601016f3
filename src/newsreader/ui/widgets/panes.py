"""What holds all panes, and gives them their sizes."""

from __future__ import annotations

from collections.abc import Mapping

from textual.containers import Horizontal
from textual.css.scalar import Scalar, Unit
from textual.geometry import Region

from newsreader.ui.borders import BORDERS, border_at, in_sight, share_at, within
from newsreader.ui.panes import BREADTHS, PANES, breadth

__all__ = ["Panes"]

_NARROW = "narrow-"


class Panes(Horizontal):
    """The panes side by side.

    Attributes:
        sizes: what share of the whole each pane has that was given one, by the name of its border. On a narrow screen,
            where a column is in sight only while it has the focus, widths have names of their own.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.sizes: dict[str, float] = {}
        self._was_narrow = False

    def give(self, sizes: Mapping[str, float]) -> None:
        """Give the panes these shares, and those that have none their own size."""
        self.sizes = dict(sizes)
        self._apply()

    def size_of(self, name: str) -> float:
        """The share of a border's pane as it is now."""
        region = self.regions[BORDERS[name].pane]
        corner = (region.x if BORDERS[name].toward < 0 else region.right - 1, region.bottom - 1)
        return share_at(name, *corner, self.regions, self.screen.size)

    def resize(self, name: str, share: float) -> None:
        """Give a border's pane another share, or the nearest that leaves something of every pane."""
        others = {each: self.size_of(each) for each in self.there if each != name}
        self.sizes[self._key(name)] = round(within(share, name, others), 4)
        self._apply()

    def fit(self) -> None:
        """The screen has another width: a narrow one has widths of its own."""
        if self.sizes and self._is_narrow != self._was_narrow:
            self._apply()

    def drag(self, name: str, x: int, y: int) -> None:
        """Move a border to a place of the screen, or as near as it may come."""
        if name in self.there:
            self.resize(name, share_at(name, x, y, self.regions, self.screen.size))

    @property
    def there(self) -> list[str]:
        """The borders that are in sight."""
        return in_sight(self.regions)

    @property
    def regions(self) -> dict[str, Region]:
        """Where the panes and columns are that are in sight, by their ids."""
        found = {name: self.query_one(f"#{name}").region for name in PANES}
        # Textual knows no place of what only holds panes and is not drawn itself.
        columns = {"center": ("articles", "text"), "side": ("related", "bookmarks")}
        for column, names in columns.items():
            there = [found[name] for name in names if found[name].area]
            found[column] = Region.from_union(there) if there else Region()
        return {name: region for name, region in found.items() if region.area}

    def border_at(self, x: int, y: int) -> str | None:
        """The border at a place of the screen. On a narrow one a click on what is beside its pane goes there."""
        return border_at(x, y, self.regions, both=not self._is_narrow)

    @property
    def _is_narrow(self) -> bool:
        return breadth(self.screen.size.width) == BREADTHS[0][1]

    def _key(self, name: str) -> str:
        return _NARROW + name if self._is_narrow and BORDERS[name].is_upright else name

    def _apply(self) -> None:
        self._was_narrow = self._is_narrow
        for name, border in BORDERS.items():
            share = self.sizes.get(self._key(name))
            pane, beside = self.query_one(f"#{border.pane}"), self.query_one(f"#{border.beside}")
            if border.is_upright:
                pane.styles.width = None if share is None else Scalar(share * 100, Unit.WIDTH, Unit.WIDTH)
            else:
                # Of what there is: where one of the two is hidden, the other has all.
                pane.styles.height = None if share is None else f"{share * 1000:.0f}fr"
                beside.styles.height = None if share is None else f"{(1 - share) * 1000:.0f}fr"
