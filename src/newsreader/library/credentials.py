"""Names and passwords for sources, in the system's keyring where there is one, else in a file for its owner alone."""

from __future__ import annotations

from typing import Any

from newsreader.library.context import Context
from newsreader.store.credentials import read_credentials, write_credentials

__all__ = ["credentials_of", "forget_credentials", "keep_credentials"]

_SERVICE = "newsreader"


def credentials_of(context: Context, source_id: str) -> str:
    """`user:password` of a source, or "".

    Raises:
        StoreError: they could not be read.
    """
    found = read_credentials(context.layout).get(source_id, "")
    if found != _IN_KEYRING:
        return found
    keyring = _keyring()
    return str(keyring.get_password(_SERVICE, source_id) or "") if keyring else ""


def keep_credentials(context: Context, source_id: str, secret: str) -> None:
    """Remember `user:password` for a source.

    Raises:
        StoreError: they could not be written.
    """
    keyring = _keyring()
    if keyring:
        keyring.set_password(_SERVICE, source_id, secret)
    with context.lock.hold():
        known = read_credentials(context.layout)
        kept = _IN_KEYRING if keyring else secret
        if known.get(source_id) != kept:
            write_credentials(context.layout, {**known, source_id: kept})


def forget_credentials(context: Context, source_id: str) -> None:
    """Forget those of a source, if there are any.

    Raises:
        StoreError: they could not be written.
    """
    with context.lock.hold():
        known = read_credentials(context.layout)
        if known.pop(source_id, None) is not None:
            write_credentials(context.layout, known)


_IN_KEYRING = "in the keyring"


def _keyring() -> Any:
    """The keyring library, if it is installed and the system has a keyring that works."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring if keyring.get_keyring().priority >= 1 else None
    except KeyringError:
        return None
