"""Lists of sources: telling them from other files, and writing them as OPML 2.0 (opml.org)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

__all__ = ["SEARCH", "is_listed", "is_source_list", "joined_folders", "opml", "parted_folders"]

SEARCH = "newsreader-search"
"""The type of an outline that is a saved search of this program."""

_BETWEEN, _INSIDE = "/", "\u2215"
_LISTED = re.compile(r"\s*(?:[a-z]+://|\"?(?:exec|filter|query|file):)", re.IGNORECASE)
_OPML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->|<!doctype[^<>\[]*(?:\[.*?\])?\s*>)*<(?:[\w.-]+:)?opml[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def is_listed(line: str) -> bool:
    """Whether *line* is one of newsboat's `urls`: an address, or a program that gives a feed."""
    return _LISTED.match(line) is not None


def is_source_list(head: bytes) -> bool:
    """Whether a file that begins with *head*, some kilobytes, is a list of sources: OPML, or newsboat's `urls`."""
    if _OPML.match(head):
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


def opml(title: str, sources: Iterable[tuple[tuple[str, ...], Mapping[str, str]]]) -> str:
    """An OPML document.

    Args:
        title: of the list.
        sources: for each the names of the folders around it, outermost first, and its attributes in order.
    """
    tree: dict[str, object] = {}
    for folders, attributes in sources:
        branch = tree
        for name in folders:
            branch = branch.setdefault(f"folder {name}", {})  # type: ignore[assignment]
        branch[f"source {len(branch)} {attributes.get('xmlUrl')}"] = attributes
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += ["  <head>", f"    <title>{escape(title)}</title>", "  </head>", "  <body>"]
    return "\n".join([*lines, *_branch(tree, 4), "  </body>", "</opml>", ""])


def _branch(branch: Mapping[str, object], indent: int) -> Iterator[str]:
    for key, value in branch.items():
        blanks = " " * indent
        assert isinstance(value, Mapping)
        if key.startswith("source "):
            attributes = " ".join(f"{name}={_quoted(text)}" for name, text in value.items())
            yield f"{blanks}<outline {attributes}/>"
            continue
        name = _quoted(key.removeprefix("folder "))
        yield f"{blanks}<outline text={name} title={name}>"
        yield from _branch(value, indent + 2)
        yield f"{blanks}</outline>"


def _quoted(value: str) -> str:
    return f'"{escape(value)}"'
