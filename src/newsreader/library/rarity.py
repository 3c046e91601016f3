"""How rare terms are, reckoned once for many questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.index.rarities import Frequencies
    from newsreader.related.similar import Rarity

__all__ = ["KnownRarity"]


class KnownRarity:
    """Keeps the rarity of terms for as long as the index gives the same frequencies: half the time of a question."""

    def __init__(self) -> None:
        self._known: tuple[Frequencies, Rarity] | None = None

    def of(self, frequencies: Frequencies) -> Rarity:
        """The rarity of terms that are so common."""
        from newsreader.related.similar import Rarity

        known = self._known
        if known is None or known[0] is not frequencies:
            rarity = Rarity(frequencies.rarity, frequencies.STEPS, frequencies.total, frequencies.own)
            self._known = known = frequencies, rarity
        return known[1]
