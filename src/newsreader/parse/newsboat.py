"""Lists of sources: the `urls` file of newsboat."""

from __future__ import annotations

import shlex

from newsreader.errors import ParseError
from newsreader.parse.decode import decode_text
from newsreader.parse.outlines import Outline, SourceList, gathered
from newsreader.text.opml import is_listed
from newsreader.text.sanitise import clean_line
from newsreader.text.urls import clean_url

__all__ = ["read_urls"]

_NOT_A_LIST = "no list of sources; give an OPML file, or newsboat's urls"


def read_urls(data: bytes) -> SourceList:
    """The sources that *data* lists; lines that name a program are left out.

    Raises:
        ParseError: it is no such list.
    """
    text = decode_text(data)
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if not lines or not all(map(is_listed, lines)):
        raise ParseError(_NOT_A_LIST)
    return gathered(map(_outline, lines))


def _outline(line: str) -> Outline | str:
    """A line: an address and, after it, tags; `~` begins a title, `!` hides."""
    try:
        address, *words = shlex.split(line)
    except ValueError:
        address, *words = line.split()
    url = clean_url(address)
    if url is None:
        return line
    title = next((word[1:] for word in words if word.startswith("~")), "")
    tag = next((word for word in words if word[:1] not in ("~", "!")), "")
    return Outline(url, clean_line(title), (clean_line(tag),) if tag else ())
