"""Which network addresses are of the public internet, and which are this machine's or its neighbours'."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import IPv6Address, IPv6Network, ip_address

from newsreader.errors import UnreachableError

__all__ = ["is_never_meant", "is_public", "resolve"]

# Addresses of version 4 inside ones of version 6 (RFC 6052); others that hold such the standard library knows.
_TRANSLATED = IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of *host*, a name or an address in any notation; can take as long as the system's resolver does.

    Raises:
        UnreachableError: none are found.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachableError(f"{host} is not found; check its spelling and your connection") from error
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(addresses: Sequence[str]) -> bool:
    """Whether all of them are of the public internet: a name with one private address may lead there."""
    return bool(addresses) and all(map(_is_public, addresses))


def is_never_meant(addresses: Sequence[str]) -> bool:
    """Whether no redirect leads there in good faith: link-local, where clouds keep secrets, or no address at all."""
    found = [ip_address(text.split("%", 1)[0]) for text in addresses]
    return any(each.is_link_local or each.is_unspecified or each.is_multicast for each in found)


def _is_public(text: str) -> bool:
    address = ip_address(text.split("%", 1)[0])
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            inner = ip_address(int(address) & 0xFFFFFFFF)  # type: ignore[assignment]
        if inner is not None:
            return _is_public(str(inner))
    return address.is_global and not address.is_multicast
