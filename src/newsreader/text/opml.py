"""Lists of sources: telling them from other files, and writing them as OPML 2.0 (opml.org)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from types import MappingProxyType

from newsreader.text.beginning import beginning

__all__ = ["SEARCH", "is_listed", "is_source_list", "joined_folders", "opml", "parted_folders"]

SEARCH = "newsreader-search"
"""The type of an outline that is a saved search of this program."""

_BETWEEN, _INSIDE = "/", "\u2215"
_LISTED = re.compile(r"\s*(?:[a-z]+://|\"?(?:exec|filter|query|file):)", re.IGNORECASE)
# What was passed over once is not looked at again: a file may begin with a thousand comments.
_OPML = re.compile(
    rb"(?:\s|(?><\?.*?\?>)|(?><!--.*?-->)|(?><!doctype[^<>\[]*(?:\[.*?\])?\s*>))*+"
    rb"<(?:[\w.-]+:)?opml[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def is_listed(line: str) -> bool:
    """Whether *line* is one of newsboat's `urls`: an address, or a program that gives a feed."""
    return _LISTED.match(line) is not None


def is_source_list(head: bytes) -> bool:
    """Whether a file that begins with *head*, some kilobytes, is a list of sources: OPML, or newsboat's `urls`."""
    if _OPML.match(beginning(head)):
        return True
    # The last line may be cut.
    lines = head.decode("utf-8", "replace").splitlines()[: None if head.endswith(b"\n") else -1]
    said = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return bool(said) and all(map(is_listed, said))


def joined_folders(names: Iterable[str]) -> str:
    """Folders inside one another, outermost first, as one name."""
    return _BETWEEN.join(name.replace(_BETWEEN, _INSIDE) for name in names)


def parted_folders(name: str) -> tuple[str, ...]:
    """The folders that `joined_folders` joined."""
    parts = (part.replace(_INSIDE, _BETWEEN).strip() for part in name.split(_BETWEEN))
    return tuple(part for part in parts if part)


def opml(
    head: Mapping[str, str],
    outlines: Iterable[tuple[tuple[str, ...], Mapping[str, str]]],
    folders: Mapping[tuple[str, ...], Mapping[str, str]] = MappingProxyType({}),
) -> str:
    """An OPML document. A prefix that attributes declare is declared once, as long as they agree on it.

    Args:
        head: what the list says of itself, by name.
        outlines: for each source the names of the folders around it, outermost first, and its attributes in order.
        folders: attributes of folders beside their names; a folder that is named here is there without a source too.
    """
    sources = list(outlines)
    tree = _Branch(())
    for folder in folders:
        tree.below(folder)
    for folder, attributes in sources:
        tree.below(folder).sources.append(attributes)
    scope: dict[str, str] = {}
    for attributes in (*(said for _, said in sources), *folders.values()):
        for name, uri in _declared(attributes):
            scope.setdefault(name, uri)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<opml{_attributes({'version': '2.0', **scope})}>",
        "  <head>",
    ]
    lines += [f"    <{name}>{escape(value, quote=False)}</{name}>" for name, value in head.items()]
    lines += ["  </head>", "  <body>", *tree.lines(4, scope, folders), "  </body>", "</opml>", ""]
    return "\n".join(lines)


@dataclass
class _Branch:
    name: tuple[str, ...]
    folders: dict[str, _Branch] = field(default_factory=dict)
    sources: list[Mapping[str, str]] = field(default_factory=list)

    def below(self, name: tuple[str, ...]) -> _Branch:
        """The branch of that name below this one."""
        found = self
        for part in name:
            found = found.folders.setdefault(part, _Branch((*found.name, part)))
        return found

    def lines(
        self, indent: int, scope: Mapping[str, str], extra: Mapping[tuple[str, ...], Mapping[str, str]]
    ) -> Iterator[str]:
        """What stands in it, where the prefixes of *scope* are declared."""
        blanks = " " * indent
        for attributes in self.sources:
            yield f"{blanks}<outline{_attributes(_undeclared(attributes, scope))}/>"
        for name, branch in self.folders.items():
            said = {**extra.get(branch.name, {}), "text": name, "title": name}
            begin = f"{blanks}<outline{_attributes(_undeclared(said, scope))}"
            inside = list(branch.lines(indent + 2, {**scope, **dict(_declared(said))}, extra))
            yield from [f"{begin}>", *inside, f"{blanks}</outline>"] if inside else [f"{begin}/>"]


def _declared(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in attributes.items() if name.startswith("xmlns:"))


def _undeclared(attributes: Mapping[str, str], scope: Mapping[str, str]) -> dict[str, str]:
    """*attributes* without the declarations that hold already."""
    known = dict(_declared(attributes)).items() & scope.items()
    return {name: value for name, value in attributes.items() if (name, value) not in known}


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f" {name}={_quoted(value)}" for name, value in attributes.items())


def _quoted(value: str) -> str:
    # A line end or tab as it stands would be read as a blank.
    return f'"{escape(value)}"'.replace("\n", "&#10;").replace("\t", "&#9;")
