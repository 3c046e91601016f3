"""Garbage is collected while keys rest: a whole collection takes as long as all else that a key does."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.ui.pace import Pace
    from newsreader.ui.typing import InOrder

__all__ = ["collect_at_rest"]

_LOOK_SECONDS, _REST_SECONDS = 1.0, 0.4
_YOUNG = 2_000  # half a millisecond to look at; what a key leaves behind is nearly all found among these
_OLDER = 1_000  # so many times that: in hours of keys without a rest


def collect_at_rest(app: InOrder) -> None:
    """Collect from now on, and not what is there already: all of it stays, and to look at it takes 30 ms.

    While keys come only what is young is looked at.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, _OLDER, _OLDER)
    gc.enable()
    app.set_interval(_LOOK_SECONDS, partial(_look, app.pace))


def _look(pace: Pace) -> None:
    if gc.get_count()[1] and not pace.left(_REST_SECONDS):
        gc.collect()
