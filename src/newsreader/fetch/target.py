"""A web address as it is asked for: whole, without its credentials, which travel beside it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote, urljoin, urlsplit

from newsreader.errors import FetchError

__all__ = ["Target", "same_origin", "target_of"]

_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_SAFE = "!#$%&'()*+,/:;=?@[]~-._|^`{}\""
_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(r"[A-Za-z0-9._~-]+\Z")


@dataclass(frozen=True, slots=True)
class Target:
    """One address to ask.

    Attributes:
        scheme: `http` or `https`.
        host: name or address, ASCII, without brackets.
        port: always there.
        path: with its query, percent-encoded.
        credentials: `user:password`, not encoded, or "".
    """

    scheme: str
    host: str
    port: int
    path: str
    credentials: str = ""

    @property
    def origin(self) -> tuple[str, str, int]:
        """What credentials belong to."""
        return self.scheme, self.host, self.port

    @property
    def authority(self) -> str:
        """Host and, where it is not the scheme's own, port, as in a Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address, without credentials."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def authorization(self) -> str:
        """The value of a header that sends the credentials, or ""."""
        return "Basic " + b64encode(self.credentials.encode()).decode() if self.credentials else ""

    def hop(self, location: str) -> Target:
        """Where a redirect to *location* leads; credentials go along on the same host and port only.

        Raises:
            FetchError: it leads nowhere that may be asked.
        """
        try:
            joined = urljoin(self.address, location.strip())
        except ValueError as error:
            raise FetchError("it redirects to no web address; tell its owner") from error
        found = target_of(joined)
        if found.origin == self.origin:
            return replace(found, credentials=found.credentials or self.credentials)
        return found


def target_of(address: str) -> Target:
    """Take a web address apart.

    Raises:
        FetchError: it is none, or of another scheme.
    """
    try:
        # A fragment is for whoever reads the answer.
        parts = urlsplit(address.partition("#")[0])
        port, host = parts.port, parts.hostname
    except ValueError:
        host = port = None
        parts = urlsplit("")
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host or _FORBIDDEN.search(parts.netloc):
        raise FetchError("not a web address; check its spelling")
    path = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    user, colon, password = parts.netloc.rpartition("@")[0].partition(":")
    credentials = f"{unquote(user)}:{unquote(password)}" if user or colon else ""
    return Target(scheme, _host(host), port if port is not None else _PORTS[scheme], path, credentials)


def same_origin(one: str, other: str) -> bool:
    """Whether two web addresses are of one server, by scheme, host and port; False where one is no address."""
    try:
        return target_of(one).origin == target_of(other).origin
    except FetchError:
        return False


def _host(host: str) -> str:
    if ":" in host or _NAME.match(host):
        return host.lower()
    try:
        encoded = host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise FetchError("not a web address; check its spelling") from error
    if not _NAME.match(encoded):
        raise FetchError("not a web address; check its spelling")
    return encoded
