"""Lists of sources: the `urls` file of newsboat."""

from __future__ import annotations

import shlex
from collections.abc import Collection
from dataclasses import replace

from newsreader.errors import ParseError
from newsreader.parse.decode import decode_text
from newsreader.parse.newsboat_queries import search_of
from newsreader.parse.outlines import Outline, SourceList, gathered
from newsreader.text.opml import is_listed
from newsreader.text.sanitise import clean_line
from newsreader.text.urls import clean_url

__all__ = ["read_urls"]

_NOT_A_LIST = "no list of sources; give an OPML file, or newsboat's urls"


def read_urls(data: bytes) -> SourceList:
    """The sources that *data* lists, and its queries as searches; lines that name a program are left out.

    Raises:
        ParseError: it is no such list.
    """
    text = decode_text(data)
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if not lines or not all(map(is_listed, lines)):
        raise ParseError(_NOT_A_LIST)
    outlines = [_outline(line) for line in lines]
    tags = {tag for each in outlines if isinstance(each, Outline) for tag in (*each.folder, *each.tags)}
    searches = {line: found for line in lines if (found := _search(line, tags))}
    listed = gathered(each for each in outlines if not (isinstance(each, str) and each in searches))
    return replace(listed, searches=tuple(searches.values()))


def _search(line: str, tags: Collection[str]) -> dict[str, str] | None:
    """The saved search that a line is, of all sources or those with one of the *tags* that the list gives."""
    address = _parts(line)[0]
    found = search_of(address) if address.startswith("query:") else None
    return found if found and found.get("folder", "") in ("", *tags) else None


def _parts(line: str) -> list[str]:
    try:
        return shlex.split(line) or [line]
    except ValueError:
        return line.split()


def _outline(line: str) -> Outline | str:
    """A line: an address and, after it, tags, the first of which is its folder; `~` begins a title, `!` hides."""
    address, *words = _parts(line)
    url = clean_url(address)
    if url is None:
        return line
    title = next((word[1:] for word in words if word.startswith("~")), "")
    tags = tuple(tag for word in words if word[:1] not in ("~", "!") and (tag := clean_line(word)))
    return Outline(url, clean_line(title), tags[:1], tags=tags[1:])
