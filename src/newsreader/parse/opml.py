"""Lists of sources: OPML 1.0 to 2.0 (opml.org), and the `urls` file of newsboat."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from newsreader.errors import ParseError
from newsreader.parse.decode import decode_text
from newsreader.text.opml import SEARCH, is_listed
from newsreader.text.sanitise import clean_line
from newsreader.text.urls import clean_url

__all__ = ["Outline", "SourceList", "parse_source_list"]

_NOT_A_LIST = "no list of sources; give an OPML file, or newsboat's urls"
_LONGEST = 2000
_DEEPEST = 200
_KNOWN = frozenset({"text", "title", "type", "xmlurl", "htmlurl"})


@dataclass(frozen=True, slots=True)
class Outline:
    """One source of a list.

    Attributes:
        url: http or https address, credentials and all.
        title: one line, or "".
        folder: the names of the folders around it, outermost first.
        site: address of its site, or None.
        extra: attributes that this program has no use for, by name, as they were.
    """

    url: str
    title: str = ""
    folder: tuple[str, ...] = ()
    site: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceList:
    """What a list of sources holds.

    Attributes:
        outlines: in its order, each address once.
        left_out: lines or addresses that are no web address, or would run a program, each cleaned.
        problem: one line on why not all of it could be read, or "".
        searches: saved searches of this program, each the attributes of its outline.
    """

    outlines: tuple[Outline, ...]
    left_out: tuple[str, ...] = ()
    problem: str = ""
    searches: tuple[Mapping[str, str], ...] = ()


def parse_source_list(data: bytes) -> SourceList:
    """The sources that *data* lists; nothing in it is run, no file that it names is opened.

    Raises:
        ParseError: it is no such list.
    """
    if re.search(rb"<(?:[a-z]+:)?opml[\s>]", data[:65_536], re.IGNORECASE):
        return _Opml(data).read()
    text = decode_text(data)
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if not lines or not all(map(is_listed, lines)):
        raise ParseError(_NOT_A_LIST)
    return _gathered(_of_newsboat(line) for line in lines)


def _gathered(found: Iterator[Outline | str], problem: str = "") -> SourceList:
    outlines: dict[str, Outline] = {}
    left_out: dict[str, None] = {}
    for each in found:
        if isinstance(each, str):
            left_out[clean_line(each, _LONGEST)] = None
        else:
            outlines.setdefault(each.url, each)
    return SourceList(tuple(outlines.values()), tuple(left_out), problem)


def _of_newsboat(line: str) -> Outline | str:
    """A line of newsboat's: an address and, after it, tags; `~` begins a title, `!` hides."""
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


@dataclass
class _Opml:
    """Reads an OPML document as it comes, so that one that is cut gives what stands before the cut."""

    data: bytes
    _folders: list[str] = field(default_factory=list)
    _found: list[Outline | str] = field(default_factory=list)
    _searches: list[Mapping[str, str]] = field(default_factory=list)

    def read(self) -> SourceList:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        # Entities of its own are what bombs and spies are made of; no list of sources needs one.
        parser.EntityDeclHandler = _refuse
        problem = ""
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as error:
            problem = f"the list is broken at line {error.lineno}; what stands before it was read"
        except _EntityError:
            problem = "the list declares entities of its own, which are not read; save it again without"
        if problem and not self._found:
            raise ParseError(problem)
        return replace(_gathered(iter(self._found), problem), searches=tuple(self._searches))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2].lower() != "outline":
            return
        values = {key.lower(): value for key, value in attributes.items()}
        title = clean_line(values.get("title") or values.get("text") or "")
        self._folders.append("")
        address = values.get("xmlurl")
        if values.get("type") == SEARCH and values.get("query"):
            self._searches.append({name: clean_line(value, _LONGEST) for name, value in values.items()})
        elif address is None:
            self._folders[-1] = title
        elif (url := clean_url(address)) is None:
            self._found.append(address or title or "an outline without an address")
        else:
            self._found.append(self._outline(url, title, values, attributes))

    def _outline(self, url: str, title: str, values: dict[str, str], attributes: dict[str, str]) -> Outline:
        folder = tuple(name for name in self._folders[:-1] if name)[:_DEEPEST]
        extra = [
            (clean_line(name, 200), clean_line(value, _LONGEST))
            for name, value in attributes.items()
            if name.lower() not in _KNOWN and ":" not in name
        ]
        return Outline(url, title, folder, clean_url(values.get("htmlurl")), tuple(extra))

    def _end(self, name: str) -> None:
        if name.rpartition(":")[2].lower() == "outline" and self._folders:
            self._folders.pop()


class _EntityError(Exception):
    """The document declares an entity."""


def _refuse(*_: object) -> None:
    raise _EntityError
