"""Connections that keep to a deadline, whatever the other side does, and go only where they were told.

A read timeout alone lets a server drip a byte a second for ever; so every read, write and handshake gets what is left
of the request's whole time. Addresses are looked up once a run and judged before each request: a name cannot lead to
one address when it is judged and to another when it is asked.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore

from newsreader.fetch.addresses import resolve

__all__ = ["Connecting"]

_CONNECT_SECONDS = 8.0


class _Deadline(threading.local):
    """When the request of this thread must be over, on the monotonic clock."""

    at: float = 0.0

    def left(self, most: float = 3600.0) -> float:
        """Seconds left.

        Raises:
            httpcore.ReadTimeout: none are.
        """
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole request took too long")
        return min(left, most)


class Connecting(httpcore.NetworkBackend):
    """Opens connections for a pool; any number of threads may use it."""

    def __init__(self) -> None:
        self._inner = httpcore.SyncBackend()
        self._deadline = _Deadline()
        self._known: dict[tuple[str, int], tuple[str, ...]] = {}

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """All that this thread sends and receives inside takes at most *seconds* together."""
        self._deadline.at = time.monotonic() + seconds
        yield

    def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of *host*, the same for as long as this object lives.

        Raises:
            FetchError: it has none.
        """
        found = self._known.get((host, port))
        if found is None:
            found = self._known.setdefault((host, port), resolve(host, port))
        return found

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of *host* that answers."""
        error: Exception = httpcore.ConnectError("no address")
        for address in self.addresses(host, port):
            try:
                stream = self._inner.connect_tcp(address, port, timeout=self._deadline.left(_CONNECT_SECONDS))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
                continue
            return _Stream(stream, self._deadline)
        raise error


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends with the request's deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(_CONNECT_SECONDS))
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
