"""Styles of a widget's component classes, ready to lay over any background."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

__all__ = ["Palette"]


class Palette:
    """Component styles of one widget by short names, reckoned once a theme."""

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._known: dict[str, Style] = {}

    @property
    def base(self) -> Style:
        """The widget's own style. Textual reckons it anew whenever it is asked, a third of a line's time."""
        found = self._known.get("")
        if found is None:
            found = self._known[""] = self._widget.rich_style
        return found

    def clear(self) -> None:
        """Forget all: another theme came."""
        self._known.clear()

    def whole(self, name: str) -> Style:
        """The style with its background."""
        found = self._known.get(f"whole {name}")
        if found is None:
            found = self._widget.get_component_rich_style(self._prefix + name)
            self._known[f"whole {name}"] = found
        return found

    def over(self, base: Style, names: str) -> Style:
        """*base* with the colour and the attributes of the styles named, parted by blanks; its background stays."""
        for name in names.split():
            style = self._known.get(name)
            if style is None:
                # A colour with an alpha is only known against a background, so the whole style is asked for.
                full = self._widget.get_component_rich_style(self._prefix + name)
                style = self._known[name] = Style(
                    color=full.color,
                    bold=full.bold,
                    italic=full.italic,
                    underline=full.underline,
                    dim=full.dim,
                    strike=full.strike,
                )
            base += style
        return base
