"""What a list of sources holds, whichever form it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsreader.text.sanitise import clean_line

__all__ = ["LONGEST_LINE", "Folder", "Outline", "SourceList", "gathered"]

LONGEST_LINE = 2000
"""What is read of an address that is left out, or of a line that is no address, in characters."""

Extra = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """One source of a list.

    Attributes:
        url: http or https address, credentials and all.
        title: one line, or "".
        folder: the names of the folders around it, outermost first.
        site: address of its site, or None.
        extra: attributes that this program has no use for, by name, as they were; a name with a prefix comes with
            the declaration of that prefix.
        tags: what it is sorted under beside its folder.
    """

    url: str
    title: str = ""
    folder: tuple[str, ...] = ()
    site: str | None = None
    extra: Extra = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of a list.

    Attributes:
        name: its name after those of the folders around it, outermost first.
        extra: as `Outline.extra`.
    """

    name: tuple[str, ...]
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class SourceList:
    """What a list of sources holds.

    Attributes:
        outlines: in its order, each address once.
        left_out: lines or addresses that are no web address, or would run a program, each cleaned.
        problem: one line on why not all of it could be read, or "".
        searches: saved searches of this program, each the attributes of its outline.
        folders: those of which there is more to say than what sources they hold: with attributes, or without a source.
        head: what it says of itself, such as its title and owner, by name.
    """

    outlines: tuple[Outline, ...]
    left_out: tuple[str, ...] = ()
    problem: str = ""
    searches: tuple[Mapping[str, str], ...] = ()
    folders: tuple[Folder, ...] = ()
    head: Extra = ()


def gathered(found: Iterable[Outline | str], problem: str = "") -> SourceList:
    """A list of these, in which text is what is left out."""
    outlines: dict[str, Outline] = {}
    left_out: dict[str, None] = {}
    for each in found:
        if isinstance(each, str):
            left_out[clean_line(each, LONGEST_LINE)] = None
        else:
            outlines.setdefault(each.url, each)
    return SourceList(tuple(outlines.values()), tuple(left_out), problem)
