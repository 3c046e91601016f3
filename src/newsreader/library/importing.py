"""Lists of sources from other readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.errors import SourceError
from newsreader.fetch.file import fetch_file
from newsreader.fetch.location import locate
from newsreader.library.changes import commit
from newsreader.library.context import Context
from newsreader.library.credentials import keep_credentials
from newsreader.library.outlines import to_keep
from newsreader.library.searches import with_searches
from newsreader.library.tags import searches_of
from newsreader.model.change import Operation, SourceChange, Step
from newsreader.model.source import Source
from newsreader.store.sources import read_library
from newsreader.text.hashing import source_id
from newsreader.text.opml import is_source_list as looks_like_list
from newsreader.text.opml import joined_folders

if TYPE_CHECKING:
    from newsreader.parse.outlines import Outline

__all__ = ["ImportOutcome", "import_sources", "is_source_list"]

_HEAD = 8192


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What came of importing a list of sources.

    Attributes:
        added: sources that are new.
        known: how many it lists that were there already.
        left_out: what it lists that is no web address, one line each.
        problem: why not all of it could be read, or "".
        searches: how many saved searches it lists.
        step: what undo takes back; None where nothing was added.
    """

    added: tuple[Source, ...]
    known: int
    left_out: tuple[str, ...]
    problem: str
    searches: int
    step: Step | None


def is_source_list(text: str) -> bool:
    """Whether *text* is the path of a file that is a list of sources, by its beginning."""
    try:
        path = locate(text).path
        return path is not None and path.is_file() and looks_like_list(_head(path))
    except (SourceError, OSError):
        return False


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def import_sources(context: Context, path: Path) -> ImportOutcome:
    """Subscribe to all that the OPML file, or newsboat's urls, at *path* lists, as one step; a refresh fetches them.

    Raises:
        SourceError: it cannot be read, or is no such list.
        StoreError: they could not be stored.
    """
    from newsreader.parse.opml import parse_source_list  # which telling a list from other files does not need

    found = parse_source_list(fetch_file(path).data)
    wanted = {
        source.id: (source, secret) for source, secret in (_source(context, each) for each in found.outlines)
    }
    added: list[Source] = []
    searches: list[Mapping[str, str]] = []

    def plan() -> list[Operation]:
        library = read_library(context.layout)
        sources = library.sources if library else {}
        addresses = {source.address: source.id for source in sources.values()}
        new = [s for s, _ in wanted.values() if s.id not in sources and s.address not in addresses]
        added[:] = new
        searches[:] = searches_of(found, (_id(each, addresses) for each in found.outlines))
        return [
            *(SourceChange(None, source) for source in new),
            *with_searches(context, searches),
            *to_keep(library, found),
        ]

    step = commit(context, f"import {path.name}", plan)
    for source in added:
        if secret := wanted[source.id][1]:
            keep_credentials(context, source.id, secret)
    known = len(wanted) - len(added)
    return ImportOutcome(tuple(added), known, found.left_out, found.problem, len(searches), step)


def _id(outline: Outline, known: Mapping[str, str]) -> str:
    """The id of the source that *outline* is; one that moved there, as *known* ids by address say, has another."""
    address = locate(outline.url).address
    return known.get(address) or source_id(address)


def _source(context: Context, outline: Outline) -> tuple[Source, str]:
    location = locate(outline.url)
    source = Source(
        id=source_id(location.address),
        address=location.address,
        kind="feed",  # what else a list of sources says is one; a page in its place is no news
        title=outline.title or location.address,
        own_title=bool(outline.title),
        folder=joined_folders(outline.folder),
        added=context.clock(),
        url=outline.site,
        extra=outline.extra,
    )
    return source, location.credentials
