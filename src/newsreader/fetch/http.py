"""Asking servers of the web for documents. The only module that lets anything out to the network.

Every hop of a redirect is judged like the first address: http or https, and nothing private once a public host led
there. Nothing is sent that was not meant: no cookies, no referer, credentials only to the host that they are for.
"""

from __future__ import annotations

import errno
import time
from dataclasses import dataclass, replace
from datetime import timedelta
from types import TracebackType

import httpcore

from newsreader import __version__
from newsreader.errors import FetchError, UnreachableError, WebError
from newsreader.fetch.addresses import is_never_meant, is_public
from newsreader.fetch.bodies import ACCEPTED, read_body
from newsreader.fetch.connecting import Connecting
from newsreader.fetch.target import Target, target_of
from newsreader.model.source import Validators
from newsreader.text.dates import parse_date

__all__ = ["Answer", "Web"]

_SECONDS = 20.0
_MOST_HOPS = 10
_MOST_CONNECTIONS = 16
_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
_LONGEST_WAIT = 31 * 86400
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
    " application/json;q=0.8, text/xml;q=0.8, text/html;q=0.6, */*;q=0.4"
)
_USER_AGENT = f"newsreader/{__version__} (terminal news reader)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said.

    Attributes:
        status: 200 with a document, or 304.
        body: the document, inflated; b"" for 304.
        address: where it came from, after redirects, without credentials.
        permanent: where redirects that are for ever lead, as far as they all are; None without such.
        public: whether the first host is of the public internet.
        validators: to send next time, as they came.
        media_type: Content-Type with its parameters, or "".
        cache_control: that header, or "".
    """

    status: int
    body: bytes
    address: str
    permanent: str | None
    public: bool
    validators: Validators
    media_type: str
    cache_control: str


class Web:
    """Asks servers, over connections that are kept for a while. Any number of threads may use it.

    Use it as a context manager, or call `close`.
    """

    def __init__(self, *, seconds: float = _SECONDS) -> None:
        """Let one document take at most *seconds*, redirects and all."""
        self._seconds = seconds
        self._connecting = Connecting()
        self._pool = httpcore.ConnectionPool(
            network_backend=self._connecting, max_connections=_MOST_CONNECTIONS, keepalive_expiry=5.0
        )

    def __enter__(self) -> Web:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def get(
        self,
        address: str,
        *,
        validators: Validators | None = None,
        credentials: str = "",
        public: bool = False,
        user_agent: str = "",
    ) -> Answer:
        """Ask for one document.

        Args:
            address: http or https; credentials in it are used.
            validators: of the copy that is here; the answer may then be 304.
            credentials: `user:password` for its host, where *address* has none.
            public: whether only hosts of the public internet may be asked, the first one included.
            user_agent: what to call ourselves, or "" for this program's name.

        Raises:
            WebError: the server answered with an error, or not, or not in time; its message says what, without
                credentials.
        """
        first = target_of(address)
        if credentials and not first.credentials:
            first = replace(first, credentials=credentials)
        own = _Own(validators or Validators(), user_agent or _USER_AGENT)
        with self._connecting.within(self._seconds):
            try:
                return self._followed(first, own, public=public)
            except FetchError:
                raise
            except httpcore.TimeoutException as error:
                raise WebError("the server did not answer in time; it is asked again later") from error
            except (httpcore.NetworkError, OSError) as error:
                kind = UnreachableError if _is_cut(error) else WebError
                raise kind(_network(first, error)) from error
            except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, ValueError) as error:
                raise WebError("the server's answer is broken; tell its owner") from error

    def is_public(self, address: str) -> bool:
        """Whether *address* is of the public internet; one whose host is not found counts as if it were.

        Raises:
            FetchError: it is no web address.
        """
        target = target_of(address)
        try:
            return is_public(self._connecting.addresses(target.host, target.port))
        except FetchError:
            return True

    def _followed(self, first: Target, own: _Own, *, public: bool) -> Answer:
        target, stable, is_stable, from_public = first, first, True, public
        for hops in range(_MOST_HOPS + 1):
            addresses = self._connecting.addresses(target.host, target.port)
            is_open = is_public(addresses)
            if (from_public and not is_open) or (hops and is_never_meant(addresses)):
                raise WebError("its server leads to a private address, which is not asked; tell its owner")
            from_public = is_open if hops == 0 else from_public
            with self._pool.stream("GET", _url(target), headers=_headers(target, own)) as response:
                if response.status not in _REDIRECTS:
                    return _answer(response, target, stable if stable != first else None, public=from_public)
                target = target.hop(_header(response, b"location"))
            # What stands behind a redirect that is not for ever is not for ever either.
            is_stable = is_stable and response.status in _PERMANENT
            stable = target if is_stable else stable
        raise WebError(f"more than {_MOST_HOPS} redirects; tell its owner")


def _url(target: Target) -> httpcore.URL:
    return httpcore.URL(
        scheme=target.scheme.encode(),
        host=target.host.encode(),
        port=target.port,
        target=target.path.encode(),
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """What is sent to every server on the way."""

    validators: Validators
    user_agent: str


def _headers(target: Target, own: _Own) -> list[tuple[bytes, bytes]]:
    """What is sent; validators go out byte for byte as they came in."""
    found = {
        "Host": target.authority,
        "User-Agent": own.user_agent,
        "Accept": _ACCEPT,
        "Accept-Encoding": ACCEPTED,
        "Authorization": target.authorization,
        "If-None-Match": own.validators.etag,
        "If-Modified-Since": own.validators.last_modified,
    }
    return [(name.encode(), value.encode("latin-1", "replace")) for name, value in found.items() if value]


def _header(response: httpcore.Response, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in response.headers if key.lower() == name), "")


def _answer(response: httpcore.Response, target: Target, moved: Target | None, *, public: bool) -> Answer:
    status = response.status
    if status not in (200, 203, 304):
        raise WebError(_REFUSALS.get(status, _refusal(status)), status=status, wait=_wait(response))
    body = read_body(response.iter_stream(), _header(response, b"content-encoding")) if status != 304 else b""
    return Answer(
        status=200 if status != 304 else 304,
        body=body,
        address=target.address,
        permanent=moved.address if moved else None,
        public=public,
        validators=Validators(_header(response, b"etag"), _header(response, b"last-modified")),
        media_type=_header(response, b"content-type"),
        cache_control=_header(response, b"cache-control"),
    )


_REFUSALS = {
    401: "the server wants a name and a password; add it as https://name:password@...",
    403: "the server does not let us in; open the address in a browser to see why",
    404: "there is nothing at this address any more; look for a new one on its site",
    410: "it is gone for good, says the server; remove it, its articles stay until then",
    429: "asked too often, says the server; it is asked again later",
    503: "the server is busy; it is asked again later",
}


def _refusal(status: int) -> str:
    if status >= 500:
        return f"the server failed (status {status}); it is asked again later"
    return f"the server answered with status {status}, which is no document; open the address in a browser to see why"


def _wait(response: httpcore.Response) -> timedelta | None:
    """How long to wait, as Retry-After says in seconds or as a date; None where it says neither."""
    text = _header(response, b"retry-after").strip()
    if text.isascii() and text.isdigit():
        return timedelta(seconds=min(int(text[:12]), _LONGEST_WAIT))
    at = parse_date(text) if text else None
    if at is None:
        return None
    return timedelta(seconds=min(max(0.0, at.timestamp() - time.time()), _LONGEST_WAIT))


def _is_cut(error: BaseException | None) -> bool:
    """Whether it is the network that has no way there, not the server that does not answer."""
    while error is not None and not isinstance(error, OSError):
        error = error.__cause__ or error.__context__
    return isinstance(error, OSError) and error.errno in (
        errno.ENETUNREACH,
        errno.ENETDOWN,
        errno.EHOSTUNREACH,
    )


def _network(target: Target, error: Exception) -> str:
    reason = str(error)
    if "CERTIFICATE" in reason.upper():
        return f"the certificate of {target.host} is not valid; tell its owner"
    if "SSL" in reason.upper():
        return f"{target.host} does not speak https here; try the address with http"
    if "refused" in reason:
        return f"{target.host} refuses connections; it is asked again later"
    return f"{target.host} could not be reached; check your connection"
