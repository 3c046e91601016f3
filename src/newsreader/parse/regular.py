"""RSS 2.0 and Atom 1.0 as most feeds are, read some ten times faster than by feedparser, and to the same effect.

A document is read here whole or not at all. It is left to feedparser as soon as something comes that `elements.py` does
not have, or not there, or not with that: a mistake in the XML, a document type, XHTML, one title more, another RSS.
tests/unit/parse/test_regular.py compares the two; docs/decisions/reading-regular-feeds.md has the figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from newsreader.parse.elements import ROOTS, TEXTS, Element
from newsreader.parse.saying import Attributes, IrregularError, Saying
from newsreader.parse.values import resolved

__all__ = ["read_regular"]

_ATOM = "http://www.w3.org/2005/atom"
_XML = "http://www.w3.org/XML/1998/namespace "
# The modules that are read here, by the prefix that feedparser has for them.
_MODULES = {
    _ATOM: "",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
}
# Two of which it knows, that say nothing of what is wanted here, and are in every other feed.
_SILENT = ("http://purl.org/rss/1.0/modules/slash/", "http://rssnamespace.org/feedburner/ext/1.0")
# Prefixes and addresses of all those some elements of which it has its ways with.
_THEIRS = frozenset(
    "admin cc content creativecommons dc dcterms feedburner geo georss gml itunes media psc rdf sy xhtml xml".split()
)
_THEIR_PLACES = (
    "userland.com", "blogs.law.harvard.edu", "/rss/1.0/", "my.netscape.com", "example.com", "purl.org/echo",
    "uri/of/echo", "purl.org/pie", "purl.org/atom", "webns.net", "creativecommons", "resource.org/cc", "purl.org/dc/",
    "georss", "opengis", "w3.org/", "podlove", "cyber.law", "feedburner",
)  # fmt: skip
_OF_OTHER_VERSIONS = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")


def read_regular(document: bytes, address: str | None) -> Mapping[str, Any] | None:
    """What feedparser says of *document*, as far as it is wanted here; None where that is to be asked.

    Args:
        document: XML in UTF-8, without a document type.
        address: that links are resolved against, or None.
    """
    base = resolved(address, address) if address else ""
    if address and base != address:
        return None
    reading = _Reading(base)
    try:
        reading.read(document)
    except (IrregularError, expat.ExpatError):
        return None
    saying = reading.saying
    return {"version": saying.version, "feed": saying.feed, "entries": saying.entries}


class _Reading:
    """One document on its way through the parser."""

    def __init__(self, base: str) -> None:
        self.saying = Saying(base)
        self._inside: Mapping[str, Element] = ROOTS
        self._open: list[tuple[Element, Mapping[str, Element]]] = []
        self._pieces: list[str] = []
        self._prefixes: dict[str, str] = {}
        self._known: dict[str, str] = {}

    def read(self, document: bytes) -> None:
        """Read it all.

        Raises:
            IrregularError: it holds something that is not read here.
            expat.ExpatError: it is not well-formed.
        """
        parser = expat.ParserCreate(None, " ")
        parser.buffer_text = True
        parser.buffer_size = 65_536
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._pieces.append
        parser.Parse(document, True)

    def _refuse(self, *_: object) -> None:
        raise IrregularError

    def _declare(self, prefix: str | None, address: str | None) -> None:
        place = (address or "").lower()
        module = _MODULES.get(place)
        if place in _OF_OTHER_VERSIONS or (prefix is None and place not in ("", _ATOM)):
            raise IrregularError  # elements without a prefix are RSS's, or of a module that it knows
        if prefix is None or not address:
            return
        is_odd = prefix.lower() in _THEIRS and module != prefix
        if is_odd and (module or prefix in _MODULES.values() or not _is_theirs(place)):
            raise IrregularError  # it would take the one for the other
        if self._prefixes.setdefault(prefix, address) != address:
            raise IrregularError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        known = self._known.get(name) or self._name(name)
        element = self._inside.get(known)
        if element is None:
            raise IrregularError
        self._open.append((element, self._inside))
        self._inside = element.inside
        self._pieces.clear()
        element.begin(self.saying, self._plain(known, attributes) if attributes else attributes)

    def _end(self, _: str) -> None:
        element, self._inside = self._open.pop()
        if element.end is not None:
            element.end(self.saying, "".join(self._pieces).strip())
        self._pieces.clear()

    def _name(self, name: str) -> str:
        """What an element is called in the tables."""
        address, _, local = name.rpartition(" ")
        place, local = address.lower(), local.lower()
        module = _MODULES.get(place)
        if not address or module is not None:
            known = f"{module}:{local}" if module else local
            if not self._open and (known, place) not in (("rss", ""), ("feed", _ATOM)):
                raise IrregularError
        elif place in _SILENT and local != "browserfriendly":
            known = "*"
        elif _is_theirs(place):
            raise IrregularError
        else:
            known = "*"
        self._known[name] = known
        return known

    def _plain(self, element: str, attributes: dict[str, str]) -> Attributes:
        """Attributes as feedparser has them."""
        if element == "*":
            return attributes
        is_root = len(self._open) == 1
        found: Attributes = {}
        for name, value in attributes.items():
            plain = name.removeprefix(_XML).lower()
            if plain in ("base", "lang"):
                # Of the whole document, or of one text.
                if plain == name or not (is_root or element in TEXTS):
                    raise IrregularError
                plain = f"xml:{plain}"
            elif " " in plain and not is_root:
                raise IrregularError
            found[plain] = value.lower() if plain in ("rel", "type") else value
        return found


def _is_theirs(place: str) -> bool:
    return place in _SILENT or any(each in place for each in _THEIR_PLACES)
