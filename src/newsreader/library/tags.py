"""What lists of sources sort a source under beside its folder, as saved searches: of folders it has but one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.parse.outlines import SourceList

__all__ = ["searches_of"]


def searches_of(found: SourceList, ids: Iterable[str]) -> list[Mapping[str, str]]:
    """The searches that *found* lists, and one for each tag that is more than a folder.

    Args:
        found: as it was read.
        ids: of its sources, in its order.

    Returns:
        Attributes of outlines, as `SourceList.searches`. A search of what has such a tag names its sources.
    """
    tagged: dict[str, dict[str, None]] = {}
    for outline, source_id in zip(found.outlines, ids, strict=True):
        for tag in ("/".join(outline.folder), *outline.tags):
            tagged.setdefault(tag, {})[f"source:{source_id}"] = None
    further = {tag: None for outline in found.outlines for tag in outline.tags}
    queries = {tag: " or ".join(tagged[tag]) for tag in further}
    listed = [_of_sources(search, queries.get(search.get("folder", ""))) for search in found.searches]
    return listed + [{"text": tag, "query": query} for tag, query in queries.items()]


def _of_sources(search: Mapping[str, str], sources: str | None) -> Mapping[str, str]:
    """*search* in those *sources* in place of its folder; as it is where they are None."""
    if sources is None:
        return search
    rest = {name: value for name, value in search.items() if name != "folder"}
    return rest | {"query": f"{sources} {search['query']}".strip()}
