"""A disk that takes its time: with this folder on PYTHONPATH every fsync waits for $SLOW_DISK_MS milliseconds first."""

from __future__ import annotations

import os
import time

_SECONDS = float(os.environ.get("SLOW_DISK_MS", "30")) / 1000
_fsync = os.fsync


def _slow_fsync(descriptor: int) -> None:
    time.sleep(_SECONDS)
    _fsync(descriptor)


os.fsync = _slow_fsync  # type: ignore[assignment]
