"""Whether this machine has a connection at all, by how the servers fared that were asked so far."""

from __future__ import annotations

import threading

__all__ = ["Connection"]

_HERE = ("localhost", "::1")
_FEW = 3
_ENOUGH = 12


class Connection:
    """What threads that ask servers tell of it, and what it comes to. Any number of them may use it."""

    def __init__(self) -> None:
        self._missed: set[str] = set()
        self._answered = False
        self._lock = threading.Lock()

    def missed(self, host: str) -> None:
        """No way led to *host*."""
        with self._lock:
            self._missed.add(host)

    def answered(self, host: str) -> None:
        """*host* said something, good or bad; this machine itself always does."""
        if host not in _HERE and not host.startswith("127."):
            self._answered = True

    @property
    def is_good(self) -> bool:
        """Whether any server answered."""
        return self._answered

    @property
    def is_cut(self) -> bool:
        """Whether so many servers were missed, and none answered, that no other need be asked."""
        return not self._answered and len(self._missed) >= _ENOUGH

    @property
    def seems_cut(self) -> bool:
        """After all were asked: whether it was the connection that failed, and not a server or two."""
        return not self._answered and len(self._missed) >= _FEW
