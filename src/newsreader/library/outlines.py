"""What a list of sources said beside its sources, kept as settings, to stand in the lists that are exported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from newsreader.model.change import SettingChange
from newsreader.store.sources import LibraryFile
from newsreader.text.opml import joined_folders

if TYPE_CHECKING:
    from newsreader.parse.outlines import SourceList

__all__ = ["TITLE", "kept_folders", "kept_head", "to_keep"]

TITLE = "newsreader"
"""What a list is called of which nothing else is known."""

_HEAD = "list_head"
_FOLDER = "folder:"


def kept_head(library: LibraryFile | None) -> dict[str, str]:
    """What exported lists say of themselves, by name; a title at least."""
    return {"title": TITLE, **(_value(library, _HEAD) or {})}


def kept_folders(library: LibraryFile | None) -> dict[str, Mapping[str, str]]:
    """Attributes of folders beside their names, by the folder's name; also of folders that hold no source."""
    names = sorted(library.settings if library else ())
    found = ((name, _value(library, name)) for name in names if name.startswith(_FOLDER))
    return {name.removeprefix(_FOLDER): value for name, value in found if value is not None}


def to_keep(library: LibraryFile | None, found: SourceList) -> Iterator[SettingChange]:
    """The changes that keep what *found* says; what the library knows already stays as it is."""
    head = dict(found.head)
    if head.get("title") == TITLE:
        del head["title"]  # our own list says so, and means nothing by it
    if head and _value(library, _HEAD) is None:
        yield SettingChange(_HEAD, None, head)
    for folder in found.folders:
        name = _FOLDER + joined_folders(folder.name)
        if _value(library, name) is None:
            yield SettingChange(name, None, dict(folder.extra))


def _value(library: LibraryFile | None, name: str) -> dict[str, str] | None:
    setting = library.settings.get(name) if library else None
    if setting is None or not isinstance(setting.value, Mapping):
        return None
    return {key: said for key, said in setting.value.items() if isinstance(said, str)}
