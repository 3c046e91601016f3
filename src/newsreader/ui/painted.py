"""Styles of the parts of a widget, ready to lay over any background."""

from __future__ import annotations

from rich.style import Style
from textual.dom import DOMNode
from textual.widget import Widget

__all__ = ["Palette"]


class Palette:
    """Styles of one widget's parts by short names, each reckoned when it is first drawn, once a theme.

    As Textual's component classes, `WIDGET > .PREFIXNAME` in its styles; those it would reckon all of them for each
    widget before anything is drawn, seventy for a first screen that needs fifteen.
    """

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
            found = self._reckoned(name)
            self._known[f"whole {name}"] = found
        return found

    def over(self, base: Style, names: str) -> Style:
        """*base* with the colour and the attributes of the styles named, parted by blanks; its background stays."""
        for name in names.split():
            style = self._known.get(name)
            if style is None:
                # A colour with an alpha is only known against a background, so the whole style is asked for.
                full = self._reckoned(name)
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

    def _reckoned(self, name: str) -> Style:
        part = DOMNode(classes=self._prefix + name)
        part._attach(self._widget)  # noqa: SLF001 - as Textual does it for component classes
        self._widget.app.stylesheet.apply(part, animate=False)
        return part.rich_style
