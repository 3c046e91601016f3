"""How fast keys come: what nobody waits for is done when they rest."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

__all__ = ["Pace"]

_FAST_SECONDS = 0.25


class Pace:
    """Is told of every key; *now* gives seconds that never go back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._last = self._before = -math.inf

    def pressed(self) -> None:
        """A key was pressed."""
        self._before, self._last = self._last, self._now()

    @property
    def is_fast(self) -> bool:
        """Whether the last two keys came right behind each other, as when one is held down."""
        # Before the first key this compares nothing, which is not fast.
        return self._last - self._before < _FAST_SECONDS

    def left(self, seconds: float) -> float:
        """How long until no key was pressed for *seconds*; 0 where none was."""
        return max(0.0, self._last + seconds - self._now())
