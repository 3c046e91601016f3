"""What a person wrote where a source was asked for, and the address under which it is kept."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote_to_bytes

from newsreader.errors import FetchError
from newsreader.fetch.target import target_of
from newsreader.text.urls import without_credentials

__all__ = ["Location", "locate"]

Kind = Literal["web", "file", "directory", "sample", "stdin"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,}:(?=//|[^/\\])")


@dataclass(frozen=True, slots=True)
class Location:
    """Where a source is.

    Attributes:
        kind: how it is fetched.
        address: how it is kept: a URL, an absolute path without links, a `file:` URL where the path is not
            UTF-8, `sample:NAME` or `stdin:NAME`.
        path: for a file or directory.
        credentials: `user:password` that stood in a URL, or ""; never part of `address`.
    """

    kind: Kind
    address: str
    path: Path | None = None
    credentials: str = ""


def locate(text: str) -> Location:
    """Understand *text*: a URL, a path (a link is followed), `sample:NAME`, or `-` for standard input.

    Raises:
        FetchError: it is a path to nothing, or an address of a kind that cannot be fetched.
    """
    if not text.strip():
        raise FetchError("nothing was named; give a path or an address", subject=text)
    if text == "-" or text.startswith("stdin:"):
        return Location("stdin", text if text != "-" else "stdin:")
    if text.startswith("sample:"):
        return Location("sample", text)
    if text.startswith("file://"):
        return _on_disk(os.fsdecode(unquote_to_bytes(text[len("file://") :])), text)
    if text[:7].casefold() == "http://" or text[:8].casefold() == "https://":
        return _on_the_web(text)
    if _SCHEME.match(text) and not os.path.lexists(text):
        raise FetchError(
            "addresses of this kind cannot be read; give a path or an http address", subject=text
        )
    return _on_disk(text, text)


def _on_the_web(text: str) -> Location:
    address = without_credentials(text)
    try:
        return Location("web", address, credentials=target_of(text).credentials)
    except FetchError as error:
        raise FetchError(error.message, subject=address) from error


def _on_disk(path_text: str, shown: str) -> Location:
    try:
        path = Path(path_text).expanduser().resolve()
        is_directory = path.is_dir()
        there = is_directory or os.path.lexists(path)
    except (OSError, ValueError, RuntimeError) as error:
        raise FetchError("no such file or directory; check its spelling", subject=shown) from error
    if not there:
        raise FetchError("no such file or directory; check its spelling", subject=shown)
    return Location("directory" if is_directory else "file", _address(path), path)


def _address(path: Path) -> str:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return path.as_uri()
    return str(path)
