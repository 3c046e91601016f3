"""A web page as a tree of elements, and how its words are looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.etree
import lxml.html

__all__ = ["Element", "drop", "lines_of", "names_of", "parts_of_lines", "text_of", "tree_of", "words_in"]

Element = Any
"""An element of lxml, which declares no types."""

Part = tuple[Element, str]
"""Where characters stand: in an element's `text` or `tail`."""

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_NOT_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMING = ("class", "id", "data-testid", "data-component")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[^A-Za-z0-9]+")
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol option p pre section summary table tbody td tfoot th thead"
    " title tr ul".split()
)
_SILENT = frozenset("script style noscript template head iframe svg math object".split())


def tree_of(page: str) -> Element | None:
    """The root element of *page*; None where there is none."""
    text = _NOT_CHARACTERS.sub("", _DECLARATION.sub("", page, count=1))
    try:
        # From bytes: a page that declares another encoding than str has would be refused.
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        return lxml.html.document_fromstring(text.encode(), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None


def text_of(element: Element) -> str:
    """All words below *element* in one line, those of blocks parted by blanks."""
    return " ".join(lines_of(element))


def lines_of(element: Element) -> Iterator[str]:
    """The words below *element*, a line for each block of them; none is empty."""
    return (text for text, _ in parts_of_lines(element))


def parts_of_lines(element: Element) -> Iterator[tuple[str, list[Part]]]:
    """Each line as `lines_of` gives it, with where its characters stand."""
    pieces: list[str] = []
    parts: list[Part] = []
    for is_break, text, part in _pieces(element):
        if is_break:
            if line := " ".join("".join(pieces).split()):
                yield line, parts
            pieces, parts = [], []
        pieces.append(text)
        parts.append(part)
    if line := " ".join("".join(pieces).split()):
        yield line, parts


def _pieces(element: Element) -> Iterator[tuple[bool, str, Part]]:
    """Every run of characters, and whether a block begins or ends before it. Without recursion: pages are deep."""
    silent: Element | None = None
    for event, each in lxml.etree.iterwalk(element, events=("start", "end")):
        is_block = each.tag in _BLOCKS
        if event == "start":
            if silent is None and each.tag in _SILENT:
                silent = each
            yield is_block, (each.text or "") if silent is None else "", (each, "text")
            continue
        if silent is each:
            silent = None
        # What follows the element itself stands outside of it.
        is_told = silent is None and each is not element
        yield is_block, (each.tail or "") if is_told else "", (each, "tail")


def words_in(element: Element, *, linked: bool = True) -> int:
    """How many characters are below *element*, blanks not counted, those of scripts too; without *linked*, less those
    of links.

    lxml goes through the tree some five times faster than `lines_of`.
    """
    every = sum(map(len, "".join(element.itertext()).split()))
    if linked:
        return every
    return every - sum(words_in(link) for link in element.iter("a"))


def names_of(element: Element) -> frozenset[str]:
    """The words of which class and id of *element* are made, in small letters: `nav`, `menu` of `navMenu`.

    Elements that a page made itself are called what they are too, `ad` of `amp-ad`; and where a machine made the
    classes, what those who made the page call its parts.
    """
    tag = element.tag if "-" in str(element.tag) else ""
    names = " ".join([tag, *(element.get(key) or "" for key in _NAMING)])[:400]
    return frozenset(_PARTS.split(_CAMEL.sub(" ", names).lower())) - {""}


def drop(element: Element) -> None:
    """Take *element* out of its tree; what follows it stays."""
    if element.getparent() is not None:
        element.drop_tree()
